using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Morning;

/// One document of the morning meeting, with the last word on how far it is.
public sealed record MorningRow(long Id, string Code, string RegistryNumber, string Title, Urgency Urgency, string Stage, string Holder, DateTimeOffset HeldSince, DateTimeOffset? DueAt, string? Progress, string? ProgressBy, DateTimeOffset? ProgressAt);

/// 晨会清单: what is not closed stays on it from day to day (挂账销号); the nearest deadline first.
internal static class MorningList
{
    public const int Most = 200;

    /// Those that this person registered or acted on; all that he may see when everything is asked for.
    public static async Task<IReadOnlyList<MorningRow>> RowsAsync(Office office, bool all, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        var found = await (
            from matter in office.Db.Set<Matter>().AsNoTracking()
            join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
            where matter.State == MatterState.Open || matter.State == MatterState.Suspended
            where all || document.FirstReceiverId == me || office.Db.Set<WorkItem>().Any(w => w.MatterId == matter.Id && w.DoneBy == me)
            orderby matter.DueAt == null, matter.DueAt, matter.Id
            select new { matter, document.RegistryNumber }).Take(Most).ToListAsync(cancel);
        var ids = found.Select(f => f.matter.Id).ToArray();
        var notes = (await office.Db.Set<TrailEntry>().AsNoTracking().Where(t => ids.Contains(t.MatterId) && t.Verb == NoteProgress.Verb).ToListAsync(cancel))
            .GroupBy(t => t.MatterId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Sequence)!);
        return [.. found.Select(f => (f.matter, f.RegistryNumber, Note: notes.GetValueOrDefault(f.matter.Id))).Select(f => new MorningRow(
            f.matter.Id, f.matter.Code, f.RegistryNumber, f.matter.Title, f.matter.Urgency, f.matter.Stage, f.matter.Holder, f.matter.HeldSince, f.matter.DueAt, f.Note?.Quote, f.Note?.PersonName, f.Note?.At))];
    }
}
