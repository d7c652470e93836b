using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>The same person, figure or meeting day written in two ways.</summary>
internal sealed class TwoWaysRule : IDocumentRule
{
    private const int MostNames = 300;
    private static readonly string[] Labels = ["总投资", "计划总投资", "总面积", "建筑面积", "占地面积", "总人口", "总预算", "预算总额", "合同金额", "总里程", "总长度", "总造价", "参会人员共", "参会人数"];

    /// <summary>A figure as it was first given.</summary>
    private sealed record Told(decimal Value, string Words);

    public void Look(CheckedText text, Remarks remarks)
    {
        Names(text, remarks);
        Figures(text, remarks);
        if (Wording.KindOf(text) is DocumentKind.通知 or DocumentKind.会议通知) MeetingDay(text, remarks);
    }

    /// <summary>张某某同志 twice with one character changed: three-character names before 同志.</summary>
    private static void Names(CheckedText text, Remarks remarks)
    {
        var names = new List<string>();
        foreach (var line in text.Lines())
        {
            for (var i = line.Text.IndexOf("同志", StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf("同志", i + 2, StringComparison.Ordinal))
            {
                if (i < 3 || !CharClass.IsHan(line.Text[i - 1]) || !CharClass.IsHan(line.Text[i - 2]) || !CharClass.IsHan(line.Text[i - 3])) continue;
                if (i > 3 && CharClass.IsHan(line.Text[i - 4]) && !"由请长记任员将对向和与".Contains(line.Text[i - 4])) continue;
                var name = line.Text[(i - 3)..i];
                var other = names.Find(n => n[0] == name[0] && n != name && (n[1] == name[1] || n[2] == name[2]) && IsSound(n, name));
                if (other is not null) remarks.Add("consistency.two-names", line.At(i - 3, i), null, other);
                else if (names.Count < MostNames && !names.Contains(name)) names.Add(name);
            }
        }
    }

    /// <summary>Words that stand before 同志 without being names.</summary>
    private static bool IsSound(string a, string b) => !a.Contains("负责", StringComparison.Ordinal) && !b.Contains("负责", StringComparison.Ordinal) && !b.Contains('的') && !a.Contains('的');

    private static void Figures(CheckedText text, Remarks remarks)
    {
        var seen = new Dictionary<string, Told>();
        foreach (var line in text.Lines())
        {
            if (line.Text.AsSpan().IndexOfAny("总积额参") < 0) continue;
            foreach (var label in Labels)
            {
                for (var i = line.Text.IndexOf(label, StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf(label, i + label.Length, StringComparison.Ordinal))
                {
                    var at = i + label.Length;
                    while (at < line.Text.Length && at < i + label.Length + 2 && "约为达是：".Contains(line.Text[at])) at++;
                    if (!CharClass.IsDigitAt(line.Text, at) || !Numeral.TryRead(line.Text, at, out var figure)) continue;
                    var end = figure.End;
                    while (end < line.Text.Length && end < figure.End + 3 && "万亿元平方米公里亩人".Contains(line.Text[end])) end++;
                    var key = Subject(line.Text, i) + label + line.Text[figure.End..end];
                    var words = line.Text[figure.Start..end];
                    if (seen.TryGetValue(key, out var before) && before.Value != figure.Value) remarks.Add("consistency.two-figures", line.At(figure.Start, end), null, label, before.Words);
                    else if (seen.Count < MostNames) seen.TryAdd(key, new Told(figure.Value, words));
                }
            }
        }
    }

    /// <summary>The four characters before the label: the same project named again.</summary>
    private static string Subject(string text, int at) => text[Math.Max(0, at - 4)..at].Trim('，', '。', '；', '、');

    private static void MeetingDay(CheckedText text, Remarks remarks)
    {
        (WrittenDate Date, string Words)? first = null;
        foreach (var line in text.Lines())
        {
            if (line.Role is ElementRole.Date or ElementRole.Printing) continue;
            for (var i = line.Text.IndexOf('月', StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf('月', i + 1))
            {
                var start = i;
                while (start > 0 && CharClass.IsDigit(line.Text[start - 1]) && i - start < 2) start--;
                if (start == i || !DateReader.TryRead(line.Text, start, out var date) || date.Day == 0 || !Held(line.Text, start, date.End)) continue;
                var words = line.Text[start..date.End];
                if (first is null) first = (date, words);
                else if ((date.Month, date.Day) != (first.Value.Date.Month, first.Value.Date.Day)) remarks.Add("consistency.two-meeting-days", line.At(start, date.End), null, first.Value.Words);
            }
        }
    }

    private static bool Held(string text, int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - 12), Math.Min(12, start));
        var after = text.AsSpan(end, Math.Min(26, text.Length - end));
        var stop = after.IndexOfAny('。', '；');
        if (stop >= 0) after = after[..stop];
        return before.IndexOf("会议时间") >= 0 || (after.IndexOf("召开") >= 0 && after.IndexOf("会") >= 0) || before.IndexOf("会议定于") >= 0;
    }
}
