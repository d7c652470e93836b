using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Structure;

/// <summary>The structure while it is being recovered.</summary>
internal sealed class StructureDraft(SourceDocument document)
{
    public ElementRole[] Roles { get; } = new ElementRole[document.Paragraphs.Count];

    public List<Line> Lines { get; } = Line.Of(document);

    public List<Line> Title { get; } = [];

    public List<string> Issuers { get; } = [];

    public List<string> Marks { get; } = [];

    public List<string> Signers { get; } = [];

    public List<string> Signatures { get; } = [];

    public List<string> Attachments { get; } = [];

    public string? Number { get; set; }

    public string? NumberAsWritten { get; set; }

    public string? Classification { get; set; }

    public string? SecrecyTerm { get; set; }

    public string? Urgency { get; set; }

    public string? Addressee { get; set; }

    public DateOnly? Date { get; set; }

    public string? CopyTo { get; set; }

    public void Set(Line line, ElementRole role) => Roles[line.Index] = role;

    public bool IsFree(Line line) => Roles[line.Index] == ElementRole.None;

    public DocumentStructure Finish()
    {
        var title = Title.Count == 0 ? null : string.Concat(Title.Select(l => l.Text.ReplaceLineEndings("").Trim()));
        return new DocumentStructure
        {
            Document = document,
            Roles = Roles,
            Kind = KindWords.Of(title, Marks),
            Title = title,
            Issuers = Issuers,
            DocumentNumber = Number,
            DocumentNumberAsWritten = NumberAsWritten,
            Classification = Classification,
            SecrecyTerm = SecrecyTerm,
            Urgency = Urgency,
            Signers = Signers,
            Addressee = Addressee,
            Signatures = Signatures,
            Date = Date,
            CopyTo = CopyTo,
            Attachments = Attachments,
        };
    }
}
