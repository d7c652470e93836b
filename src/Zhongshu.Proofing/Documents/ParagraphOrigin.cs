namespace Zhongshu.Proofing.Documents;

/// <summary>A stretch of a paragraph's text and the place it was read from.</summary>
/// <param name="Start">First UTF-16 unit in <see cref="Paragraph.Text"/>.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Run">Docx: the ordinal of the run (<c>w:r</c>) among all runs of the part; −1 where the text lies in no run.</param>
/// <param name="Child">Docx: the ordinal of the element inside the run.</param>
/// <param name="Offset">First UTF-16 unit inside that element, or inside the line of a text file.</param>
public readonly record struct TextPiece(int Start, int Length, int Run, int Child, int Offset)
{
    /// <summary>One past the last UTF-16 unit in the paragraph.</summary>
    public int End => Start + Length;
}

/// <summary>Where a paragraph comes from.</summary>
/// <param name="Part">Docx: the part's name in the package, such as <c>word/document.xml</c>; text files: empty.</param>
/// <param name="Ordinal">Docx: the ordinal of the paragraph element (<c>w:p</c>) in the part; text files: the line, from zero.</param>
/// <param name="Pieces">The stretches in order. They cover the whole text.</param>
public sealed record ParagraphOrigin(string Part, int Ordinal, IReadOnlyList<TextPiece> Pieces);
