using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>The body as a reader of manner sees it. Documents longer than any office writes are left alone: their manner is not in question.</summary>
internal static class RunningText
{
    private const int LongestDocument = 2_000;
    private static readonly UnitSet Ends = new("。；！？");

    /// <summary>Paragraphs of the body and its headings, without table cells; none of a text too long to be one document.</summary>
    public static List<Line> Of(CheckedText text)
    {
        if (text.Count > LongestDocument) return [];
        return [.. text.Lines().Where(line => line.Text.Length > 0 && IsBody(line.Role) && line.Paragraph.Place == Documents.ParagraphPlace.Body)];
    }

    public static bool IsHeading(Line line) => line.Role is ElementRole.Heading1 or ElementRole.Heading2 or ElementRole.Heading3 or ElementRole.Heading4;

    /// <summary>Sentences of a paragraph, as stretches of it.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Ends.First(text.AsSpan(start));
            var end = length < 0 ? text.Length : start + length;
            if (end > start) yield return (start, end);
            start = end + 1;
        }
    }

    /// <summary>Digits, or two Chinese numerals with a measure word behind, as 三百户.</summary>
    public static bool HasFigure(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (CharClass.IsDigit(text[i])) return true;
            if (i + 1 < text.Length && CharClass.IsChineseNumeral(text[i]) && (CharClass.IsChineseNumeral(text[i + 1]) || "万亿成倍名户个家项次亩元".Contains(text[i + 1]))) return true;
        }

        return false;
    }

    private static bool IsBody(ElementRole role) => role is ElementRole.None or ElementRole.Body or ElementRole.Heading1
        or ElementRole.Heading2 or ElementRole.Heading3 or ElementRole.Heading4;
}
