using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>Words of the lexicon, each with the context that makes it wrong.</summary>
internal sealed class LexiconRule(WordLexicon lexicon) : IParagraphRule
{
    private readonly WordMatches found = new();

    public void Look(Line line, Remarks remarks)
    {
        lexicon.Find(line.Text, found);
        for (var i = 0; i < found.Count; i++)
            if (lexicon.Entry(line.Text, found[i]) is { } entry) remarks.Add(entry, line.At(found[i].Start, found[i].End));
    }
}
