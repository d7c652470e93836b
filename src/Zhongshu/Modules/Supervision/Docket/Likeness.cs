using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Supervision.Docket;

/// How alike two titles are: the share of character pairs that they have in common (Dice), 0 to 1. Pure.
internal static class Likeness
{
    private static readonly string[] Frame = ["关于", "进一步", "做好", "工作", "的通知", "的报告", "的请示", "有关", "情况", "抓紧", "落实", "推进"];

    public static double Of(string one, string other) => CharacterPairs.Alike(Pairs(one), Pairs(other));

    private static HashSet<(char, char)> Pairs(string text)
    {
        foreach (var word in Frame) text = text.Replace(word, "", StringComparison.Ordinal);
        return CharacterPairs.Of(text);
    }
}
