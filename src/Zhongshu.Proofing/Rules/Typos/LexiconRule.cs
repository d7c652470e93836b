using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>Words of the lexicon, each with the context that makes it wrong.</summary>
internal sealed class LexiconRule(WordLexicon lexicon) : IParagraphRule
{
    private readonly List<WordMatch> scratch = [];
    private readonly List<(LexiconEntry Entry, int Start, int End)> found = [];

    public void Look(Line line, Remarks remarks)
    {
        found.Clear();
        lexicon.Find(line.Text, scratch, found);
        foreach (var (entry, start, end) in found) remarks.Add(entry, line.At(start, end));
    }
}
