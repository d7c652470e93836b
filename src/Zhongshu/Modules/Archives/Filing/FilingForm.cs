namespace Zhongshu.Modules.Archives.Filing;

/// 归档 as a page or a program asks for it; what is left out is taken as proposed.
internal sealed record FilingForm
{
    public string? Retention { get; init; }

    public string? Section { get; init; }

    public int? Pages { get; init; }

    /// Needed when the retention is not the proposed one.
    public string? Reason { get; init; }

    /// The matter's version that the person saw; null: not checked.
    public int? Version { get; init; }
}

/// One matter of a batch.
internal sealed record BatchLine(string Code, FilingForm Form);

/// What became of one matter of a batch: its archival code, or the refusal.
internal sealed record BatchAnswer(string Code, string? ArchivalCode, Platform.Decisions.Refusal? Refusal);
