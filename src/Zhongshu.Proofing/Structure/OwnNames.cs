namespace Zhongshu.Proofing.Structure;

/// <summary>
/// Names that a document gives of itself: the body that signs it and the place in that name. What its writer put twice, in the head or the
/// title and again under the text, no context knows better (清源县 is not 清河县 because more texts speak of the latter).
/// </summary>
internal static class OwnNames
{
    private const int LongestPlace = 5;
    private const int ShortestPlace = 3;
    private const string Ends = "省市县区旗州盟镇乡";

    /// <summary>Those that stand in the document twice at least.</summary>
    public static IReadOnlyCollection<string> Of(DocumentStructure structure)
    {
        var names = structure.Signatures.Concat(structure.Issuers).Where(n => n.Length >= ShortestPlace).ToHashSet(StringComparer.Ordinal);
        names.UnionWith(names.SelectMany(Places).ToList());
        names.RemoveWhere(name => !StandsTwice(structure, name));
        return names;
    }

    /// <summary>青江市清源县人民政府: 青江市, and 清源县 behind it.</summary>
    public static IEnumerable<string> Places(string name)
    {
        var from = 0;
        for (var i = 0; i < name.Length && i - from < LongestPlace; i++)
        {
            if (!Ends.Contains(name[i], StringComparison.Ordinal) || i - from + 1 < ShortestPlace) continue;
            yield return name[from..(i + 1)];
            from = i + 1;
        }
    }

    private static bool StandsTwice(DocumentStructure structure, string name)
    {
        var times = 0;
        foreach (var paragraph in structure.Document.Paragraphs)
        {
            for (var at = paragraph.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = paragraph.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (++times == 2) return true;
            }
        }

        return false;
    }
}
