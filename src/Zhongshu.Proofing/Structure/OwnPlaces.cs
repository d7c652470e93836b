using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Structure;

/// <summary>
/// Names of places that a document writes the same way more than once, as in its title and under its text: 清源县 is no slip of
/// 清河县 there, however few have read of it.
/// </summary>
internal static class OwnPlaces
{
    private static readonly UnitSet Ends = new("县市区州旗镇乡村");
    private const string Above = "省市州县区";

    /// <param name="document">The document.</param>
    /// <returns>Two characters and the kind of place each. Longer names are too seldom one character from another to be guarded.</returns>
    public static IReadOnlyCollection<string> Of(SourceDocument document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var again = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in document.Paragraphs)
        {
            var text = paragraph.Text;
            for (var i = Ends.Next(text, Math.Min(2, text.Length)); i >= 0; i = Ends.Next(text, i + 1))
            {
                if (!CharClass.IsHanAt(text, i - 1) || !CharClass.IsHanAt(text, i - 2) || (CharClass.IsHanAt(text, i - 3) && !Above.Contains(text[i - 3]))) continue;
                var name = text[(i - 2)..(i + 1)];
                if (!seen.Add(name)) again.Add(name);
            }
        }

        return again;
    }
}
