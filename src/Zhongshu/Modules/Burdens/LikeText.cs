using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Burdens;

/// How alike two titles or questions are, whatever the paper calls itself: the share of character pairs in common (Dice), 0 to 1. Pure.
internal static class LikeText
{
    // The name of the paper and the words around it say nothing of what is asked.
    private static readonly string[] Frame =
    [
        "关于", "进一步", "有关", "情况", "工作", "开展", "组织", "召开", "做好", "印发", "报送", "填报", "上报", "实施", "推进", "专项",
        "通知", "通报", "方案", "意见", "会议", "推进会", "座谈会", "视频会", "检查", "督查", "考核", "督导", "报表", "统计表", "台账", "的函", "请", "的",
    ];

    public static string Normal(string text)
    {
        foreach (var word in Frame) text = text.Replace(word, "", StringComparison.Ordinal);
        return new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
    }

    public static double Of(string one, string other)
    {
        var (a, b) = (Normal(one), Normal(other));
        if (a.Length == 0 || b.Length == 0) return 0;
        if (a == b) return 1;
        return CharacterPairs.Alike(CharacterPairs.Of(a), CharacterPairs.Of(b));
    }
}
