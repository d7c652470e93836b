using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Electronic;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Checks;

/// Gathers the figures of the archive for its checks.
internal sealed class HoldingReading(Office office, ArchiveList list)
{
    public const string Arranging = "arrange";

    public async Task<HoldingFigures> ReadAsync(CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var (db, rules, today) = (office.Db, office.Rules, office.Today);
        var pieces = db.Set<ArchivedPiece>().Where(p => p.UnitId == keeper);
        var good = OfficeDay.Start(today.AddMonths(-rules.Value(CheckRules.GoodFor)));
        var sections = book.WorkingSections(keeper, today).Select(u => u.Id).ToList();
        var held = await db.Set<ArchiveDuty>().AsNoTracking().Where(d => d.KeeperId == keeper).ToListAsync(cancel);
        var scoped = await db.Set<ArchiveScope>().Where(s => s.KeeperId == keeper).Select(s => s.UnitId).Distinct().ToListAsync(cancel);
        var topics = await TopicView.AllAsync(office, keeper, cancel);
        // Numbers are counted without the reader's filter: one he may not see is no gap.
        var sequences = await db.Set<ArchivedPiece>().IgnoreQueryFilters().Where(p => p.UnitId == keeper).GroupBy(p => new { p.Year, p.Retention, p.Section }).Select(g => new { Count = g.Count(), Last = g.Max(p => p.Number) }).ToListAsync(cancel);
        return new HoldingFigures
        {
            Pieces = await pieces.CountAsync(cancel),
            Late = await list.LateAsync(cancel),
            Gaps = (await list.GapsAsync(cancel)).Count,
            MissingNumbers = HoldingChecks.MissingNumbers(sequences.Select(s => (s.Count, s.Last))),
            ArrangingDue = await ArrangingDueAsync(keeper, cancel),
            SectionsWithoutScope = sections.Count(s => !scoped.Contains(s)),
            UnheldDuties = DutyRules.Unheld(rules.Value(DutyRules.Kinds), held, sections).Count,
            Undetected = await pieces.CountAsync(p => !db.Set<ArchiveDetection>().Any(d => d.PieceId == p.Id && d.IsWell && d.At >= good), cancel),
            LateLoans = await db.Set<ArchiveLoan>().CountAsync(l => l.KeeperId == keeper && l.State == LoanState.Lent && l.DueOn < today, cancel),
            NeverUsed = await UseFigures.NeverUsed(office).CountAsync(p => p.UnitId == keeper, cancel),
            Products = await db.Set<ArchiveProduct>().CountAsync(p => p.KeeperId == keeper && p.Year == today.Year, cancel),
            OpenTopics = topics.Count,
            ThinTopics = topics.Count(t => t.Missing.Count > 0),
        };
    }

    private async Task<DateOnly?> ArrangingDueAsync(long keeper, CancellationToken cancel)
    {
        if (office.Rules.Value(WorkRules.Kinds).FirstOrDefault(k => k.Id == Arranging) is not { } kind) return null;
        var works = await office.Db.Set<ArchiveWork>().AsNoTracking().Where(w => w.KeeperId == keeper && w.Kind == Arranging).ToListAsync(cancel);
        if (works.Exists(w => w.ClosedOn is null)) return null;
        var first = await office.Db.Set<ArchivedPiece>().Where(p => p.UnitId == keeper).OrderBy(p => p.Id).Select(p => (DateTimeOffset?)p.FiledAt).FirstOrDefaultAsync(cancel);
        return WorkRules.NextOn(kind, works.Max(w => w.ClosedOn), first is { } at ? OfficeDay.Of(at) : null);
    }
}
