using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>
/// 贯穿到文件: whether each demand of the superior and each decision of one's own level is taken up somewhere. A demand counts as taken up
/// where one paragraph holds most of its pairs of characters; whether it is carried out well is for a person to say.
/// </summary>
internal sealed class CarriedRule : IDocumentRule
{
    private const int ShortestPoint = 4;

    public void Look(CheckedText text, Remarks remarks)
    {
        if (text.Context.Points.Count == 0) return;
        var lines = RunningText.Of(text);
        if (lines.Count == 0) return;
        var paragraphs = lines.Select(line => Pairs(line.Text)).ToList();
        var least = text.Data.Manner.Figure("carried");
        var missing = text.Context.Points.Where(point => !IsCarried(Pairs(point), paragraphs, least)).Select(point => $"“{point}”").ToList();
        if (missing.Count > 0) remarks.Add("consistency.not-carried", lines[0].At(0, 0), null, string.Concat(missing));
    }

    private static bool IsCarried(HashSet<(char, char)> wanted, List<HashSet<(char, char)>> paragraphs, int least) =>
        wanted.Count + 1 < ShortestPoint || paragraphs.Exists(held => wanted.Count(held.Contains) * 100 >= wanted.Count * least);

    /// <summary>Neighbouring Chinese characters or figures; marks part them.</summary>
    private static HashSet<(char, char)> Pairs(string text)
    {
        var pairs = new HashSet<(char, char)>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (IsWord(text[i]) && IsWord(text[i + 1])) pairs.Add((text[i], text[i + 1]));
        }

        return pairs;
    }

    private static bool IsWord(char c) => CharClass.IsHan(c) || CharClass.IsDigit(c);
}
