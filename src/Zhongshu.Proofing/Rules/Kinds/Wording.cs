using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>Looks for stock phrases of a kind of document.</summary>
internal static class Wording
{
    /// <summary>The first of the phrases in the running text, with its place.</summary>
    public static Place? First(CheckedText text, ReadOnlySpan<string> phrases)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            if (line.Role is ElementRole.Title or ElementRole.CopyTo or ElementRole.Attachment or ElementRole.AttachmentNote) continue;
            foreach (var phrase in phrases)
            {
                var at = line.Text.IndexOf(phrase, StringComparison.Ordinal);
                if (at >= 0) return line.At(at, at + phrase.Length);
            }
        }

        return null;
    }

    /// <summary>The place of the words inside the first paragraph with the role; the whole paragraph when they are broken over lines.</summary>
    public static Place? In(CheckedText text, ElementRole role, string words)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            if (line.Role != role || line.Text.Length == 0) continue;
            var at = words.Length == 0 ? -1 : line.Text.IndexOf(words, StringComparison.Ordinal);
            return at >= 0 ? line.At(at, at + words.Length) : line.At(0, line.Text.Length);
        }

        return null;
    }

    /// <summary>The kind of the document: as recovered, or as the words at the end of the title say.</summary>
    public static DocumentKind KindOf(CheckedText text)
    {
        if (text.Structure.Kind != DocumentKind.Unknown || text.Structure.Title is not { Length: > 2 } title) return text.Structure.Kind;
        var words = title.TrimEnd('）').Split('（')[0];
        foreach (var kind in Enum.GetValues<DocumentKind>())
            if (kind != DocumentKind.Unknown && words.EndsWith(kind.ToString(), StringComparison.Ordinal)) return kind;
        return DocumentKind.Unknown;
    }
}
