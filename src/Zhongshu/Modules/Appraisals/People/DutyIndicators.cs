using Zhongshu.Modules.Appraisals.Scores;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Appraisals.People;

/// 岗位责任与指标绑定: one indicator of one unit that a post answers for, with the marks that it earned.
internal sealed record DutyIndicator(long SchemeId, string Scheme, string Indicator, int Weight, double? Points, long UnitId, string Post)
{
    /// All bound indicators of the year's schemes, as they stand now; for those who may see whole results.
    public static async Task<IReadOnlyList<DutyIndicator>> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var schemes = await office.Db.Set<AppraisalScheme>().Where(s => s.KeeperId == keeper && s.FirstDay <= to && s.LastDay >= from && office.Db.Set<AppraisalIndicator>().Any(i => i.SchemeId == s.Id && i.PostName != "")).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        var found = new List<DutyIndicator>();
        foreach (var id in schemes)
            if (await AppraisalView.ReadAsync(office, id, cancel) is { } view)
                found.AddRange(view.Scores.SelectMany(s => s.Indicators.Where(i => i.Indicator.PostName.Length > 0).Select(i => new DutyIndicator(id, view.Scheme.Title, i.Indicator.Title, i.Indicator.Weight, i.Points, s.UnitId, i.Indicator.PostName))));
        return found;
    }
}
