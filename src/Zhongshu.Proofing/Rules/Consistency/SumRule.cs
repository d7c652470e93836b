using System.Globalization;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>An amount in a sentence: value, unit and where.</summary>
internal readonly record struct Amount(decimal Value, string Unit, int Start, int End);

/// <summary>Sums, shares and growth inside one sentence, worked out again.</summary>
internal sealed class SumRule : IParagraphRule
{
    private const int LongestSentence = 400;
    private static readonly string[] Units = ["亿元", "万元", "万人次", "万人", "万亩", "万户", "万吨", "人次", "公里", "平方米", "个百分点", "元", "人", "个", "件", "户", "名", "项", "家", "次", "亩", "吨", "份", "条", "起", "所", "处", "辆", "台", "套", "%"];

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('。', '；', '！');
            var end = length < 0 ? text.Length : start + length;
            if (end - start is > 8 and <= LongestSentence) Sentence(line, start, end, remarks);
            start = end + 1;
        }
    }

    private static void Sentence(Line line, int start, int end, Remarks remarks)
    {
        var span = line.Text.AsSpan(start, end - start);
        if (span.IndexOfAnyInRange('0', '9') < 0) return;
        var total = Keyword(span, "合计", "共计", "总计");
        var within = span.IndexOf("其中");
        var growth = span.IndexOfAny('由', '从') >= 0 && (span.IndexOf("增长") >= 0 || span.IndexOf("下降") >= 0);
        var share = span.IndexOf("占") >= 0;
        if (total < 0 && within < 0 && !growth && !share) return;
        var amounts = Amounts(line.Text, start, end);
        if (amounts.Count < 2) return;
        if (total >= 0) Total(line, start + total, amounts, remarks);
        if (within >= 0) Parts(line, start + within, amounts, remarks);
        if (growth) Growth(line, amounts, remarks);
        if (share) Shares(line, start, end, amounts, remarks);
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
            var unit = Array.Find(Units, u => string.CompareOrdinal(text, figure.End, u, 0, u.Length) == 0);
            if (unit is not null && !CharClass.IsLatin(CharClass.At(text, i - 1)) && !"—-～~至".Contains(CharClass.At(text, i - 1)))
                amounts.Add(new Amount(figure.Value, unit, figure.Start, figure.End + unit.Length));
            i = figure.End - 1;
        }

        return amounts;
    }

    /// <summary>甲30人、乙40人，合计80人: the parts stand before the total, all in its unit, parted by 、 or ，.</summary>
    private static void Total(Line line, int keyword, List<Amount> amounts, Remarks remarks)
    {
        var at = amounts.FindIndex(a => a.Start >= keyword);
        if (at < 2 || amounts[at].Start > keyword + 4) return;
        var total = amounts[at];
        var parts = amounts.Take(at).ToList();
        if (parts.Exists(p => p.Unit != total.Unit) || !Listed(line.Text, parts)) return;
        Report(line, total, parts.Sum(p => p.Value), remarks);
    }

    /// <summary>共80人，其中甲30人、乙40人: too large a sum is wrong, a slightly smaller one is doubtful when the list looks whole.</summary>
    private static void Parts(Line line, int keyword, List<Amount> amounts, Remarks remarks)
    {
        var before = amounts.FindLastIndex(a => a.End <= keyword);
        if (before < 0 || keyword - amounts[before].End > 2) return;
        var total = amounts[before];
        var parts = amounts.Skip(before + 1).TakeWhile(a => a.Unit == total.Unit).ToList();
        if (parts.Count < 2 || total.Unit == "%" || !Listed(line.Text, parts) || parts.Count != amounts.Count - before - 1) return;
        var sum = parts.Sum(p => p.Value);
        if (sum > total.Value || (sum < total.Value && sum * 100 > total.Value * 90)) Report(line, total, sum, remarks);
    }

    private static bool Listed(string text, List<Amount> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            var gap = text.AsSpan(parts[i - 1].End, parts[i].Start - parts[i - 1].End);
            if (gap.Length is 0 or > 16 || gap[0] is not ('、' or '，') || gap[1..].IndexOfAny('，', '、', '（') >= 0) return false;
            if (gap.IndexOf("增") >= 0 || gap.IndexOf("降") >= 0 || gap.IndexOf("比") >= 0 || gap.IndexOf("平均") >= 0 || gap.IndexOf("人均") >= 0 || gap.IndexOf("减") >= 0) return false;
        }

        return true;
    }

    private static void Report(Line line, Amount total, decimal sum, Remarks remarks)
    {
        if (sum == total.Value) return;
        remarks.Add("consistency.sum", line.At(total.Start, total.End), null, Show(sum), total.Unit, Show(Math.Abs(total.Value - sum)));
    }

    /// <summary>由80亿元增加到100亿元，增长20%: worked out from the two amounts.</summary>
    private static void Growth(Line line, List<Amount> amounts, Remarks remarks)
    {
        var text = line.Text;
        for (var i = 0; i + 2 < amounts.Count; i++)
        {
            var (from, to, rate) = (amounts[i], amounts[i + 1], amounts[i + 2]);
            if (rate.Unit != "%" || from.Unit == "%" || from.Unit != to.Unit || from.Value == 0) continue;
            var first = text.AsSpan(Math.Max(0, from.Start - 10), Math.Min(10, from.Start));
            var middle = text.AsSpan(from.End, to.Start - from.End);
            var last = text.AsSpan(to.End, rate.Start - to.End);
            if (first.IndexOfAny('由', '从') < 0 || middle.Length > 8 || !(middle.EndsWith("到") || middle.EndsWith("至") || middle.EndsWith("为"))) continue;
            var up = last.EndsWith("增长") || last.EndsWith("增长了") || last.EndsWith("增幅") || last.EndsWith("增幅为");
            var down = last.EndsWith("下降") || last.EndsWith("下降了") || last.EndsWith("降幅") || last.EndsWith("降幅为");
            if ((!up && !down) || last.Length > 8 || last.IndexOf("年均") >= 0) continue;
            var real = (to.Value - from.Value) / from.Value * 100 * (up ? 1 : -1);
            if (Math.Abs(real - rate.Value) > Slack(text, rate) * 1.5m) remarks.Add("consistency.growth", line.At(rate.Start, rate.End), null, Show(Math.Round(real, 1)), text[rate.Start..rate.End]);
        }
    }

    /// <summary>共200人，其中党员50人，占30%; and 分别占…: shares of one whole must not pass 100 %.</summary>
    private static void Shares(Line line, int start, int end, List<Amount> amounts, Remarks remarks)
    {
        var text = line.Text;
        for (var i = 0; i + 2 < amounts.Count; i++)
        {
            var (whole, part, rate) = (amounts[i], amounts[i + 1], amounts[i + 2]);
            if (rate.Unit != "%" || whole.Unit == "%" || whole.Unit != part.Unit || whole.Value < part.Value || whole.Value == 0) continue;
            var between = text.AsSpan(whole.End, part.Start - whole.End);
            var gap = text.AsSpan(part.End, rate.Start - part.End);
            if (between.IndexOf("其中") is < 0 or > 2 || between.Length > 14 || gap is not ("，占" or "，占比" or "，占总数的" or "，占比为" or "，占总数" or "（占" or "（占比")) continue;
            var real = part.Value / whole.Value * 100;
            if (Math.Abs(real - rate.Value) > Slack(text, rate) * 1.5m) remarks.Add("consistency.share", line.At(rate.Start, rate.End), null, Show(Math.Round(real, 1)), text[rate.Start..rate.End]);
        }

        var each = text.AsSpan(start, end - start).IndexOf("分别占");
        if (each < 0) return;
        var rates = amounts.Where(a => a.Start >= start + each && a.Unit == "%").ToList();
        if (rates.Count < 2 || !Listed(text, rates) || rates.Sum(r => r.Value) <= 100.5m) return;
        remarks.Add("consistency.shares", line.At(rates[0].Start, rates[^1].End), null, Show(rates.Sum(r => r.Value)));
    }

    /// <summary>Half a unit of the last digit that is written.</summary>
    private static decimal Slack(string text, Amount rate)
    {
        var point = text.IndexOf('.', rate.Start, rate.End - rate.Start);
        var slack = 0.5m;
        for (var i = point < 0 ? rate.End : point + 1; i < rate.End && CharClass.IsDigit(text[i]); i++) slack /= 10;
        return slack;
    }

    private static string Show(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
