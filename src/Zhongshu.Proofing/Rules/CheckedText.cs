using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules;

/// <summary>One paragraph under check, with its role.</summary>
internal readonly record struct Line(Paragraph Paragraph, ElementRole Role)
{
    public string Text => Paragraph.Text;

    public int Index => Paragraph.Index;

    public Place At(int start, int end) => new(Paragraph.Index, start, end);
}

/// <summary>The document under check with what the office knows about it.</summary>
internal sealed record CheckedText(DocumentStructure Structure, CheckContext Context, RuleData Data)
{
    public IReadOnlyList<Paragraph> Paragraphs => Structure.Document.Paragraphs;

    public int Count => Structure.Document.Paragraphs.Count;

    public Line this[int index] => new(Paragraphs[index], index < Structure.Roles.Count ? Structure.Roles[index] : ElementRole.None);

    public IEnumerable<Line> Lines()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }
}

/// <summary>A rule that looks at one paragraph at a time. Linear in its length.</summary>
internal interface IParagraphRule
{
    void Look(Line line, Remarks remarks);
}

/// <summary>A rule that needs the whole document. Linear in its length.</summary>
internal interface IDocumentRule
{
    void Look(CheckedText text, Remarks remarks);
}
