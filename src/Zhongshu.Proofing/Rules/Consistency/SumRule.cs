using System.Globalization;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>An amount in a sentence: value, unit and where.</summary>
internal sealed record Amount(decimal Value, string Unit, int Start, int End);

/// <summary>Sums, shares and growth inside one sentence, worked out again.</summary>
internal sealed class SumRule : IParagraphRule
{
    private const int LongestSentence = 400;
    private static readonly UnitSet Beside = new("占比较划标增减到");
    private static readonly string[] Units = ["亿元", "万元", "万人次", "万人", "万亩", "万户", "万吨", "人次", "公里", "平方米", "个百分点", "毫米", "千米", "万千瓦", "立方米", "公顷", "公斤", "元", "人", "个", "件", "户", "名", "项", "家", "次", "亩", "吨", "份", "条", "起", "所", "处", "辆", "台", "套", "座", "栋", "幢", "株", "头", "宗", "间", "场", "篇", "批", "万平方米", "平方公里", "万个", "%"];

    private static readonly UnitSet Comparing = new("由从比较");
    private static readonly UnitSet Changing = new("增升降减提长");

    private static readonly UnitSet UnitHeads = new(string.Concat(Units.Select(u => u[..1])));

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('。', '；', '！');
            var end = length < 0 ? text.Length : start + length;
            var from = text.AsSpan(start, end - start).StartsWith("其中") ? LastAmount(text, start) : start;
            if (end - from is > 8 and <= LongestSentence) Sentence(line, from, end, remarks);
            start = end + 1;
        }
    }

    /// <summary>共45人。其中：甲15人、乙30人: the stop parts no total from its parts. Where the amount before the stop begins, or the sentence itself.</summary>
    private static int LastAmount(string text, int start)
    {
        var from = Math.Max(0, start - 16);
        while (from > 0 && CharClass.At(text, from - 1) is >= '0' and <= '9' or '.' or ',') from--;
        var amounts = Amounts(text, from, start);
        return amounts.Count > 0 && start - amounts[^1].End is 1 ? amounts[^1].Start : start;
    }

    private static void Sentence(Line line, int start, int end, Remarks remarks)
    {
        var span = line.Text.AsSpan(start, end - start);
        if (span.IndexOfAnyInRange('0', '9') < 0) return;
        var total = Keyword(span, "合计", "共计", "总计");
        var within = span.IndexOf("其中");
        var growth = Comparing.First(span) >= 0 && Changing.First(span) >= 0 && span.IndexOf('%') > 0;
        var share = span.IndexOf('占') >= 0 && span.IndexOf('%') > 0;
        if (total < 0 && within < 0 && !growth && !share) return;
        var amounts = Amounts(line.Text, start, end);
        if (amounts.Count < 2) return;
        Added(line, total < 0 ? -1 : start + total, within < 0 ? -1 : start + within, amounts, remarks);
        if (growth) Growth.Look(line, amounts, remarks);
        if (share) Shares.Look(line, start, end, amounts, remarks);
    }

    /// <summary>共120所，其中甲80所、乙30所、丙10所，合计120所: what stands before 其中 is no part of the total behind it, nor that total a part of what stands before.</summary>
    private static void Added(Line line, int total, int within, List<Amount> amounts, Remarks remarks)
    {
        var both = within >= 0 && total > within;
        if (total >= 0 && Total(line, total, both ? amounts.FindAll(a => a.Start >= within) : amounts, remarks)) return;
        if (within >= 0) Parts(line, within, both ? amounts.FindAll(a => a.Start < total) : amounts, remarks);
    }

    private static int Keyword(ReadOnlySpan<char> span, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (span.IndexOf(word) is >= 0 and var at) return at;
        return -1;
    }

    private static List<Amount> Amounts(string text, int start, int end)
    {
        var amounts = new List<Amount>();
        for (var i = start; i < end; i++)
        {
            if (!CharClass.IsDigit(text[i]) || !Numeral.TryRead(text, i, out var figure)) continue;
            var unit = UnitAt(text, figure.End);
            if (unit is not null && !CharClass.IsLatin(CharClass.At(text, i - 1)) && !"—-～~至".Contains(CharClass.At(text, i - 1)))
                amounts.Add(new Amount(figure.Value, unit, figure.Start, figure.End + unit.Length));
            i = figure.End - 1;
        }

        return amounts;
    }

    private static string? UnitAt(string text, int at)
    {
        if (at >= text.Length) return null;
        if (text[at] == '％') return "%";
        if (!UnitHeads.Contains(text[at])) return null;
        foreach (var unit in Units)
            if (unit[0] == text[at] && string.CompareOrdinal(text, at, unit, 0, unit.Length) == 0) return unit;
        return null;
    }

    /// <summary>甲30人、乙40人，合计80人: the parts stand before the total, all in its unit, parted by 、 or ，. Whether something was said.</summary>
    private static bool Total(Line line, int keyword, List<Amount> amounts, Remarks remarks)
    {
        var at = amounts.FindIndex(a => a.Start >= keyword);
        if (at < 2 || amounts[at].Start > keyword + 4) return false;
        var total = amounts[at];
        var parts = amounts.Take(at).ToList();
        if (parts.Exists(p => p.Unit != total.Unit) || !Listed(line.Text, parts)) return false;
        return Report(line, total, parts, remarks);
    }

    /// <summary>共80人，其中甲30人、乙40人: too large a sum is wrong, a slightly smaller one is doubtful when the list looks whole.</summary>
    private static void Parts(Line line, int keyword, List<Amount> amounts, Remarks remarks)
    {
        var before = amounts.FindLastIndex(a => a.End <= keyword);
        if (before < 0 || keyword - amounts[before].End > 2 || Whole(line.Text, amounts, before) is not { } total) return;
        var parts = amounts.Skip(before + 1).TakeWhile(a => a.Unit == total.Unit).ToList();
        if (parts.Count < 2 || total.Unit == "%" || !Listed(line.Text, parts) || parts.Count != amounts.Count - before - 1) return;
        if (parts.Exists(p => p.Value > total.Value)) return;
        var sum = 0m;
        foreach (var part in parts)
        {
            sum += part.Value;
            if (sum == total.Value && CharClass.At(line.Text, part.End) == '，') return; // 新开工341个、续建259个，当年竣工200个: what follows the whole is counted anew
        }

        if (sum > total.Value || (sum < total.Value && sum * 100 > total.Value * 90)) Report(line, total, parts, remarks);
    }

    /// <summary>完成48.6亿元，占计划60亿元的81%，增长15.2%，其中…: behind a rate, the one amount in the unit of the parts that is compared with nothing.</summary>
    private static Amount? Whole(string text, List<Amount> amounts, int before)
    {
        if (amounts[before].Unit != "%" || before + 1 == amounts.Count) return amounts[before];
        var wholes = amounts.Take(before).Where(a => a.Unit == amounts[before + 1].Unit && Beside.First(text.AsSpan(Math.Max(0, a.Start - 6), Math.Min(6, a.Start))) < 0).ToList();
        return wholes is [var only] ? only : null;
    }

    internal static bool Listed(string text, List<Amount> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            var gap = text.AsSpan(parts[i - 1].End, parts[i].Start - parts[i - 1].End);
            if (gap.Length is 0 or > 16 || gap[0] is not ('、' or '，') || gap[1..].IndexOfAny('，', '、', '（') >= 0) return false;
            if (gap.IndexOf("增") >= 0 || gap.IndexOf("降") >= 0 || gap.IndexOf("比") >= 0 || gap.IndexOf("平均") >= 0 || gap.IndexOf("人均") >= 0 || gap.IndexOf("减") >= 0) return false;
        }

        return true;
    }

    /// <summary>Which of the figures is wrong nobody knows: the remark stands on all of them.</summary>
    private static bool Report(Line line, Amount total, List<Amount> parts, Remarks remarks)
    {
        var sum = parts.Sum(p => p.Value);
        if (sum == total.Value) return false;
        var place = line.At(Math.Min(total.Start, parts[0].Start), Math.Max(total.End, parts[^1].End));
        remarks.Add("consistency.sum", place, null, Show(sum), total.Unit, Show(Math.Abs(total.Value - sum)));
        return true;
    }

    private static string Show(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
