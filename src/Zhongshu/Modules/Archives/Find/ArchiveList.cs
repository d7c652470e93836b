using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Archives.Find;

/// A closed matter that waits for filing, with what the rules propose for it.
public sealed record WaitingRow
{
    public long Id { get; init; }

    public required string Matter { get; init; }

    public required string Title { get; init; }

    public int Classification { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// 应归未归
    public bool IsLate { get; init; }

    public required string Responsible { get; init; }

    public string DocumentNumber { get; init; } = "";

    public int Year { get; init; }

    public string Section { get; init; } = "";

    public required string Retention { get; init; }

    public required string RetentionWord { get; init; }

    /// Why this retention is proposed, by which rule, and where that stands.
    public required string Why { get; init; }

    public required string Rule { get; init; }

    public required string Citation { get; init; }

    public int Pages { get; init; }

    /// What must happen first; null when it can be filed.
    public string? NotYet { get; init; }

    internal static WaitingRow Of(Matter matter, FilingFacts facts, FilingProposal proposal, bool isLate) => new()
    {
        Id = matter.Id,
        Matter = matter.Code,
        Title = matter.Title,
        Classification = matter.Classification,
        ClosedAt = matter.ClosedAt,
        IsLate = isLate,
        Responsible = facts.Responsible,
        DocumentNumber = facts.DocumentNumber,
        Year = proposal.Place.Year,
        Section = proposal.Place.Section,
        Retention = proposal.Place.Retention,
        RetentionWord = proposal.RetentionWord,
        Why = proposal.Why,
        Rule = proposal.Rule.Id,
        Citation = proposal.Rule.Citation,
        Pages = proposal.Pages,
        NotYet = facts.NotYet?.Message,
    };
}

/// A closed matter that is not kept, and why.
public sealed record LeftOutRow(long Id, string Code, string Title, DateTimeOffset? ClosedAt, string Item, string Note, string PersonName, DateTimeOffset At);

/// The archive's three lists, each page from the last row seen; only what the reader may see.
internal sealed class ArchiveList(Office office, MatterKinds kinds)
{
    private const int MostFound = 500;

    public async Task<(IReadOnlyList<WaitingRow> Rows, long? Next)> WaitingAsync(ArchiveFilter filter, CancellationToken cancel)
    {
        var matters = await Waiting(filter).Where(m => filter.After == null || m.Id > filter.After).OrderBy(m => m.Id).Take(ArchiveFilter.PageSize + 1).ToListAsync(cancel);
        var page = matters.Take(ArchiveFilter.PageSize).ToList();
        return (await WithFactsAsync(page, cancel), matters.Count > page.Count ? page[^1].Id : null);
    }

    /// One matter as the list would show it; null when it does not wait for filing.
    public async Task<WaitingRow?> WaitingRowAsync(Matter matter, CancellationToken cancel) =>
        matter.State == MatterState.Closed ? (await WithFactsAsync([matter], cancel)).SingleOrDefault() : null;

    public async Task<(IReadOnlyList<ArchivedPiece> Rows, long? Next)> FiledAsync(ArchiveFilter filter, CancellationToken cancel)
    {
        var rows = await (await FoundAsync(filter, cancel)).Where(p => filter.After == null || p.Id < filter.After).OrderByDescending(p => p.Id).Take(ArchiveFilter.PageSize + 1).ToListAsync(cancel);
        return ([.. rows.Take(ArchiveFilter.PageSize)], rows.Count > ArchiveFilter.PageSize ? rows[ArchiveFilter.PageSize - 1].Id : null);
    }

    public async Task<(IReadOnlyList<LeftOutRow> Rows, long? Next)> LeftOutAsync(ArchiveFilter filter, CancellationToken cancel)
    {
        var rows = await (
            from row in office.Db.Set<NotFiled>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on row.MatterId equals matter.Id
            where matter.State == MatterState.Closed && (filter.After == null || matter.Id < filter.After)
            orderby matter.Id descending
            select new LeftOutRow(matter.Id, matter.Code, matter.Title, matter.ClosedAt, row.Item, row.Note, row.PersonName, row.At)).Take(ArchiveFilter.PageSize + 1).ToListAsync(cancel);
        return ([.. rows.Take(ArchiveFilter.PageSize)], rows.Count > ArchiveFilter.PageSize ? rows[ArchiveFilter.PageSize - 1].Id : null);
    }

