using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Contracts;

/// 公文库: received documents by number or by title, of those that the asker may see.
internal static class KnownDocuments
{
    private const int Most = 400;

    public static async Task<IReadOnlyList<(string Number, string Title)>> ReadAsync(Office office, IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> titles, CancellationToken cancel)
    {
        if (numbers.Count + titles.Count == 0) return [];
        var keys = numbers.Select(IncomingDocument.KeyOfNumber).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var named = titles.Take(Most).ToList();
        var rows = await office.Db.Set<IncomingDocument>().AsNoTracking()
            .Where(d => d.NumberKey != "" && (keys.Contains(d.NumberKey) || named.Contains(d.Title)))
            .OrderByDescending(d => d.MatterId).Take(Most).Select(d => new { d.DocumentNumber, d.Title }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.DocumentNumber, r.Title))];
    }
}
