using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Contracts;

/// 督办函 as it counts among what an office asks of units below: its number, its day, and its title for those who may know the matter.
internal sealed record LetterSent(string Number, string Title, DateOnly On, string Code)
{
    public static async Task<IReadOnlyList<LetterSent>> ReadAsync(Office office, long home, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(days.From), OfficeDay.Start(days.To.AddDays(1)));
        var letters = await (
            from letter in office.Db.Set<SentLetter>().IgnoreQueryFilters().AsNoTracking()
            join matter in office.Db.Set<Matter>().IgnoreQueryFilters() on letter.MatterId equals matter.Id
            where matter.UnitId == home && letter.At >= since && letter.At < until
            select new { letter.Number, letter.At, letter.MatterId }).ToListAsync(cancel);
        var ids = letters.Select(l => l.MatterId).ToArray();
        var known = await office.Db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => (m.Title, m.Code), cancel);
        return [.. letters.Select(l => known.TryGetValue(l.MatterId, out var m) ? new LetterSent(l.Number, m.Title, OfficeDay.Of(l.At), m.Code) : new LetterSent(l.Number, "", OfficeDay.Of(l.At), ""))];
    }
}
