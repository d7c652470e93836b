using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Matters;

/// What a matter brings to the archive: its kind fills it in, the archivist sees it, the catalogue keeps it.
internal sealed record FilingFacts
{
    /// 责任者: who issued the document.
    public required string Responsible { get; init; }

    /// 文号
    public string DocumentNumber { get; init; } = "";

    public DateOnly? DocumentDate { get; init; }

    public int Pages { get; init; }

    /// The unit or section that handled it; its code stands in the archival code.
    public long? HandledBy { get; init; }

    /// What the retention criteria are looked for in.
    public required string Words { get; init; }

    /// What must happen before it is filed.
    public Refusal? NotYet { get; init; }
}

/// The processing slip as a file.
internal sealed record FiledSlip(string Name, string MediaType, byte[] Content);

/// What the archive gave a matter.
internal sealed record FiledAs(string ArchivalCode, string Retention, DateTimeOffset At);
