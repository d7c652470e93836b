using System.Text;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>Puts certain fixes into a text or Markdown file; encoding, line ends and marks stay as they are.</summary>
public static class TextFileFixer
{
    /// <summary>The new file and the fixes that went in.</summary>
    public sealed record Fixed(byte[] Bytes, IReadOnlyList<Finding> Applied);

    /// <summary>Applies the certain fixes that lie within one stretch of a line.</summary>
    /// <param name="file">The file as it was read.</param>
    /// <param name="document">What <see cref="DocumentReader"/> made of it.</param>
    /// <param name="findings">Findings about that document.</param>
    /// <returns>The file unchanged, with no fix applied, when its bytes are no text.</returns>
    public static Fixed Apply(byte[] file, SourceDocument document, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(document);
        if (TextDecoding.Detect(file) is not { } encoding) return new Fixed(file, []);
        var text = TextDecoding.Decode(file, encoding);
        byte[] mark = file.AsSpan().StartsWith(encoding.Preamble) ? encoding.GetPreamble() : [];
        if (!file.AsSpan(mark.Length).SequenceEqual(encoding.GetBytes(text))) return new Fixed(file, []); // broken bytes stay as they are
        var starts = LineStarts(text);
        var edits = new List<(int At, Finding Finding)>();
        foreach (var finding in SlicedFixes.Certain(document, findings))
        {
            if (Place(document.Paragraphs[finding.Paragraph], finding) is not { } place || place.Line >= starts.Count) continue;
            var at = starts[place.Line] + place.Offset;
            if (at + finding.Text.Length <= text.Length && text.AsSpan(at, finding.Text.Length).SequenceEqual(finding.Text)) edits.Add((at, finding));
        }

        if (edits.Count == 0) return new Fixed(file, []);
        var (changed, from) = (new StringBuilder(), 0);
        foreach (var (at, finding) in edits.OrderBy(e => e.At))
        {
            changed.Append(text, from, at - from).Append(finding.Fix);
            from = at + finding.Text.Length;
        }

        changed.Append(text, from, text.Length - from);
        return new Fixed([.. mark, .. encoding.GetBytes(changed.ToString())], [.. edits.Select(e => e.Finding)]);
    }

    private static (int Line, int Offset)? Place(Paragraph paragraph, Finding finding)
    {
        if (paragraph.Origin is not { Part.Length: 0 } origin) return null;
        foreach (var piece in origin.Pieces)
        {
            if (finding.Start >= piece.Start && finding.End <= piece.End) return (origin.Ordinal, piece.Offset + finding.Start - piece.Start);
        }

        return null;
    }

    /// <summary>The same lines as <see cref="SourceDocument.FromText"/> sees.</summary>
    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r')) continue;
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n') i++;
            starts.Add(i + 1);
        }

        return starts;
    }
}
