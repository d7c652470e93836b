using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Contracts;

/// What another module may know of a received document that it takes further: who wrote it, its number, who was named to handle it.
internal sealed record IncomingSource(long MatterId, string Code, string Title, string Sender, long? SenderUnitId, string DocumentNumber, long? LeadUnitId, Urgency Urgency)
{
    public static Task<IncomingSource?> ReadAsync(Office office, string code, CancellationToken cancel) => (
        from matter in office.Db.Set<Matter>().AsNoTracking()
        join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
        where matter.Code == code
        select new IncomingSource(matter.Id, matter.Code, matter.Title, document.Sender, document.SenderUnitId, document.DocumentNumber, document.LeadUnitId, matter.Urgency))
        .SingleOrDefaultAsync(cancel);
}
