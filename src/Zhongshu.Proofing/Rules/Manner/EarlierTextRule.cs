using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Lengths;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>What the superior's document, earlier texts to the same reader and last year's text say already.</summary>
internal sealed class EarlierTextRule : IDocumentRule
{
    private const int Fewest = 40;

    public void Look(CheckedText text, Remarks remarks)
    {
        if (text.Context is { SuperiorText: null, LastYear: null, EarlierTexts.Count: 0 }) return;
        var lines = RunningText.Of(text);
        if (lines.Count == 0) return;
        if (text.Context.SuperiorText is { } superior) OfSuperior(lines, superior, text.Data.Manner, remarks);
        if (text.Context.EarlierTexts.Count > 0) ToldBefore(lines, text, remarks);
        if (text.Context.LastYear is { } last) NotFirst(lines, last, text, remarks);
    }

    private static void OfSuperior(List<Line> lines, string superior, MannerWords words, Remarks remarks)
    {
        var (all, shared) = Sameness.Compare(lines.Select(l => l.Text), superior.Split('\n'));
        if (all >= Fewest && shared * 100L / all is var percent && percent >= words.Figure("same-as-superior"))
            remarks.Add("length.same-as-superior", lines[0].At(0, 0), null, percent);
    }

    private static void ToldBefore(List<Line> lines, CheckedText text, Remarks remarks)
    {
        var known = Sameness.Known(text.Context.EarlierTexts.SelectMany(t => t.Split('\n')));
        foreach (var line in lines)
        {
            var (all, shared) = Sameness.Compare([line.Text], known);
            if (all >= Fewest && shared * 100 / all is var percent && percent >= text.Data.Manner.Figure("told-before"))
                remarks.Add("length.told-before", line.At(0, 0), null, percent);
        }
    }

    /// <summary>The title is last year's but for its figures: who reads it knows why the matter counts.</summary>
    private static void NotFirst(List<Line> lines, string last, CheckedText text, Remarks remarks)
    {
        if (text.Structure.Title is not { Length: > 4 } title || !Bare(last.Split('\n')[0]).SequenceEqual(Bare(title))) return;
        foreach (var line in lines)
        {
            if (StyleRule.Background(line.Text, text.Data.Background) is not { } mark) continue;
            remarks.Add("length.not-first", line.At(mark.Start, mark.End));
            return;
        }
    }

    private static IEnumerable<char> Bare(string title) => title.Where(c => !CharClass.IsDigit(c) && !CharClass.IsChineseNumeral(c) && !char.IsWhiteSpace(c));
}
