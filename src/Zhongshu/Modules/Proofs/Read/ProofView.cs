using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs.Read;

/// What of the findings is asked for; the URL is the state.
internal sealed record FindingFilter(Severity? Severity, string Family, FindingState? State)
{
    public static FindingFilter Of(string? severity, string? family, string? state) => new(
        severity switch { "error" => Zhongshu.Proofing.Findings.Severity.Error, "suspect" => Zhongshu.Proofing.Findings.Severity.Suspect, "hint" => Zhongshu.Proofing.Findings.Severity.Suggestion, _ => null },
        family is not null && RuleWords.Families.ContainsKey(family) ? family : "",
        state switch { "open" => FindingState.Open, "accepted" => FindingState.Accepted, "ignored" => FindingState.Ignored, _ => null });

    public IQueryable<ProofFinding> Apply(IQueryable<ProofFinding> findings)
    {
        if (Severity is { } severity) findings = findings.Where(f => f.Severity == severity);
        if (State is { } state) findings = findings.Where(f => f.State == state);
        if (Family.Length == 0) return findings;
        var head = Family + ".";
        return findings.Where(f => f.Rule.StartsWith(head));
    }
}

/// One page of a proof: findings, and the text that they stand in.
internal sealed record ProofView(Proof Proof, SourceDocument Document, IReadOnlyList<ProofFinding> Findings, IReadOnlyList<TextLine> Text)
{
    public const int Most = 60;

    public int Page { get; init; }

    public int Pages { get; init; }

    /// Of the filter.
    public int Matching { get; init; }

    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    public int CertainOpen { get; init; }

    public int Total => Tallies.Sum(t => t.Count);

    public int Of(Severity severity) => Tallies.Where(t => t.Severity == severity).Sum(t => t.Count);

    public int Of(FindingState state) => Tallies.Where(t => t.State == state).Sum(t => t.Count);

    public int OfFamily(string family) => Tallies.Where(t => RuleWords.FamilyOf(t.Rule) == family).Sum(t => t.Count);

    public static async Task<ProofView?> ReadAsync(Office office, long id, FindingFilter filter, int page, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, id, cancel) is not { } proof) return null;
        var all = office.Db.Set<ProofFinding>().AsNoTracking().Where(f => f.ProofId == id);
        var tallies = await all.GroupBy(f => new { f.Rule, f.Severity, f.State }).Select(g => new Tally(g.Key.Rule, g.Key.Severity, g.Key.State, g.Count())).ToListAsync(cancel);
        var asked = filter.Apply(all);
        var matching = await asked.CountAsync(cancel);
        var pages = Math.Max(1, (matching + Most - 1) / Most);
        page = Math.Clamp(page, 1, pages);
        var findings = await asked.OrderBy(f => f.Number).Skip((page - 1) * Most).Take(Most).ToListAsync(cancel);
        var document = proof.Document();
        return new ProofView(proof, document, findings, TextPieces.Of(document, findings))
        {
            Page = page, Pages = pages, Matching = matching, Tallies = tallies,
            CertainOpen = await all.CountAsync(f => f.State == FindingState.Open && f.Severity == Severity.Error && f.Fix != null, cancel),
        };
    }
}

internal sealed record Tally(string Rule, Severity Severity, FindingState State, int Count);
