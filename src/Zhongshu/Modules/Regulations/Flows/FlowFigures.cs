using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Modules.Regulations.Flows;

/// One version of a flow in figures: the steps that it has, and of the last matters that were closed on it how many hands each went through and how many days it took.
public sealed record FlowFigures(string Flow, string Title, int Version, int Steps, int Matters, double? Hands, double? Days)
{
    public const int Sample = 200;

    /// Every version, the oldest first. Of the matters that the asker may see.
    internal static async Task<IReadOnlyList<FlowFigures>> ReadAsync(Office office, FlowShelf flows, CancellationToken cancel)
    {
        // Two questions a flow; a house has a dozen.
        var all = new List<FlowFigures>();
        foreach (var one in flows.All) all.Add(await OfAsync(office, one, cancel));
        return all;
    }

    private static async Task<FlowFigures> OfAsync(Office office, FlowDefinition flow, CancellationToken cancel)
    {
        var rows = await (
            from instance in office.Db.Set<FlowInstance>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on instance.MatterId equals matter.Id
            where instance.Definition == flow.Id && instance.DefinitionVersion == flow.Version && !instance.IsOpen && matter.ClosedAt != null
            orderby matter.Id descending
            select new { matter.Id, matter.OpenedAt, ClosedAt = matter.ClosedAt!.Value }).Take(Sample).ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToArray();
        var hands = ids.Length == 0 ? 0 : await office.Db.Set<WorkItem>().Parts().CountAsync(w => ids.Contains(w.MatterId) && w.Status == WorkStatus.Done, cancel);
        return Of(flow, [.. rows.Select(r => (r.ClosedAt - r.OpenedAt).TotalDays)], hands);
    }

    /// Pure.
    internal static FlowFigures Of(FlowDefinition flow, IReadOnlyList<double> days, int hands) => new(flow.Id, flow.Title, flow.Version, flow.Steps.Count(s => s.Kind != StepKind.Parallel), days.Count,
        days.Count == 0 ? null : Math.Round((double)hands / days.Count, 1), days.Count == 0 ? null : Math.Round(days.Average(), 1));

    /// What a change of the definition came to, in words. Pure.
    internal static string Compare(FlowFigures before, FlowFigures after) =>
        $"环节{before.Steps}→{after.Steps}（{Difference(after.Steps - before.Steps)}）" + (before.Days is { } was && after.Days is { } isNow ? $"，平均办理{was:0.#}→{isNow:0.#}天（{Difference(Math.Round(isNow - was, 1))}）" : "，改版后的件办结以后再比时间");

    private static string Difference(double change) => change switch { 0 => "不变", < 0 => $"减{-change:0.#}", _ => $"增{change:0.#}" };
}
