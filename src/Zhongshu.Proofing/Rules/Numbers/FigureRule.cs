using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Numbers;

/// <summary>How numbers are written (GB/T 15835): ranges, mixed numerals, rough numbers said twice.</summary>
internal sealed class FigureRule : IParagraphRule
{
    private const string AfterThousand = "米克瓦伏卡焦帕赫斤升字兆安吨里亿万";
    private const string BlankUnits = "年月日个万亿元人项家户名件次所亩";
    private const string AfterHundred = "货分姓强度科年日亿万";
    private static readonly UnitSet Stops = new("，。；、（）：,");

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = CharClass.NextDigit(text, 0); i >= 0;)
        {
            var end = i + 1;
            if (Numeral.TryRead(text, i, out var figure))
            {
                end = figure.End;
                if (!CharClass.IsLatin(CharClass.At(text, i - 1))) Figure(line, figure, remarks);
            }
            else
            {
                while (end < text.Length && CharClass.IsDigit(text[end])) end++;
            }

            i = CharClass.NextDigit(text, end);
        }
    }

    private static void Figure(Line line, Figure figure, Remarks remarks)
    {
        BareDecimal(line, figure, remarks);
        Range(line, figure, remarks);
        Mixed(line, figure, remarks);
        Twice(line, figure, remarks);
        if (CharClass.At(line.Text, figure.End) == ' ' && BlankUnits.Contains(CharClass.At(line.Text, figure.End + 1))) remarks.Add("number.blank", line.At(figure.End, figure.End + 1), "");
        if (CharClass.At(line.Text, figure.End) == '倍') TimesLess(line, figure, remarks);
    }

    private static void BareDecimal(Line line, Figure figure, Remarks remarks)
    {
        var text = line.Text;
        if (CharClass.At(text, figure.Start - 1) != '.' || !CharClass.IsHanAt(text, figure.Start - 2)) return;
        if (figure.Start < 8 && CharClass.IsChineseNumeral(text[figure.Start - 2])) return;
        if (CharClass.At(text, figure.End) is '%' or '％' or '个' or '万' or '亿' or '元' or '倍') remarks.Add("number.bare-decimal", line.At(figure.Start - 1, figure.Start), "0.");
    }

    private static void Range(Line line, Figure first, Remarks remarks)
    {
        var text = line.Text;
        if (CharClass.At(text, first.End) is not ('～' or '~' or '—' or '-' or '－' or '至')) return;
        if (!CharClass.IsDigitAt(text, first.End + 1) || !Numeral.TryRead(text, first.End + 1, out var second)) return;
        var before = CharClass.At(text, first.Start - 1);
        if (before is '-' or '/' or '.' or '第' or '（' or '(' || CharClass.At(text, second.End) is '-' or '/') return;
        var unit = CharClass.At(text, second.End);
        if (unit is '%' or '％' or '‰') remarks.Add("number.percent-range", line.At(first.End, first.End), unit.ToString(), unit);
        else if (unit is '万' or '亿' && first.Value < second.Value && first.Value < 1000) remarks.Add("number.wan-range", line.At(first.End, first.End), unit.ToString(), unit);
        else if (text[first.End] is '-' or '~' && CharClass.IsHan(unit) && first.Value < second.Value && second.Value < 100_000)
            remarks.Add("punct.range", line.At(first.End, first.End + 1), text[first.End] == '~' ? "～" : "—");
    }

    private static void Mixed(Line line, Figure figure, Remarks remarks)
    {
        var text = line.Text;
        var (after, next) = (CharClass.At(text, figure.End), CharClass.At(text, figure.End + 1));
        var mixed = (after == '千' && !AfterThousand.Contains(next)) || (after == '百' && !AfterHundred.Contains(next)) || (after is '几' && next is not '何');
        if (mixed && figure.Value < 1000 && char.IsLetterOrDigit(next)) remarks.Add("number.mixed", line.At(figure.Start, figure.End + 1), null, text[figure.Start..(figure.End + 1)]);
        if (after is '%' or '％' && next == '个' && string.CompareOrdinal(text, figure.End + 1, "个百分点", 0, 4) == 0)
            remarks.Add("number.percent-point", line.At(figure.End, figure.End + 1), "");
        if (figure.Start >= 3 && string.CompareOrdinal(text, figure.Start - 3, "百分之", 0, 3) == 0 && !"几多点".Contains(after))
            remarks.Add("number.percent-mixed", line.At(figure.Start - 3, figure.End), text[figure.Start..figure.End] + "%");
    }

    /// <summary>约…左右, 超过…以上, 不满…以下: the same thing said on both sides of a number.</summary>
    private static void Twice(Line line, Figure figure, Remarks remarks)
    {
        var text = line.Text;
        var ahead = text.AsSpan(Math.Max(0, figure.Start - 4), Math.Min(4, figure.Start));
        var rough = ahead.EndsWith("约") || ahead.EndsWith("近") || ahead.EndsWith("约为") || ahead.EndsWith("约有");
        var over = ahead.EndsWith("超过") || ahead.EndsWith("超") || ahead.EndsWith("不少于") || ahead.EndsWith("不低于") || ahead.EndsWith("至少") || ahead.EndsWith("高于");
        var under = ahead.EndsWith("不满") || ahead.EndsWith("不足") || ahead.EndsWith("低于") || ahead.EndsWith("不超过");
        if (!rough && !over && !under)
        {
            MoreOrLess(line, figure, remarks);
            return;
        }

        if (rough && CharClass.At(text, figure.End) is '余' or '多' && !"签节契合公条预制".Contains(CharClass.At(text, figure.Start - 2)))
        {
            var word = figure.Start - (ahead.EndsWith("约") || ahead.EndsWith("近") ? 1 : 2);
            remarks.Add("number.twice", line.At(word, figure.End + 1), null, text[word..(figure.End + 1)], text[figure.End]);
            return;
        }

        var tail = text.AsSpan(figure.End, Math.Min(8, text.Length - figure.End));
        var stop = Stops.First(tail);
        if (stop >= 0) tail = tail[..stop];
        var wanted = rough ? "左右" : over ? "以上" : "以下";
        var at = tail.IndexOf(wanted);
        if (at < 0 || tail[..at].IndexOfAnyInRange('0', '9') >= 0) return;
        var from = figure.End + at;
        remarks.Add("number.twice", line.At(from, from + 2), null, text[Math.Max(0, figure.Start - (rough ? 1 : 2))..(from + 2)], wanted);
    }

    /// <summary>120多处左右, 50余人左右: rough twice behind the number.</summary>
    private static void MoreOrLess(Line line, Figure figure, Remarks remarks)
    {
        var text = line.Text;
        if (CharClass.At(text, figure.End) is not ('多' or '余')) return;
        var tail = text.AsSpan(figure.End + 1, Math.Min(5, text.Length - figure.End - 1));
        var at = tail.IndexOf("左右");
        if (at < 0 || Stops.First(tail[..at]) >= 0) return;
        var from = figure.End + 1 + at;
        remarks.Add("number.twice", line.At(figure.Start, from + 2), null, text[figure.Start..(from + 2)], "左右");
    }

    private static void TimesLess(Line line, Figure figure, Remarks remarks)
    {
        var text = line.Text;
        var ahead = text.AsSpan(Math.Max(0, figure.Start - 12), Math.Min(12, figure.Start));
        for (var stop = Stops.First(ahead); stop >= 0; stop = Stops.First(ahead)) ahead = ahead[(stop + 1)..];
        if (ahead.IndexOfAny('增', '翻', '提') >= 0 || ahead.IndexOfAnyInRange('0', '9') >= 0) return;
        foreach (var word in (ReadOnlySpan<string>)["减少", "下降", "降低", "缩小", "减小", "缩短"])
        {
            if (ahead.IndexOf(word) < 0) continue;
            remarks.Add("number.times-less", line.At(figure.Start, figure.End + 1), null, text[figure.Start..(figure.End + 1)]);
            return;
        }
    }
}
