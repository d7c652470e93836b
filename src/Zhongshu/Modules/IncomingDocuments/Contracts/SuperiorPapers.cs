using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Contracts;

/// A paper that a unit above sent, for whoever counts what comes down: the title is there to be recognised by, and to be shown only to those who may know the matter.
internal sealed record SuperiorPaper(long SenderUnitId, string Title, string DocumentNumber, DateOnly On, string Code, bool MayBeShown)
{
    /// Received in these days from these units, in the ledger of one office.
    public static async Task<IReadOnlyList<SuperiorPaper>> ReadAsync(Office office, long home, IReadOnlyCollection<long> senders, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(days.From), OfficeDay.End(days.To));
        var wanted = senders.Select(s => (long?)s).ToArray();
        var shown = office.Db.Set<Matter>();
        var rows = await (
            from document in office.Db.Set<IncomingDocument>().IgnoreQueryFilters().AsNoTracking()
            join matter in office.Db.Set<Matter>().IgnoreQueryFilters() on document.MatterId equals matter.Id
            where document.UnitId == home && wanted.Contains(document.SenderUnitId) && document.ReceivedAt >= since && document.ReceivedAt < until
                && document.State != IncomingState.Refused && document.State != IncomingState.SentBack
            select new { document.SenderUnitId, document.Title, document.DocumentNumber, document.ReceivedAt, matter.Code, matter.Id }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToArray();
        var open = (await shown.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancel)).ToHashSet();
        return [.. rows.Select(r => new SuperiorPaper(r.SenderUnitId!.Value, r.Title, r.DocumentNumber, OfficeDay.Of(r.ReceivedAt), r.Code, open.Contains(r.Id)))];
    }
}
