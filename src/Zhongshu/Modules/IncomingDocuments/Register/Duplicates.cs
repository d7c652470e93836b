using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// 重件: the same number from the same sender, or the same content.
internal static class Duplicates
{
    public static async Task<IReadOnlyList<LikeDocument>> FindAsync(Office office, string documentNumber, string sender, string contentKey, CancellationToken cancel)
    {
        var key = IncomingDocument.KeyOfNumber(documentNumber);
        if (key.Length == 0 && contentKey.Length == 0) return [];
        var since = Since(office.Rules.Value(IncomingRules.DuplicateWindow), office.Now);
        var db = office.Db;
        var like = await (
            from document in db.Set<IncomingDocument>().AsNoTracking()
            join matter in db.Set<Matter>() on document.MatterId equals matter.Id
            where document.ReceivedAt >= since && ((key != "" && document.NumberKey == key && document.Sender == sender) || (contentKey != "" && document.ContentKey == contentKey))
            orderby document.MatterId descending
            select new { matter.Code, document.RegistryNumber, document.Title, document.ReceivedAt, SameNumber = key != "" && document.NumberKey == key && document.Sender == sender })
            .Take(5).ToListAsync(cancel);
        return [.. like.Select(l => new LikeDocument(l.Code, l.RegistryNumber, l.Title, l.ReceivedAt, l.SameNumber ? "来文单位和字号相同" : "正文内容相同"))];
    }

    private static DateTimeOffset Since(Within window, DateTimeOffset now) => window.Unit switch
    {
        TimeUnit.Month => now.AddMonths(-window.Amount),
        _ => now.AddDays(-window.Amount),
    };
}
