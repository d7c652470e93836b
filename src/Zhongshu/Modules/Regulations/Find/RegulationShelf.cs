using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Regulations.Find;

/// The unit's own regulations in the search box.
internal static class RegulationShelf
{
    public static async Task<IReadOnlyList<Found>> FindAsync(Office office, SearchAsk ask, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var rows = office.Db.Set<Regulation>().AsNoTracking().Where(r => r.KeeperId == keeper);
        foreach (var (_, word) in ask.Wanted) rows = rows.Where(r => r.Title.Contains(word) || r.Number.Contains(word) || r.Summary.Contains(word));
        foreach (var word in ask.Unwanted) rows = rows.Where(r => !r.Title.Contains(word) && !r.Summary.Contains(word));
        return [.. (await rows.OrderBy(r => r.State).ThenByDescending(r => r.IssuedOn).ThenBy(r => r.Id).Take(SearchShelf.Most).ToListAsync(cancel))
            .Select(r => new Found(r.Title, $"{(r.Number.Length > 0 ? $"{r.Number}，" : "")}{r.IssuedOn:yyyy年M月d日}，{PlanWords.Of(r.State)}", $"regulations/{r.Id}"))];
    }
}
