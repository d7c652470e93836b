using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>出席、列席、请假 at the end of 纪要: nobody stands in two of the lists, or twice in one.</summary>
internal sealed class AttendanceRule : IDocumentRule
{
    private static readonly string[] Lists = ["出席", "列席", "请假", "缺席"];

    public void Look(CheckedText text, Remarks remarks)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Lines())
        {
            if (ListOf(line.Text) is not { } list) continue;
            for (var at = line.Text.IndexOf('：', StringComparison.Ordinal) + 1; at < line.Text.Length;)
            {
                var end = at;
                while (end < line.Text.Length && CharClass.IsHan(line.Text[end])) end++;
                if (end - at is >= 2 and <= 4 && Ends(line.Text, end))
                {
                    var name = line.Text[at..end];
                    if (!seen.TryAdd(name, list)) remarks.Add("consistency.attendance", line.At(at, end), null, name, seen[name]);
                }

                at = end + 1;
            }
        }
    }

    /// <summary>出席：, 出席人员：, 请假人员：.</summary>
    private static string? ListOf(string text)
    {
        var colon = text.IndexOf('：', StringComparison.Ordinal);
        if (colon is < 2 or > 8) return null;
        var head = text.AsSpan(0, colon).Trim(" 　");
        foreach (var list in Lists)
            if (head.StartsWith(list)) return list;
        return null;
    }

    /// <summary>A name, and not the beginning of a unit with its people in brackets.</summary>
    private static bool Ends(string text, int end) => end == text.Length || text[end] is '、' or '，' or '。' or ' ' or '　';
}
