using System.Buffers;
using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Structure;

/// <summary>A paragraph with text, as the recovery looks at it.</summary>
/// <param name="Index">Index of the paragraph.</param>
/// <param name="Text">Automatic number and text.</param>
/// <param name="Bare">The same without any blank.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="AfterBlank">An empty paragraph goes before.</param>
internal sealed record Line(int Index, string Text, string Bare, ParagraphPlace Place, bool AfterBlank)
{
    private const string SentenceEnds = "。；，！？;!?…";

    public bool EndsSentence => Bare.Length > 0 && SentenceEnds.Contains(Bare[^1], StringComparison.Ordinal);

    public bool EndsWithColon => Bare.Length > 0 && Bare[^1] is '：' or ':';

    public bool InTable => Place == ParagraphPlace.TableCell;

    /// <summary>The lines of the running document; headers, footers and notes are not among them.</summary>
    public static List<Line> Of(SourceDocument document)
    {
        var (lines, afterBlank) = (new List<Line>(), false);
        foreach (var (paragraph, index) in document.Paragraphs.Select((p, i) => (p, i)))
        {
            if (paragraph.Place is ParagraphPlace.Header or ParagraphPlace.Footer or ParagraphPlace.Footnote) continue;
            var text = paragraph.Number + paragraph.Text;
            var bare = text.Bare();
            if (bare.Length > 0) lines.Add(new Line(index, text, bare, paragraph.Place, afterBlank));
            afterBlank = bare.Length == 0;
        }

        return lines;
    }
}

internal static class Blanks
{
    /// <summary>The text without blanks of any width, line breaks and zero-width signs.</summary>
    public static string Bare(this string text)
    {
        var at = text.AsSpan().IndexOfAny(All);
        if (at < 0) return text;
        var bare = new StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
            if (!All.Contains(text[at])) bare.Append(text[at]);
        return bare.ToString();
    }

    private static readonly SearchValues<char> All =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')]);
}