    /// 归档文件目录: by year, retention, section and number, as it is printed.
    public IQueryable<ArchivedPiece> Catalogue(ArchiveFilter filter) =>
        Pieces(filter).OrderBy(p => p.Year).ThenBy(p => p.Retention).ThenBy(p => p.Section).ThenBy(p => p.Number);

    /// 应归未归: closed in a year whose filing deadline has passed.
    public Task<int> LateAsync(CancellationToken cancel)
    {
        var before = LateBefore();
        return Waiting(new ArchiveFilter()).CountAsync(m => m.ClosedAt < before, cancel);
    }

    public Task<List<int>> YearsAsync(CancellationToken cancel) =>
        office.Db.Set<ArchivedPiece>().Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancel);

    public async Task<IReadOnlyList<ArchiveGap>> GapsAsync(CancellationToken cancel)
    {
        var filed = await office.Db.Set<ArchivedPiece>().Where(p => p.UnitId == office.Actor.HomeUnitId).Select(p => new { p.Year, p.Section }).Distinct().ToListAsync(cancel);
        return ArchiveGap.Among(filed.Select(f => (f.Year, f.Section)), LateYear() - 1);
    }

    /// What was closed before this year is late when it is not filed.
    private int LateYear() => office.Today > ArchiveRules.FiledBy(office.Rules, office.Today.Year - 1) ? office.Today.Year : office.Today.Year - 1;

    public DateTimeOffset LateBefore() => OfficeDay.Start(new DateOnly(LateYear(), 1, 1));

    public IQueryable<Matter> Waiting(ArchiveFilter filter)
    {
        var filed = kinds.Filed;
        var waiting = office.Db.Set<Matter>().AsNoTracking()
            .Where(m => m.State == MatterState.Closed && filed.Contains(m.Kind) && !office.Db.Set<NotFiled>().Any(n => n.MatterId == m.Id));
        if (filter.Year is { } year)
        {
            var (from, to) = (OfficeDay.Start(new DateOnly(year, 1, 1)), OfficeDay.Start(new DateOnly(year + 1, 1, 1)));
            waiting = waiting.Where(m => m.ClosedAt >= from && m.ClosedAt < to);
        }

        return filter.Words is { } words ? waiting.Where(m => m.Title.Contains(words) || m.Code.Contains(words)) : waiting;
    }

    private IQueryable<ArchivedPiece> Pieces(ArchiveFilter filter)
    {
        var pieces = office.Db.Set<ArchivedPiece>().AsNoTracking();
        if (filter.Year is { } year) pieces = pieces.Where(p => p.Year == year);
        if (filter.Retention is { } retention) pieces = pieces.Where(p => p.Retention == retention);
        if (filter.Section is { } section) pieces = pieces.Where(p => p.Section == section);
        return filter.Words is { } words ? pieces.Where(p => p.Title.Contains(words) || p.DocumentNumber.Contains(words) || p.Code.Contains(words)) : pieces;
    }

    /// The words may stand in the title, the numbers, or anywhere in the text of the file.
    private async Task<IQueryable<ArchivedPiece>> FoundAsync(ArchiveFilter filter, CancellationToken cancel)
    {
        if (filter.Words is not { } words) return Pieces(filter);
        var (matters, _) = await SearchQuery.FindAsync(office, SearchAsk.Read(words), null, MostFound, cancel);
        var ids = matters.ToArray();
        return Pieces(filter with { Words = null }).Where(p => p.Title.Contains(words) || p.DocumentNumber.Contains(words) || p.Code.Contains(words) || ids.Contains(p.MatterId));
    }

    private async Task<IReadOnlyList<WaitingRow>> WithFactsAsync(IReadOnlyList<Matter> matters, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var facts = new Dictionary<long, FilingFacts>();
        foreach (var kind in matters.GroupBy(m => m.Kind))
        {
            foreach (var (id, each) in await kinds.Of(kind.First()).FilingAsync(office, [.. kind.Select(m => m.Id)], cancel)) facts[id] = each;
        }

        var late = LateBefore();
        return [.. matters.Where(m => facts.ContainsKey(m.Id)).Select(m => WaitingRow.Of(m, facts[m.Id], FilingProposal.Of(office.Rules, book, m, facts[m.Id]), m.ClosedAt < late))];
    }
}
