using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Appraisals.Contracts;

/// The last appraisal whose results were told, by unit; nothing for whoever may not see it whole.
internal sealed record LatestScores(string Title, string Address, IReadOnlyDictionary<long, double?> Totals)
{
    public static readonly LatestScores None = new("", "", new Dictionary<long, double?>());

    public static async Task<LatestScores> ReadAsync(Office office, CancellationToken cancel)
    {
        if (!AppraisalView.SeesWhole(office.Actor)) return None;
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var last = await office.Db.Set<AppraisalScheme>().Where(s => s.KeeperId == keeper && s.State != SchemeState.Open).OrderByDescending(s => s.LastDay).ThenByDescending(s => s.Id).Select(s => s.Id).FirstOrDefaultAsync(cancel);
        if (last == 0 || await AppraisalView.ReadAsync(office, last, cancel) is not { } view) return None;
        return new LatestScores(view.Scheme.Title, $"appraisals/{last}", view.Scores.ToDictionary(s => s.UnitId, s => s.Total));
    }
}
