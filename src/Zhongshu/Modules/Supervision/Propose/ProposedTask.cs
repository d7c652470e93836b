using Zhongshu.Calendar;

namespace Zhongshu.Modules.Supervision.Propose;

/// A unit that a text may name, by the words it goes by.
internal sealed record NamedUnit(long Id, string Name, IReadOnlyList<string> Words);

/// What a text is read by: which units there are, whose duties it touches, which words show work to do and work done.
internal sealed record ReportReading
{
    public required IReadOnlyList<NamedUnit> Units { get; init; }

    /// 职责: the unit whose duties a sentence touches, and by which duty; null for none.
    public required Func<string, (long Unit, string Why)?> ByDuty { get; init; }

    public required IReadOnlyList<string> Verbs { get; init; }

    public required IReadOnlyList<string> PastMarks { get; init; }

    public required int Year { get; init; }

    public required DateOnly Today { get; init; }

    public required WorkCalendar Calendar { get; init; }
}

/// A task as a sentence of a report proposes it. A person ticks it, mends it and confirms it; the program dockets nothing by itself.
internal sealed record ProposedTask
{
    /// 第几段, and the sentence to the letter.
    public required int Paragraph { get; init; }

    public required string Sentence { get; init; }

    public string Heading { get; init; } = "";

    public required string Title { get; init; }

    public string Measure { get; init; } = "";

    public long? Lead { get; init; }

    /// Why this unit: named in the text, or by which duty.
    public string LeadWhy { get; init; } = "";

    public IReadOnlyList<long> Supporting { get; init; } = [];

    public DateOnly? Due { get; init; }

    public string DueWords { get; init; } = "";
}
