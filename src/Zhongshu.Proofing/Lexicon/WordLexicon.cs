namespace Zhongshu.Proofing.Lexicon;

/// <summary>All entries of all lexicon files behind one automaton. Entries of one wrong form are tried in file order.</summary>
internal sealed class WordLexicon
{
    private readonly WordAutomaton automaton;
    private readonly LexiconEntry[][] entries;

    private WordLexicon(IEnumerable<LexiconEntry> all, Func<char, char, bool>? isCommon)
    {
        var forms = new Dictionary<string, List<LexiconEntry>>();
        foreach (var entry in all)
        {
            if (entry.Wrong.Length == 0) continue;
            if (!forms.TryGetValue(entry.Wrong, out var list)) forms[entry.Wrong] = list = [];
            list.Add(entry);
        }

        automaton = WordAutomaton.Build([.. forms.Keys], isCommon);
        entries = [.. forms.Values.Select(list => list.ToArray())];
    }

    public static WordLexicon Load(IEnumerable<string> paths, Func<char, char, bool>? isCommon = null) => new(paths.SelectMany(LexiconFile.Read), isCommon);

    public static WordLexicon Of(IEnumerable<LexiconEntry> all) => new(all, null);

    /// <summary>Finds the words that some entry is about; whether one holds, <see cref="Entry"/> says.</summary>
    public void Find(string text, WordMatches matches)
    {
        matches.Clear();
        automaton.Find(text, matches);
    }

    /// <summary>The first entry that holds for a word found in the text; <c>null</c> for none.</summary>
    public LexiconEntry? Entry(string text, WordMatch match)
    {
        foreach (var entry in entries[match.Word])
            if (Holds(entry, text, match)) return entry;
        return null;
    }

    private static bool Holds(LexiconEntry entry, string text, WordMatch match)
    {
        foreach (var test in entry.Tests)
            if (!test.Holds(text, match.Start, match.End)) return false;
        return true;
    }
}
