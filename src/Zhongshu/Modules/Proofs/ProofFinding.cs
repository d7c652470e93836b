using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs;

public enum FindingState
{
    /// 未处理
    Open,

    /// 已采纳
    Accepted,

    /// 已忽略
    Ignored,
}

/// One finding of a check and what its reader decided about it.
public sealed class ProofFinding
{
    private const int LongestReason = 200;

    public long ProofId { get; init; }

    /// Its place in the list, from one.
    public int Number { get; init; }

    public required string Rule { get; init; }

    public Severity Severity { get; init; }

    public required string Message { get; init; }

    public int Paragraph { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public required string Text { get; init; }

    public string? Fix { get; init; }

    public required string Source { get; init; }

    public double Confidence { get; init; }

    public FindingState State { get; private set; }

    /// What was put in its place, when it was accepted.
    public string? Replacement { get; private set; }

    /// Why it was ignored.
    public string? Reason { get; private set; }

    public static ProofFinding Of(long proofId, int number, Finding f) => new()
    {
        ProofId = proofId, Number = number, Rule = f.Rule, Severity = f.Severity, Message = f.Message, Paragraph = f.Paragraph,
        Start = f.Start, End = f.End, Text = f.Text, Fix = f.Fix, Source = f.Source, Confidence = f.Confidence,
    };

    /// As the engine made it; an accepted one carries what the person wrote.
    public Finding ToFinding() => new(Rule, Severity, Message, Paragraph, Start, End, Text, State == FindingState.Accepted ? Replacement : Fix, Source, Confidence);

    /// A certain error that carries its one answer.
    public bool IsCertain => Severity == Severity.Error && Fix is not null;

    public Refusal? Accept(string? instead)
    {
        if ((instead ?? Fix) is not { } text) return ProofRefusals.NoFix;
        (State, Replacement, Reason) = (FindingState.Accepted, text, null);
        return null;
    }

    public Refusal? Ignore(string reason)
    {
        if (reason.Length == 0) return ProofRefusals.Reason;
        if (reason.Length > LongestReason) return ProofRefusals.LongReason;
        (State, Replacement, Reason) = (FindingState.Ignored, null, reason);
        return null;
    }

    public void Reopen() => (State, Replacement, Reason) = (FindingState.Open, null, null);
}

internal sealed class ProofFindingTable : IEntityTypeConfiguration<ProofFinding>
{
    public void Configure(EntityTypeBuilder<ProofFinding> table)
    {
        table.ToTable("ProofFinding").HasKey(f => new { f.ProofId, f.Number });
        table.Property(f => f.Rule).HasMaxLength(60);
        table.Property(f => f.Reason).HasMaxLength(200);
    }
}
