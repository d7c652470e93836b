using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// A dispute over routing: where it came from and how it was settled.
internal sealed record DisputeRow(long Id, string Code, string RegistryNumber, string Title, string Cause, string Lead, string Principle, string Reason, int Rerouted);

/// 分歧件档案: every document whose routing names a principle, newest first (M1-B27).
internal static class DisputeList
{
    private const int PageSize = 50;

    public static async Task<(IReadOnlyList<DisputeRow> Rows, long? Next)> PageAsync(Office office, string? words, string? principle, long? before, CancellationToken cancel)
    {
        var disputed = office.Db.Set<IncomingDocument>().AsNoTracking().Where(d => d.RoutingPrinciple != "");
        if (before is { } last) disputed = disputed.Where(d => d.MatterId < last);
        if (!string.IsNullOrEmpty(principle)) disputed = disputed.Where(d => d.RoutingPrinciple == principle);
        if (words?.Trim() is { Length: > 0 } asked) disputed = disputed.Where(d => d.Title.Contains(asked) || d.DisputeCause.Contains(asked) || d.RoutingReason.Contains(asked));
        var found = await (
            from document in disputed
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            orderby document.MatterId descending
            select new { matter.Code, document }).Take(PageSize + 1).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        var rows = found.Take(PageSize).Select(f => new DisputeRow(f.document.MatterId, f.Code, f.document.RegistryNumber, f.document.Title, f.document.DisputeCause,
            f.document.LeadUnitId is { } lead ? book.Unit(lead)?.ShortName ?? "" : "", f.document.RoutingPrinciple, f.document.RoutingReason, f.document.Rerouted)).ToList();
        return (rows, found.Count > PageSize ? rows[^1].Id : null);
    }
}
