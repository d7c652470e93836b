using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Reports;

/// <summary>One finding as plain words, for a table on a terminal or a page.</summary>
/// <param name="Place">第3段, 表1第2行第3列, 页眉 …</param>
/// <param name="Severity">错误, 疑似 or 建议.</param>
/// <param name="Text">The stretch with a little of what stands around it.</param>
/// <param name="Message">What is wrong and why.</param>
/// <param name="Fix">The proposal; empty when there is none, （删去） for a deletion.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Source">Its source.</param>
public sealed record ReportRow(string Place, string Severity, string Text, string Message, string Fix, string Rule, string Source)
{
    private const int Around = 6;

    /// <summary>The rows of a report, in the order of the findings.</summary>
    public static IReadOnlyList<ReportRow> Of(SourceDocument document, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        return [.. findings.Select(f => Row(document, f))];
    }

    private static ReportRow Row(SourceDocument document, Finding finding)
    {
        var paragraph = finding.Paragraph >= 0 && finding.Paragraph < document.Paragraphs.Count ? document.Paragraphs[finding.Paragraph] : null;
        var fix = finding.Fix switch { null => "", "" => "（删去）", var text => text };
        return new ReportRow(
            paragraph is null ? "" : PlaceName.Of(paragraph),
            finding.Severity.Name(),
            paragraph is null ? finding.Text : Context(paragraph.Text, finding),
            finding.Message,
            fix,
            finding.Rule,
            finding.Source);
    }

    private static string Context(string text, Finding finding)
    {
        var start = Math.Clamp(finding.Start, 0, text.Length);
        var end = Math.Clamp(finding.End, start, text.Length);
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return $"{(from > 0 ? "…" : "")}{text[from..start]}【{text[start..end]}】{text[end..to]}{(to < text.Length ? "…" : "")}".ReplaceLineEndings(" ");
    }
}
