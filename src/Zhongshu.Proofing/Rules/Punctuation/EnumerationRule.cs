using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>顿号 where the standard has none: before 等 and 和, between quotes, in a rough number; two colons in one sentence.</summary>
internal sealed class EnumerationRule : IParagraphRule
{
    private const string DengWords = "级额同待候于价效量离比分身边式次不靠地着来距温高宽压外";
    private const string HeWords = "衷辉定你谐平睦解美善硕田县龙气顺林布合畅悦静缓暖好睬声者";
    private static readonly UnitSet SentenceMarks = new("：。；？！“”《》\n");
    private const string Counters = "个天名人件家位月周倍成种项辆间栋户处";

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('、', StringComparison.Ordinal); i >= 0; i = text.IndexOf('、', i + 1))
        {
            var (before, after, second) = (CharClass.At(text, i - 1), CharClass.At(text, i + 1), CharClass.At(text, i + 2));
            if (after == '等' && !DengWords.Contains(second)) remarks.Add("punct.before-etc", line.At(i, i + 1), "");
            else if (after is '和' && CharClass.IsHan(second) && !HeWords.Contains(second)) remarks.Add("punct.before-and", line.At(i, i + 1), null, after);
            else if (before == '”' && after == '“') remarks.Add("punct.between-quotes", line.At(i, i + 1));
            else if (before == '》' && after == '《') remarks.Add("punct.between-titles", line.At(i, i + 1));
            else if (IsRough(text, i)) remarks.Add("punct.rough-number", line.At(i, i + 1), "", $"{before}{after}");
        }

        Colons(line, remarks);
    }

    /// <summary>三、四个: two neighbouring numerals and a counter; 三、四季度 and a longer list are no rough number.</summary>
    private static bool IsRough(string text, int i)
    {
        const string Numerals = "一二三四五六七八九";
        var (a, b) = (Numerals.IndexOf(CharClass.At(text, i - 1), StringComparison.Ordinal), Numerals.IndexOf(CharClass.At(text, i + 1), StringComparison.Ordinal));
        var after = i + (CharClass.At(text, i + 2) == '十' ? 3 : 2); // 五、六十人
        if (a < 0 || b != a + 1 || i < 2 || !Counters.Contains(CharClass.At(text, after))) return false;
        var ahead = CharClass.At(text, i - 2);
        if (ahead == '十' && after == i + 2) return CharClass.At(text, i - 3) is not ('第' or '、' or '（'); // 十七、八个
        return ahead is not ('第' or '、' or '（' or '。') && !CharClass.IsChineseNumeral(ahead) && CharClass.IsHan(ahead);
    }

    /// <summary>A colon inside the reach of another colon (GB/T 15834 附录A.6). Quoted speech and clock times do not count.</summary>
    private static void Colons(Line line, Remarks remarks)
    {
        var text = line.Text;
        var (colons, depth) = (0, 0);
        for (var i = SentenceMarks.Next(text, 0); i >= 0; i = SentenceMarks.Next(text, i + 1))
        {
            switch (text[i])
            {
                case '“' or '《':
                    depth++;
                    break;
                case '”' or '》':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '：':
                    if (depth == 0 && CharClass.IsHanAt(text, i - 1) && CharClass.IsHanAt(text, i + 1) && ++colons == 2 && i < 200)
                        remarks.Add("punct.two-colons", line.At(i, i + 1));
                    break;
                default:
                    colons = 0;
                    break;
            }
        }
    }
}
