using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Stretches where the context knows less than the writer: personal names, figures, quoted titles, document numbers and
/// the office's own words. A correction there has to be surer by the given log-odds.
/// </summary>
internal static class Guard
{
    internal const float Never = 1000;
    internal const float ForNumeral = 2;
    private const float InName = 3;
    private const float InTitle = 1;

    /// <summary>Common surnames in one character.</summary>
    private static readonly UnitSet Surnames = new(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝");

    private static readonly UnitSet BeforeName = new("、，：；。（ \u3000员记任长席理官师授事志生士");
    private static readonly string[] Addressed = ["同志", "先生", "女士"];
    private static readonly string[] AfterName = ["等", "（", "、", "，", "任", "为", "：", "的", "担任", " ", "\u3000"];

    /// <summary>Extra log-odds that a correction of each UTF-16 unit needs.</summary>
    internal static float[] Demands(string text, IReadOnlyCollection<string> ownWords, KnownWords? known = null)
    {
        var demands = new float[text.Length];
        Titles(text, demands);
        Names(text, demands);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsNumeral(text[i])) Raise(demands, i, i + 1, ForNumeral);
        }

        known?.Guard(text, demands);
        foreach (var word in ownWords)
        {
            if (word.Length == 0) continue;
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                Raise(demands, at, at + word.Length, Never);
        }

        return demands;
    }

    /// <summary>A context expects this figure or that, but does not know which is true.</summary>
    internal static bool IsNumeral(char c) => c is '〇' or '零' or '一' or '二' or '两' or '三' or '四' or '五' or '六'
        or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿';

    private static void Titles(string text, float[] demands)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '《') open = i;
            if (text[i] != '》' || open < 0) continue;
            Raise(demands, open, i, InTitle);
            open = -1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            // 国发〔2024〕1号: the letters of the issuing body's short name stand right before the bracket.
            if (text[i] is '〔' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                Raise(demands, Math.Max(0, i - 5), i, Never);
        }
    }

    private static void Names(string text, float[] demands)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Surnames.Contains(text[i])) continue;
            var mayBegin = i == 0 || BeforeName.Contains(text[i - 1]);
            for (var length = 2; length <= 3 && i + length <= text.Length; length++)
            {
                if (!AllHan(text.AsSpan(i, length))) break;
                var rest = text.AsSpan(i + length);
                if (StartsAny(rest, Addressed)) Raise(demands, i, i + length, Never); // 由陈某某同志任组长: no context knows a name
                else if (mayBegin && (rest.Length == 0 || StartsAny(rest, AfterName))) Raise(demands, i, i + length, InName);
            }
        }
    }

    private static bool AllHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < '\u4e00' or > '\u9fff') return false;
        }

        return true;
    }

    private static bool StartsAny(ReadOnlySpan<char> rest, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (rest.StartsWith(mark, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static void Raise(float[] demands, int from, int to, float demand)
    {
        for (var i = from; i < to; i++) demands[i] = Math.Max(demands[i], demand);
    }
}
