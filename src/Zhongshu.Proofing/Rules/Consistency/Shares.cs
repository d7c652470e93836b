using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>占…%: a part against the whole it is said to be a share of.</summary>
internal static class Shares
{
    private const int LongestName = 16;

    /// <summary>共200人，其中党员50人，占30%; 税收8.4亿元，占一般公共预算收入的66.7%; and 分别占…: shares of one whole must not pass 100 %.</summary>
    public static void Look(Line line, int start, int end, List<Amount> amounts, Remarks remarks)
    {
        for (var i = 0; i + 1 < amounts.Count; i++)
        {
            var (part, rate) = (amounts[i], amounts[i + 1]);
            if (rate.Unit != "%" || part.Unit is "%" or "个百分点") continue;
            var said = Whole(line.Text, amounts, i);
            if (said == part) part = amounts[i - 1];
            if (said is not { } whole || whole.Unit != part.Unit || whole.Value < part.Value || whole.Value == 0) continue;
            var real = part.Value / whole.Value * 100;
            if (Math.Abs(real - rate.Value) > Growth.Slack(line.Text, rate) * 1.5m)
                remarks.Add("consistency.share", line.At(rate.Start, rate.End), null, Growth.Show(Math.Round(real, 1)), line.Text[rate.Start..rate.End]);
        }

        Together(line, start, end, amounts, remarks);
    }

    private static Amount? Whole(string text, List<Amount> amounts, int part)
    {
        var gap = text.AsSpan(amounts[part].End, amounts[part + 1].Start - amounts[part].End);
        // 48.6亿元，占年度计划60亿元的81%
        if (gap is "的" && part > 0 && amounts[part - 1].Unit == amounts[part].Unit && text.AsSpan(amounts[part - 1].End).StartsWith("，占")) return amounts[part];
        if (gap is "，占" or "，占比" or "，占总数的" or "，占比为" or "，占总数" or "（占" or "（占比")
        {
            if (part == 0) return null;
            var between = text.AsSpan(amounts[part - 1].End, amounts[part].Start - amounts[part - 1].End);
            return between.IndexOf("其中") is >= 0 and <= 2 && between.Length <= 14 ? amounts[part - 1] : null;
        }

        if (!gap.StartsWith("，占") && !gap.StartsWith("（占")) return null;
        var name = gap[2..];
        foreach (var tail in (ReadOnlySpan<string>)["的比重为", "的比重达", "的比重", "比重为", "比重", "的"])
        {
            if (!name.EndsWith(tail)) continue;
            name = name[..^tail.Length];
            break;
        }

        return name.Length is >= 3 and <= LongestName ? Named(text, name, amounts[part]) : null;
    }

    /// <summary>The amount that the same paragraph gave for this name before, in the unit of the part.</summary>
    private static Amount? Named(string text, ReadOnlySpan<char> name, Amount part)
    {
        var at = text.AsSpan(0, part.Start).LastIndexOf(name);
        if (at < 0) return null;
        var from = at + name.Length;
        foreach (var verb in (ReadOnlySpan<string>)["累计完成", "完成", "达到", "实现", "总计", "共计", "达", "为", "共", ""])
        {
            if (string.CompareOrdinal(text, from, verb, 0, verb.Length) != 0) continue;
            from += verb.Length;
            break;
        }

        if (!CharClass.IsDigitAt(text, from) || !Numbers.Numeral.TryRead(text, from, out var figure)) return null;
        return string.CompareOrdinal(text, figure.End, part.Unit, 0, part.Unit.Length) == 0 && figure.End + part.Unit.Length < part.Start
            ? new Amount(figure.Value, part.Unit, figure.Start, figure.End + part.Unit.Length)
            : null;
    }

    private static void Together(Line line, int start, int end, List<Amount> amounts, Remarks remarks)
    {
        var each = line.Text.AsSpan(start, end - start).IndexOf("分别占");
        if (each < 0) return;
        var rates = amounts.Where(a => a.Start >= start + each && a.Unit == "%").ToList();
        if (rates.Count < 2 || !SumRule.Listed(line.Text, rates) || rates.Sum(r => r.Value) <= 100.5m) return;
        remarks.Add("consistency.shares", line.At(rates[0].Start, rates[^1].End), null, Growth.Show(rates.Sum(r => r.Value)));
    }
}
