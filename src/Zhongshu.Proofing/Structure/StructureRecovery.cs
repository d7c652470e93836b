using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Structure;

/// <summary>
/// Finds out what each paragraph is, from the text and its order alone, so that plain text works as well as a Word file.
/// Pure and total: any document gives a structure; what is not recognised has role <see cref="ElementRole.None"/>, or
/// <see cref="ElementRole.Body"/> once the body has begun.
/// </summary>
public static class StructureRecovery
{
    /// <summary>Recovers the structure of a document.</summary>
    public static DocumentStructure Recover(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var draft = new StructureDraft(document);
        var body = HeadZone.Read(draft);
        ImprintZone.Read(draft, body);
        var end = ClosingZone.Read(draft, body);
        BodyZone.Read(draft, body, end);
        return draft.Finish();
    }
}
