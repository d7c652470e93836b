using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Teams.Briefs;

/// One person's information tasks of a year: claimed, handed in, handed in late, used.
public sealed record BriefTally(long PersonId, int Claimed, int Done, int Late, int Used);

/// 按人统计.
internal static class BriefFigures
{
    /// The most used first, then the most handed in.
    public static async Task<IReadOnlyList<BriefTally>> ReadAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await (from c in office.Db.Set<BriefClaim>() join t in office.Db.Set<BriefTask>() on c.TaskId equals t.Id where t.KeeperId == keeper && t.On >= first && t.On <= last
            group new { c, t } by c.PersonId into g select new { g.Key, Claimed = g.Count(), Done = g.Count(x => x.c.DoneOn != null), Late = g.Count(x => x.c.DoneOn != null && x.c.DoneOn > x.t.DueOn), Used = g.Count(x => x.c.IsUsed == true) }).ToListAsync(cancel);
        return [.. rows.Select(r => new BriefTally(r.Key, r.Claimed, r.Done, r.Late, r.Used)).OrderByDescending(r => r.Used).ThenByDescending(r => r.Done).ThenBy(r => r.PersonId)];
    }
}
