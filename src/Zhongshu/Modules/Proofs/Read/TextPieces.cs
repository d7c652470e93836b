using Zhongshu.Proofing.Documents;

namespace Zhongshu.Modules.Proofs.Read;

/// A stretch of the shown text: plain, marked by a finding, or left out.
public sealed record TextPiece(string Text, ProofFinding? Finding = null, int LeftOut = 0);

/// A paragraph as shown; one without pieces stands for paragraphs left out.
public sealed record TextLine(int Paragraph, string Number, IReadOnlyList<TextPiece> Pieces, int LeftOut = 0);

/// The text beside the findings: whole when it is short; when it is long, what stands around the findings of this page.
internal static class TextPieces
{
    /// What a page shows whole without choking.
    public const int Short = 20_000;

    private const int LongParagraph = 1_200;
    private const int Around = 150;

    public static IReadOnlyList<TextLine> Of(SourceDocument document, IReadOnlyList<ProofFinding> findings)
    {
        var byParagraph = findings.ToLookup(f => f.Paragraph);
        var isShort = document.Paragraphs.Sum(p => (long)p.Text.Length) <= Short;
        var lines = new List<TextLine>();
        var leftOut = 0;
        for (var i = 0; i < document.Paragraphs.Count; i++)
        {
            if (!isShort && !(byParagraph.Contains(i - 1) || byParagraph.Contains(i) || byParagraph.Contains(i + 1)))
            {
                leftOut++;
                continue;
            }

            if (leftOut > 0) lines.Add(new TextLine(-1, "", [], leftOut));
            leftOut = 0;
            lines.Add(new TextLine(i, document.Paragraphs[i].Number ?? "", Pieces(document.Paragraphs[i].Text, byParagraph[i])));
        }

        if (leftOut > 0) lines.Add(new TextLine(-1, "", [], leftOut));
        return lines;
    }

    private static List<TextPiece> Pieces(string text, IEnumerable<ProofFinding> findings)
    {
        var (pieces, at) = (new List<TextPiece>(), 0);
        foreach (var finding in findings.OrderBy(f => f.Start).ThenBy(f => f.End))
        {
            var start = Math.Clamp(finding.Start, at, text.Length);
            var end = Math.Clamp(finding.End, start, text.Length);
            Plain(pieces, text, at, start);
            var stretch = text[start..end];
            pieces.Add(new TextPiece(stretch.Length <= LongParagraph ? stretch : stretch[..Around] + "……", finding));
            at = end;
        }

        Plain(pieces, text, at, text.Length);
        return pieces;
    }

    /// In a very long paragraph only what stands around the findings is shown.
    private static void Plain(List<TextPiece> pieces, string text, int from, int to)
    {
        if (from >= to) return;
        if (text.Length <= LongParagraph || to - from <= 3 * Around)
        {
            pieces.Add(new TextPiece(text[from..to]));
            return;
        }

        var (head, tail) = (from == 0 && pieces.Count == 0 ? from : Whole(text, from + Around), to == text.Length && pieces.Count > 0 ? to : Whole(text, to - Around));
        if (head > from) pieces.Add(new TextPiece(text[from..head]));
        pieces.Add(new TextPiece("", LeftOut: tail - head));
        if (to > tail) pieces.Add(new TextPiece(text[tail..to]));
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
}
