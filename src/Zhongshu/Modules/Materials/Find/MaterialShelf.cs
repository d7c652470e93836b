using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Materials.Find;

/// The library in the search box.
internal static class MaterialShelf
{
    public static async Task<IReadOnlyList<Found>> FindAsync(Office office, SearchAsk ask, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await MaterialIndex.Matching(office.Db, MaterialCircle.Seen(office, book).AsNoTracking(), ask).Where(m => m.EndedOn == null).OrderByDescending(m => m.Id).Take(SearchShelf.Most)
            .Select(m => new { m.Id, m.Title, m.Kind, m.UnitId, m.ChangedOn }).ToListAsync(cancel);
        return [.. rows.Select(m => new Found(m.Title, $"{office.Rules.MaterialKindOf(m.Kind)?.Word}，{book.LabelOf(m.UnitId)}，{m.ChangedOn:yyyy年M月d日}", $"materials/{m.Id}"))];
    }
}
