using System.Text;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;

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
        for (var index = 0; index < document.Paragraphs.Count; index++)
        {
            var paragraph = document.Paragraphs[index];
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
        var at = All.First(text);
        if (at < 0) return text;
        var bare = new StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
            if (!All.Contains(text[at])) bare.Append(text[at]);
        return bare.ToString();
    }

    private static readonly UnitSet All = new(
        "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\u200B\uFEFF");
}
