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
        var instance = (await office.Db.PartsAsync<FlowInstance>(matter, cancel)).MinBy(f => f.Id);
        var items = (await office.Db.PartsAsync<WorkItem>(matter, cancel)).OrderBy(w => w.Number).ToList();
        return new MatterView
        {
            Matter = matter,
            Trail = await office.Db.TrailAsync(matter, cancel),
            Files = [.. (await office.Db.PartsAsync<Attachment>(matter, cancel)).OrderBy(a => a.Id)],
            Instance = instance,
            State = instance is null ? null : instance.State(),
            Items = items,
            Mine = [.. items.Where(w => w.Status == WorkStatus.Open && office.Actor.Subjects.Contains(w.Assignee)).OrderBy(w => w.Kind).ThenBy(w => w.Number)],
        };
    }
}
