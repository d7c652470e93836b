using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Matters;

/// The access list of a matter (知悉范围). Reading is decided by these rows alone, in the database.
internal static class AccessList
{
    private static readonly CompiledRows<long, MatterAccess> Rows = new((db, matterId) => db.Set<MatterAccess>().Where(a => a.MatterId == matterId));

    /// Lets a participant read the matter; nothing happens when he may already. On a restricted matter a pool gets no row: only persons are named there.
    public static void Grant(this OfficeDb db, Matter matter, Participant participant, string reason, DateTimeOffset now)
    {
        if (matter.IsRestricted && participant.Kind != ParticipantKind.Person) return;
        if (db.Held<MatterAccess>(["Subject", "MatterId"], [participant.Value, matter.Id]) is not null) return;
        db.Add(new MatterAccess { Subject = participant.Value, MatterId = matter.Id, Since = now, Reason = reason, IsOpen = matter.IsOpen });
    }

    /// Loads the rows of a matter, so that Grant knows what is there. Call once before a flow moves.
    public static Task LoadAccessAsync(this OfficeDb db, long matterId, CancellationToken cancel) => Rows.AskAsync(db, matterId, cancel);
}
