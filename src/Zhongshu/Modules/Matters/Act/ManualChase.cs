using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Matters.Act;

/// 人工催办: one piece of work is not chased twice within the pause of the rule, whichever page or program asks. What the program itself sends keeps the times of its own rule.
internal static class ManualChase
{
    public static async Task<Refusal?> RefusesAsync(Office office, long matterId, int item, CancellationToken cancel)
    {
        if (!office.Actor.IsSignedIn) return null;
        var chased = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matterId && w.Number == item).OrderBy(w => w.Id).Select(w => w.ChasedAt).FirstOrDefaultAsync(cancel);
        var pause = office.Rules.Get(DeadlineRules.ChasePause);
        if (chased is not { } at || new Deadline(at, pause.Value).DueBy(office.Rules.Calendar).Instant is var again && again <= office.Now) return null;
        return new Refusal("matter.chase-pause", $"这一件{OfficeDay.Local(at):M月d日HH:mm}刚催办过，{pause.Value}内不重复催办，{OfficeDay.Local(again):M月d日HH:mm}以后可以再催；急需的请直接联系承办人。{pause.Ref.Citation}。") { Kind = RefusalKind.Conflict };
    }
}
