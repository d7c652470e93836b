namespace Zhongshu.Platform.Rules.Keys;

/// What may be proofread and typeset, and how long a person's drafts are kept.
internal static class ProofingRules
{
    private static readonly string[] Levels = ["中央", "省", "市", "县", "乡镇"];

    public static readonly RuleKey<int> KeepDays = RuleKey.Whole("proofing.keep-days", "校核、排版草稿清理");

    public static readonly RuleKey<int> LargestFile = RuleKey.Whole("proofing.largest-file", "上传校核、排版");

    public static readonly RuleKey<int> LongestText = RuleKey.Whole("proofing.longest-text", "公文校核");

    public static readonly RuleKey<string> Level = RuleKey.Text("proofing.level", "公文校核");

    public static readonly RuleNeeds Needs = new([KeepDays, LargestFile, LongestText, Level], [LevelIsKnown]);

    /// The place of the level in 中央、省、市、县、乡镇, from one.
    public static int LevelOf(string word) => Array.IndexOf(Levels, word) + 1;

    public static IReadOnlyList<string> LevelWords => Levels;

    private static IEnumerable<(RuleKey Key, string Message)> LevelIsKnown(RuleBook book)
    {
        if (LevelOf(book.Value(Level)) == 0) yield return (Level, $"级别“{book.Value(Level)}”应为{string.Join('、', Levels)}之一。");
    }
}
