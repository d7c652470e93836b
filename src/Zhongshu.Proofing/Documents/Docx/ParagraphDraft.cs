using System.Text;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>A paragraph being read.</summary>
internal sealed class ParagraphDraft(int ordinal, ParagraphPlace place, CellAddress? cell)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextPiece> _pieces = [];

    public string? Style { get; set; }

    public string? NumId { get; set; }

    public int? Level { get; set; }

    /// <summary>The paragraph mark is a tracked deletion: the next paragraph continues this one.</summary>
    public bool MarkDeleted { get; set; }

    /// <summary>Text boxes anchored before the first character, and those after it.</summary>
    public List<Paragraph> Before { get; } = [];

    public List<Paragraph> After { get; } = [];

    public bool IsEmpty => _text.Length == 0;

    public void Append(string text, int run, int child, int offset)
    {
        if (text.Length == 0) return;
        _pieces.Add(new TextPiece(_text.Length, text.Length, run, child, offset));
        _text.Append(text);
    }

    public void Keep(Paragraph textBox) => (IsEmpty ? Before : After).Add(textBox);

    public Paragraph Finish(string part, string? number) => new()
    {
        Index = 0,
        Text = _text.ToString(),
        Place = place,
        Cell = cell,
        Number = number,
        Origin = new ParagraphOrigin(part, ordinal, _pieces),
    };
}
