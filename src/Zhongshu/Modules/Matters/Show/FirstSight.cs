using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Matters.Show;

/// Opening a matter: its notices of mine count as read, and what I hold myself as seen. What lies in a pool or with a leader is not mine to have seen.
internal sealed class FirstSight(Office office, ActOnMatter act)
{
    /// Whether a work item changed, so that the picture is old.
    public async Task<bool> RunAsync(MatterView view, CancellationToken cancel)
    {
        await office.MarkNoticesOfAsync(view.Matter.Id, cancel);
        if (view.Matter.State != MatterState.Open) return false;
        var me = Participant.Person(office.Actor.PersonId).Value;
        var changed = false;
        foreach (var item in view.Mine.Where(w => w.SeenAt is null && w.Assignee == me))
        {
            var outcome = await act.RunAsync(view.Matter.Code, new ActForm { Item = item.Number, Verb = "seen" }, cancel);
            // Refused means that somebody moved it meanwhile: the page shows what stands, and this changes nothing.
            if (!outcome.Succeeded) office.Db.ChangeTracker.Clear();
            changed |= outcome.Succeeded;
        }

        return changed;
    }
}
