namespace Zhongshu.Proofing.Findings;

/// <summary>How sure and how grave a finding is.</summary>
public enum Severity
{
    /// <summary>建议: the text may stand; a careful editor would look.</summary>
    Suggestion,

    /// <summary>疑似: probably wrong; a person decides.</summary>
    Suspect,

    /// <summary>错误: certain by rule.</summary>
    Error,
}

/// <summary>One remark of the proofreader about one stretch of one paragraph.</summary>
/// <param name="Rule">Rule id, family first: <c>typo.deep</c>, <c>punct.pair</c>, <c>heading.gap</c> …</param>
/// <param name="Severity">错误, 疑似 or 建议.</param>
/// <param name="Message">Chinese sentence that says what is wrong and why.</param>
/// <param name="Paragraph">Index of the paragraph in <see cref="Documents.SourceDocument.Paragraphs"/>.</param>
/// <param name="Start">First UTF-16 unit of the stretch, inside the paragraph.</param>
/// <param name="End">One past the last UTF-16 unit; equal to <paramref name="Start"/> for an insertion point.</param>
/// <param name="Text">The stretch as it stands.</param>
/// <param name="Fix">What to put in its place where one answer is certain; otherwise <c>null</c>.</param>
/// <param name="Source">The rule's source: standard and clause, regulation and article, or 单位词表.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Message,
    int Paragraph,
    int Start,
    int End,
    string Text,
    string? Fix,
    string Source,
    double Confidence);
