using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Docket;

/// An open item that a new one looks like, and why.
public sealed record LikeItem(string Code, string Title, string Why);

internal sealed record LikeItemsFound(IReadOnlyList<LikeItem> Like) : Refusal("supervision.like",
    $"与在办的督办事项相似：{string.Join('；', Like.Select(l => $"{l.Code}《{l.Title}》（{l.Why}）"))}。请并入该事项，避免重复督办；确需另立的，请勾选“仍要单独立项”。");

/// 查重: the same instruction, the same source, or a like title with the same lead unit.
internal static class LikeItems
{
    private const int Most = 2000;
    private const int Told = 3;

    public static async Task<IReadOnlyList<LikeItem>> FindAsync(Office office, DocketForm form, CancellationToken cancel)
    {
        var found = new List<LikeItem>();
        if (form.OpinionId is { } opinion)
        {
            found.AddRange(await (from basis in office.Db.Set<Basis>().Parts() join matter in office.Db.Set<Matter>() on basis.MatterId equals matter.Id
                where basis.OpinionId == opinion && (matter.State == MatterState.Open || matter.State == MatterState.Suspended)
                orderby matter.Id
                select new LikeItem(matter.Code, matter.Title, "同一批示")).Take(Told).ToListAsync(cancel));
        }

        if (form.FromMatterId is { } source)
        {
            found.AddRange(await (from basis in office.Db.Set<Basis>().Parts() join matter in office.Db.Set<Matter>() on basis.MatterId equals matter.Id
                where basis.FromMatterId == source && (matter.State == MatterState.Open || matter.State == MatterState.Suspended)
                orderby matter.Id
                select new LikeItem(matter.Code, matter.Title, "同一来文")).Take(Told).ToListAsync(cancel));
        }

        found.AddRange(await ByTitleAsync(office, form, cancel));
        return [.. found.DistinctBy(f => f.Code).Take(Told)];
    }

    private static async Task<IEnumerable<LikeItem>> ByTitleAsync(Office office, DocketForm form, CancellationToken cancel)
    {
        // Unit by unit, the newest first: each read backwards from its end in the index of the units' tasks.
        var open = new List<(string Code, string Title)>();
        foreach (var unit in form.Tasks.Select(t => t.LeadUnitId).Distinct())
        {
            var rows = await (
                from part in office.Db.Set<TaskUnit>().Parts().AsNoTracking()
                join task in office.Db.Set<SupervisionTask>().Parts() on part.TaskId equals task.Id
                join matter in office.Db.Set<Matter>() on part.MatterId equals matter.Id
                where part.UnitId == unit && part.Part == UnitPart.Lead && task.State <= TaskState.Suspended
                orderby part.MatterId descending
                select new { matter.Code, matter.Title }).Take(Most).ToListAsync(cancel);
            open.AddRange(rows.Select(r => (r.Code, r.Title)));
        }

        var least = (double)office.Rules.Value(SupervisionRules.Likeness);
        return open.Select(o => (Item: o, Share: Likeness.Of(form.Title, o.Title))).Where(o => o.Share >= least).OrderByDescending(o => o.Share)
            .Select(o => new LikeItem(o.Item.Code, o.Item.Title, $"同一牵头单位，题目相近{o.Share * 100:0}%"));
    }
}
