using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Find;

/// One line of the ledger.
public sealed record LedgerRow(
    long Id, string Code, string RegistryNumber, string Title, string Sender, string DocumentNumber, DateTimeOffset ReceivedAt,
    Urgency Urgency, int Classification, MatterState State, string Stage, string Holder, DateTimeOffset HeldSince, DateTimeOffset? DueAt, long? LeadUnitId, DateTimeOffset? ClosedAt);

/// A page of the ledger, newest first. It walks the reader's own access lists, each in order, and merges them:
/// as fast for somebody who sees a hundred documents as for the office that sees a million (ADR 0006).
internal static class LedgerQuery
{
    private static readonly DateTimeOffset Never = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);

    public static async Task<(IReadOnlyList<LedgerRow> Rows, long? Next)> PageAsync(Office office, LedgerFilter filter, int size, CancellationToken cancel)
    {
        var ids = await IdsAsync(office, filter, size + 1, cancel);
        var page = ids.Take(size).ToArray();
        var rows = await (
            from matter in office.Db.Set<Matter>().AsNoTracking()
            join d in office.Db.Set<IncomingDocument>() on matter.Id equals d.MatterId
            where page.Contains(matter.Id)
            orderby matter.Id descending
            select new LedgerRow(matter.Id, matter.Code, d.RegistryNumber, matter.Title, d.Sender, d.DocumentNumber, d.ReceivedAt,
                matter.Urgency, matter.Classification, matter.State, matter.Stage, matter.Holder, matter.HeldSince, matter.DueAt, d.LeadUnitId, matter.ClosedAt)).ToListAsync(cancel);
        return (rows, ids.Count > size ? page[^1] : null);
    }

    private static async Task<IReadOnlyList<long>> IdsAsync(Office office, LedgerFilter filter, int count, CancellationToken cancel)
    {
        IQueryable<long>? all = null;
        foreach (var subject in office.Actor.Subjects)
        {
            var mine = Branch(office, filter, subject).Take(count);
            all = all is null ? mine : all.Concat(mine);
        }

        return all is null ? [] : await all.Distinct().OrderByDescending(id => id).Take(count).ToListAsync(cancel);
    }

    private static IQueryable<long> Branch(Office office, LedgerFilter filter, long subject)
    {
        var rows =
            from access in office.Db.Set<MatterAccess>()
            join matter in office.Db.Set<Matter>() on access.MatterId equals matter.Id
            join document in office.Db.Set<IncomingDocument>().IgnoreQueryFilters() on access.MatterId equals document.MatterId
            where access.Subject == subject
            select new { access.MatterId, access.IsOpen, matter, document };
        if (filter.Before is { } before) rows = rows.Where(r => r.MatterId < before);
        // What is in hand is walked by the reader's open matters. The conditions on the matter are said so that no index of it tempts
        // the planner to begin with everybody's open or late matters instead.
        rows = filter.State switch
        {
            "open" => rows.Where(r => r.IsOpen && r.matter.State != MatterState.Closed && r.matter.State != MatterState.Filed && r.matter.State != MatterState.Ended),
            "closed" => rows.Where(r => r.matter.State == MatterState.Closed || r.matter.State == MatterState.Filed),
            "overdue" => rows.Where(r => r.IsOpen && r.matter.State != MatterState.Suspended && r.matter.State != MatterState.Closed && r.matter.State != MatterState.Filed && r.matter.State != MatterState.Ended
                && (r.matter.DueAt ?? Never) < office.Now),
            _ => rows,
        };
        if (filter.Kind is { } kind) rows = rows.Where(r => r.document.Kind == kind);
        if (filter.Urgency is { } urgency) rows = rows.Where(r => r.matter.Urgency == urgency);
        if (filter.Sender is { } sender) rows = rows.Where(r => r.document.Sender == sender);
        if (filter.LeadUnit is { } lead) rows = rows.Where(r => r.document.LeadUnitId == lead);
        if (filter.Bypass) rows = rows.Where(r => r.document.IsBypass);
        if (filter.WhiteHead) rows = rows.Where(r => r.document.IsWhiteHead);
        if (filter.From is { } from) rows = rows.Where(r => r.document.ReceivedAt >= OfficeDay.Start(from));
        if (filter.To is { } to) rows = rows.Where(r => r.document.ReceivedAt < OfficeDay.End(to));
        if (filter.Words is { } words) rows = rows.Where(r => r.matter.Title.Contains(words) || r.document.DocumentNumber.Contains(words) || r.document.RegistryNumber.Contains(words));
        return rows.OrderByDescending(r => r.MatterId).Select(r => r.MatterId);
    }
}
