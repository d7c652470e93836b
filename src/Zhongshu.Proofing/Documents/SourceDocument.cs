namespace Zhongshu.Proofing.Documents;

/// <summary>Where a paragraph stands in the file it was read from.</summary>
public enum ParagraphPlace
{
    /// <summary>The running text.</summary>
    Body,

    /// <summary>A cell of a table; see <see cref="Paragraph.Cell"/>.</summary>
    TableCell,

    /// <summary>A text box or a shape.</summary>
    TextBox,

    /// <summary>A page header.</summary>
    Header,

    /// <summary>A page footer.</summary>
    Footer,

    /// <summary>A footnote or an endnote.</summary>
    Footnote,
}

/// <summary>A cell's address: table, row and column, each counted from zero.</summary>
public readonly record struct CellAddress(int Table, int Row, int Column);

/// <summary>One paragraph as a reader sees it: accepted view, fields as their result.</summary>
public sealed record Paragraph
{
    /// <summary>Index in the document, counted from zero.</summary>
    public required int Index { get; init; }

    /// <summary>The text, without an automatic number and without a line break at the end.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public ParagraphPlace Place { get; init; }

    /// <summary>The automatic list number that the file's program would show before the text, such as <c>（一）</c>; otherwise <c>null</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The cell, when <see cref="Place"/> is <see cref="ParagraphPlace.TableCell"/>.</summary>
    public CellAddress? Cell { get; init; }

    /// <summary>The place in the file's own parts, for annotations and fixes; <c>null</c> when the format has none.</summary>
    public ParagraphOrigin? Origin { get; init; }
}

/// <summary>A document taken out of its file: paragraphs in reading order. Immutable.</summary>
public sealed record SourceDocument(IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>Takes plain text apart at line ends (LF, CRLF or CR). Nothing is lost but the line ends.</summary>
    public static SourceDocument FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = new List<Paragraph>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r')) continue;
            paragraphs.Add(new Paragraph { Index = paragraphs.Count, Text = text[start..i] });
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n') i++;
            start = i + 1;
        }

        return new SourceDocument(paragraphs);
    }
}
