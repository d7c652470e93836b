using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Instructions;

/// Which instructions: whose, of when, and whether only those that differ from what was proposed.
internal sealed record InstructionFilter
{
    public long? Leader { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool Differs { get; init; }

    /// Only documents that are not closed or not reported back yet.
    public bool Pending { get; init; }

    public long? After { get; init; }

    public static InstructionFilter Read(IQueryCollection query) => new()
    {
        Leader = long.TryParse(query["leader"], CultureInfo.InvariantCulture, out var leader) ? leader : null,
        From = DateOnly.TryParse(query["from"], CultureInfo.InvariantCulture, out var from) ? from : null,
        To = DateOnly.TryParse(query["to"], CultureInfo.InvariantCulture, out var to) ? to : null,
        Differs = query["differs"].Count > 0,
        Pending = query["pending"].Count > 0,
        After = long.TryParse(query["after"], CultureInfo.InvariantCulture, out var after) ? after : null,
    };

    public string Address(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["leader"] = Leader?.ToString(CultureInfo.InvariantCulture),
        ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("O", CultureInfo.InvariantCulture),
        ["differs"] = Differs ? "1" : null,
        ["pending"] = Pending ? "1" : null,
    }.Where(q => q.Value is not null));
}

/// One instruction with its document, what had been proposed, and how far it is carried out.
public sealed record InstructionRow(
    long Id, string Code, string RegistryNumber, string Title, string Leader, string? RecordedBy, DateOnly WrittenOn, string Text, string? Proposed, Agreement Agreement,
    MatterState State, string Stage, string Holder, DateTimeOffset HeldSince, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, bool IsReported);

/// 领导批示件: every instruction on documents that the reader may see, newest first.
internal static class InstructionList
{
    public const int PageSize = 50;
    private const int FewMatters = 1000;

    public static async Task<(IReadOnlyList<InstructionRow> Rows, long? Next)> PageAsync(Office office, InstructionFilter filter, int size, CancellationToken cancel)
    {
        var few = await FewMattersAsync(office, cancel);
        var found = await (
            from opinion in Opinions(office, filter, few)
            join matter in office.Db.Set<Matter>() on opinion.MatterId equals matter.Id
            join document in office.Db.Set<IncomingDocument>() on opinion.MatterId equals document.MatterId
            where !filter.Pending || matter.State == MatterState.Open || matter.State == MatterState.Suspended || (matter.State == MatterState.Closed && document.AnsweredAt == null && document.AnswerWaived == "")
            orderby opinion.Id descending
            select new { opinion, matter, document.RegistryNumber, IsReported = document.AnsweredAt != null || document.AnswerWaived != "" }).Take(size + 1).ToListAsync(cancel);
        var page = found.Take(size).ToList();
        var matters = page.Select(p => p.matter.Id).Distinct().ToArray();
        var proposals = (await office.Db.Set<Opinion>().AsNoTracking().Where(o => matters.Contains(o.MatterId) && o.StepId == "proposed-handling").ToListAsync(cancel))
            .GroupBy(o => o.MatterId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Id)!.Text);
        var rows = page.Select(p => new InstructionRow(
            p.opinion.Id, p.matter.Code, p.RegistryNumber, p.matter.Title, p.opinion.PersonName, p.opinion.RecordedBy, p.opinion.WrittenOn, p.opinion.Text, proposals.GetValueOrDefault(p.matter.Id),
            InstructionAgreement.Of(office.Rules, p.opinion.Text), p.matter.State, p.matter.Stage, p.matter.Holder, p.matter.HeldSince, p.matter.DueAt, p.matter.ClosedAt, p.IsReported)).ToList();
        return (rows, found.Count > size ? page[^1].opinion.Id : null);
    }

    private static async Task<long[]> FewMattersAsync(Office office, CancellationToken cancel)
    {
        if (office.Actor.SeesAll) return [];
        var subjects = office.Actor.Subjects;
        var seen = await office.Db.Set<MatterAccess>().Where(a => subjects.Contains(a.Subject)).OrderBy(a => a.Subject).ThenBy(a => a.MatterId).Select(a => a.MatterId).Take(FewMatters + 1).ToArrayAsync(cancel);
        return seen.Length <= FewMatters ? seen : [];
    }

    private static IQueryable<Opinion> Opinions(Office office, InstructionFilter filter, long[] few)
    {
        var opinions = office.Db.Set<Opinion>().AsNoTracking().Where(o => o.Kind == OpinionKind.Instruction);
        // Whoever sees few matters is asked from that side, so that he does not walk through everybody's instructions.
        if (few.Length > 0) opinions = opinions.Where(o => few.Contains(o.MatterId));
        if (filter.After is { } after) opinions = opinions.Where(o => o.Id < after);
        if (filter.Leader is { } leader) opinions = opinions.Where(o => o.PersonId == leader);
        if (filter.From is { } from) opinions = opinions.Where(o => o.At >= OfficeDay.Start(from));
        if (filter.To is { } to) opinions = opinions.Where(o => o.At < OfficeDay.End(to));
        if (!filter.Differs) return opinions;
        var words = office.Rules.Value(IncomingRules.DifferenceWords).ToArray();
        return opinions.Where(o => words.Any(w => o.Text.Contains(w)));
    }
}
