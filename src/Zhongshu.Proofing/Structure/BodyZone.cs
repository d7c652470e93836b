using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Structure;

/// <summary>The body and the attachments: heading levels, and plain text for the rest.</summary>
internal static class BodyZone
{
    /// <summary>A number opens with one of these: most lines need no look at the patterns.</summary>
    private static readonly UnitSet Numbers = new("一二三四五六七八九十百（(第〇零0123456789０１２３４５６７８９");

    public static void Read(StructureDraft draft, int body, int attachments)
    {
        for (var at = 0; at < draft.Lines.Count; at++)
        {
            var line = draft.Lines[at];
            if (!draft.IsFree(line) || at < body && draft.Title.Count > 0) continue;
            var plain = at >= attachments ? ElementRole.Attachment : ElementRole.Body;
            draft.Set(line, line.Place == ParagraphPlace.Body ? HeadingOf(line) ?? plain : plain);
        }
    }

    /// <summary>The heading level by the number in front (GB/T 9704-2012 §7.3.3); <c>null</c> for plain text.</summary>
    public static ElementRole? HeadingOf(Line line)
    {
        if (line.Bare.Length == 0 || !Numbers.Contains(line.Bare[0])) return null;
        if (Elements.Heading1().IsMatch(line.Bare)) return ElementRole.Heading1;
        if (Elements.Heading2().IsMatch(line.Bare)) return ElementRole.Heading2;
        if (Elements.Heading3().IsMatch(line.Bare)) return ElementRole.Heading3;
        return Elements.Heading4().IsMatch(line.Bare) ? ElementRole.Heading4 : null;
    }
}
