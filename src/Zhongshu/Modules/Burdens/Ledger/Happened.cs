using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Contracts;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Ledger;

/// One thing of the all-calibre ledger, typed in or known to the house without typing. Address leads to it; empty when it may not be opened.
public sealed record Happened(long IssuerId, BurdenKind Kind, string Title, string Number, DateOnly On, EntryState State)
{
    /// Of the entry; 0 for what the house knows by itself.
    public long Id { get; init; }

    public bool IsComprehensive { get; init; }

    public bool IsOverPlan { get; init; }

    public string Like { get; init; } = "";

    public string LikeReason { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Decision { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public string Address { get; init; } = "";

    public bool IsCounted => State == EntryState.Counted;

    /// Everything of these days: entries, papers from above, letters of supervision, inspections of its plan.
    internal static async Task<IReadOnlyList<Happened>> ReadAsync(Office office, long keeper, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var entries = await office.Db.Set<BurdenEntry>().AsNoTracking().Where(e => e.KeeperId == keeper && e.HappensOn >= days.From && e.HappensOn <= days.To).ToListAsync(cancel);
        var known = await KnownAsync(office, keeper, days, cancel);
        return [.. entries.Select(Of), .. known];
    }

    private static Happened Of(BurdenEntry entry) => new(entry.IssuerId, entry.Kind, entry.Title, entry.Number, entry.HappensOn, entry.State)
    {
        Id = entry.Id,
        IsComprehensive = entry.IsComprehensive,
        IsOverPlan = entry.IsOverPlan,
        Like = entry.Like,
        LikeReason = entry.LikeReason,
        Reason = entry.Reason,
        Decision = entry.Decision,
        DecidedBy = entry.DecidedBy,
    };

    private static async Task<IEnumerable<Happened>> KnownAsync(Office office, long keeper, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var kinds = office.Rules.Value(BurdenRules.Kinds);
        var above = book.Units.Where(u => u.Kind == UnitKind.Superior).Select(u => u.Id).ToArray();
        var papers = await SuperiorPaper.ReadAsync(office, keeper, above, days, cancel);
        var letters = await LetterSent.ReadAsync(office, keeper, days, cancel);
        var inspections = await InspectionHeld.ReadAsync(office, keeper, days, cancel);
        return papers.Select(p => new Happened(p.SenderUnitId, LedgerRules.Recognise(p.Title, kinds), p.MayBeShown ? p.Title : "（不在知悉范围内）", p.MayBeShown ? p.DocumentNumber : "", p.On, EntryState.Counted) { Address = p.MayBeShown ? $"matters/{p.Code}" : "" })
            .Concat(letters.Select(l => new Happened(keeper, BurdenKind.Inspection, l.Title.Length > 0 ? $"督办：{l.Title}" : "（不在知悉范围内）", l.Title.Length > 0 ? l.Number : "", l.On, EntryState.Counted) { Address = l.Code.Length > 0 ? $"supervision/{l.Code}" : "" }))
            .Concat(inspections.Select(i => new Happened(keeper, BurdenKind.Inspection, i.Title, "", i.On, i.Waits ? EntryState.Asked : EntryState.Counted)
            {
                IsComprehensive = i.IsGeneral,
                IsOverPlan = i.IsOverPlan,
                Reason = i.Reason,
                Decision = i.Decision,
                DecidedBy = i.DecidedBy,
                Address = string.Create(CultureInfo.InvariantCulture, $"supervision/inspections/{i.Id}"),
            }));
    }
}
