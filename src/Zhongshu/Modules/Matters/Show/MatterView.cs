using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Modules.Matters.Show;

/// All that the page of one matter shows, read in a handful of queries.
public sealed record MatterView
{
    public required Matter Matter { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    public required IReadOnlyList<Attachment> Files { get; init; }

    public FlowInstance? Instance { get; init; }

    public FlowState? State { get; init; }

    public required IReadOnlyList<WorkItem> Items { get; init; }

    /// What lies with me now, handled before read.
    public required IReadOnlyList<WorkItem> Mine { get; init; }

    internal static async Task<MatterView?> ReadAsync(Office office, string code, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return null;
        var instance = await office.Db.Set<FlowInstance>().AsNoTracking().Where(f => f.MatterId == matter.Id).OrderBy(f => f.Id).FirstOrDefaultAsync(cancel);
        var items = await office.Db.Set<WorkItem>().AsNoTracking().Where(w => w.MatterId == matter.Id).OrderBy(w => w.Number).ToListAsync(cancel);
        return new MatterView
        {
            Matter = matter,
            Trail = await office.Db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == matter.Id).OrderByDescending(t => t.Sequence).Take(200).ToListAsync(cancel),
            Files = await office.Db.Set<Attachment>().AsNoTracking().Where(a => a.MatterId == matter.Id).OrderBy(a => a.Id).ToListAsync(cancel),
            Instance = instance,
            State = instance is null ? null : instance.State(),
            Items = items,
            Mine = [.. items.Where(w => w.Status == WorkStatus.Open && office.Actor.Subjects.Contains(w.Assignee)).OrderBy(w => w.Kind).ThenBy(w => w.Number)],
        };
    }
}
