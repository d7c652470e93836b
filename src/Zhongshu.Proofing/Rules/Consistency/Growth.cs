using System.Globalization;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>同比、增长、提高 worked out again: from two amounts, from an amount and its increase, from two rates.</summary>
internal static class Growth
{
    private const int LongestGap = 14;
    private static readonly string[] Up = ["增长", "增加", "上升", "提高", "增长了", "增加了", "上升了", "提高了", "增幅", "增幅为", "增幅达", "增速", "增速为", "同比增长", "涨幅", "涨幅为", "增长率为", "增"];
    private static readonly string[] Down = ["下降", "减少", "降低", "下降了", "减少了", "降低了", "降幅", "降幅为", "降幅达", "同比下降", "同比减少", "压减", "减"];

    public static void Look(Line line, List<Amount> amounts, Remarks remarks)
    {
        var text = line.Text;
        for (var i = 0; i + 1 < amounts.Count; i++) Rates(line, amounts[i], amounts[i + 1], remarks);
        for (var i = 0; i + 2 < amounts.Count; i++)
        {
            var (first, second, third) = (amounts[i], amounts[i + 1], amounts[i + 2]);
            if (first.Unit != second.Unit) continue;
            var ahead = text.AsSpan(Math.Max(0, first.Start - 10), Math.Min(10, first.Start));
            var middle = text.AsSpan(first.End, second.Start - first.End);
            var last = text.AsSpan(second.End, third.Start - second.End);
            if (last.Length > LongestGap || middle.Length > LongestGap + 6 || last.IndexOf("年均") >= 0 || last.IndexOf('比') > 0 && last.IndexOf("同比") < 0) continue;
            var sign = Sign(last);
            if (sign == 0) continue;
            if (FromTo(ahead, middle) && first.Unit == "%") Points(line, third.Value, (second.Value - first.Value) * sign, third, remarks);
            else if (FromTo(ahead, middle)) Compare(line, (first.Value, second.Value), third, sign, remarks);
            else if (first.Unit != "%" && third.Unit == "%" && Beside(middle)) Compare(line, (second.Value, first.Value), third, sign, remarks);
            else if (first.Unit != "%" && third.Unit == "%" && Change(middle) is var change and not 0) Compare(line, (first.Value - (change * second.Value), first.Value), third, sign, remarks);
        }
    }

    /// <summary>占全部贷款的23.5%，较去年同期提高2.3%: what a share or a rate rose by is told in points.</summary>
    private static void Rates(Line line, Amount rate, Amount step, Remarks remarks)
    {
        if (rate.Unit != "%" || step.Unit != "%") return;
        var text = line.Text;
        var ahead = text.AsSpan(Math.Max(0, rate.Start - 14), Math.Min(14, rate.Start));
        ahead = ahead[(ahead.LastIndexOfAny('，', '。', '；') + 1)..];
        var gap = text.AsSpan(rate.End, step.Start - rate.End);
        if (gap.Length is < 5 or > LongestGap || gap[0] != '，' || gap.IndexOfAny('比', '较') is < 1 or > 2) return;
        if (ahead.IndexOf('占') < 0 && ahead.IndexOf("比重") < 0 && !ahead.TrimEnd("为达到至").EndsWith("率")) return;
        foreach (var word in (ReadOnlySpan<string>)["提高", "提升", "上升", "下降", "降低", "回落"])
            if (gap.EndsWith(word) || gap.EndsWith(word + "了")) remarks.Add("number.points", line.At(step.End - 1, step.End), "个百分点");
    }

    /// <summary>由80亿元增加到100亿元.</summary>
    private static bool FromTo(ReadOnlySpan<char> ahead, ReadOnlySpan<char> middle) =>
        ahead.IndexOfAny('由', '从') >= 0 && middle.Length <= 8 && (middle.EndsWith("到") || middle.EndsWith("至") || middle.EndsWith("为"));

    /// <summary>12.6亿元，比上年的11.2亿元 or 较去年同期11.2亿元: the second amount is the one compared with.</summary>
    private static bool Beside(ReadOnlySpan<char> middle)
    {
        var than = middle.LastIndexOfAny('比', '较');
        if (than is < 0 or > 2 || (than == 1 && middle[0] == '同')) return false;
        var rest = middle[(than + 1)..];
        if (rest.EndsWith("的")) rest = rest[..^1];
        return rest.EndsWith("上年") || rest.EndsWith("去年") || rest.EndsWith("同期") || rest.EndsWith("年") || rest.EndsWith("上月") || rest.EndsWith("上季度");
    }

    /// <summary>320毫米，较上年增加120毫米: 1 for an increase, -1 for a decrease, 0 for neither.</summary>
    private static int Change(ReadOnlySpan<char> middle)
    {
        var than = middle.LastIndexOfAny('比', '较');
        if (than is < 0 or > 2) return 0;
        if (middle.EndsWith("增加") || middle.EndsWith("增长") || middle.EndsWith("增加了") || middle.EndsWith("多") || middle.EndsWith("增") || middle.EndsWith("净增")) return 1;
        return middle.EndsWith("减少") || middle.EndsWith("下降") || middle.EndsWith("减少了") || middle.EndsWith("少") || middle.EndsWith("减") ? -1 : 0;
    }

    private static int Sign(ReadOnlySpan<char> gap)
    {
        foreach (var word in Up)
            if (gap.EndsWith(word)) return 1;
        foreach (var word in Down)
            if (gap.EndsWith(word)) return -1;
        return 0;
    }

    private static void Compare(Line line, (decimal From, decimal To) amounts, Amount rate, int sign, Remarks remarks)
    {
        if (rate.Unit != "%" || amounts.From <= 0) return;
        var real = (amounts.To - amounts.From) / amounts.From * 100 * sign;
        if (Math.Abs(real - rate.Value) > Slack(line.Text, rate) * 1.5m) remarks.Add("consistency.growth", line.At(rate.Start, rate.End), null, Show(Math.Round(real, 1)), line.Text[rate.Start..rate.End]);
    }

    /// <summary>由78%提高到80%，提高2个百分点: a difference of rates is told in points.</summary>
    private static void Points(Line line, decimal told, decimal real, Amount step, Remarks remarks)
    {
        if (step.Unit == "个百分点" && Math.Abs(real - told) > Slack(line.Text, step))
            remarks.Add("consistency.points", line.At(step.Start, step.End), null, Show(real), line.Text[step.Start..step.End]);
        else if (step.Unit == "%" && real == told)
            remarks.Add("number.points", line.At(step.End - 1, step.End), "个百分点");
    }

    /// <summary>Half a unit of the last digit that is written.</summary>
    internal static decimal Slack(string text, Amount rate)
    {
        var point = text.IndexOf('.', rate.Start, rate.End - rate.Start);
        var slack = 0.5m;
        for (var i = point < 0 ? rate.End : point + 1; i < rate.End && CharClass.IsDigit(text[i]); i++) slack /= 10;
        return slack;
    }

    internal static string Show(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
