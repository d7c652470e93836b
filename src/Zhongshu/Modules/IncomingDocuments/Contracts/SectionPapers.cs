using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Contracts;

/// How one section stands with the documents it leads, of those received in some days that the reader may see.
internal sealed record SectionPapers(long UnitId, int Led, int Closed, int Late)
{
    public static async Task<IReadOnlyDictionary<long, SectionPapers>> ReadAsync(Office office, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (home, now, since, until) = (office.Actor.HomeUnitId, office.Now, OfficeDay.Start(days.From), OfficeDay.End(days.To));
        return await (
            from document in office.Db.Set<IncomingDocument>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where document.UnitId == home && document.LeadUnitId != null && document.ReceivedAt >= since && document.ReceivedAt < until
            group new { document.ClosedAt, matter.State, matter.DueAt } by document.LeadUnitId!.Value into led
            select new SectionPapers(led.Key, led.Count(), led.Count(d => d.ClosedAt != null), led.Count(d => d.ClosedAt == null && d.State == MatterState.Open && d.DueAt != null && d.DueAt < now)))
            .ToDictionaryAsync(s => s.UnitId, cancel);
    }
}
