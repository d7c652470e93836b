using System.Text.RegularExpressions;

namespace Zhongshu.Typesetting.Text;

/// <summary>
/// Recognises 版头 and 版记 in text that was copied from a finished document: a line with 发文字号 near the top,
/// and at the end a line of 抄送 or one that ends in 印发.
/// </summary>
internal static partial class PrintedHead
{
    private const int Deepest = 12;

    /// <summary>Takes the lines of 版头 from the text; null where there is none.</summary>
    public static DocumentHead? Take(List<string> lines)
    {
        var filled = Enumerable.Range(0, lines.Count).Where(i => lines[i].Length > 0).Take(Deepest).ToList();
        var at = filled.FindIndex(i => lines[i].Length < 60 && Number().IsMatch(lines[i]) && !lines[i].Contains('《') && lines[i][^1] is not ('。' or '：'));
        if (at < 0) return null;
        var head = new DocumentHead { MarkSuffix = "" };
        if (filled.Take(at).Any(i => lines[i].Contains("关于", StringComparison.Ordinal)))
        {
            // Published texts put the number under the title: what stands above it is no mark.
            head = head with { Number = lines[filled[at]] };
            lines.RemoveAt(filled[at]);
            return head;
        }

        var approvers = new List<string>();
        foreach (var line in filled.Take(at).Select(i => lines[i]))
        {
            if (Approvers(line) is { Count: > 0 } above) approvers.AddRange(above);
            else head = With(head, line);
        }

        var parts = lines[filled[at]].Split("签发人", 2);
        var last = at;
        if (parts.Length == 2) approvers.AddRange(Names(parts[1]));
        else if (at + 1 < filled.Count && Approvers(lines[filled[at + 1]]) is { Count: > 0 } below) (approvers, last) = ([.. approvers, .. below], at + 1);
        lines.RemoveRange(0, filled[last] + 1);
        return head with { Number = parts[0].Trim(), Approvers = approvers };
    }

    /// <summary>The names of a line of 签发人 that was typed apart from the number.</summary>
    private static List<string> Approvers(string line) => line.StartsWith("签发人", StringComparison.Ordinal) && line.Length < 40 ? Names(line[3..]) : [];

    private static List<string> Names(string text) =>
        [.. text.Split(['：', ':', ' ', '\t', '　', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Takes the lines of 版记 from the end of the text; null where there are none.</summary>
    public static Imprint? TakeImprint(List<string> lines)
    {
        var imprint = new Imprint();
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - Deepest); i--)
        {
            if (lines[i].Length == 0) continue;
            if (imprint.IsEmpty && Printed().Match(lines[i]) is { Success: true } match)
                imprint = imprint with { PrintingOffice = match.Groups[1].Value.Trim(), PrintingDate = match.Groups[2].Value };
            else if (imprint.Copies.Length == 0 && lines[i].Length > 4 && lines[i].StartsWith("抄送：", StringComparison.Ordinal))
                imprint = imprint with { Copies = lines[i][3..][..^(lines[i][^1] == '。' ? 1 : 0)] };
            else break;
            lines.RemoveAt(i);
        }

        return imprint.IsEmpty ? null : imprint;
    }

    private static DocumentHead With(DocumentHead head, string line)
    {
        if (Copy().IsMatch(line)) return head with { CopyNumber = line };
        if (line.StartsWith("绝密", StringComparison.Ordinal) || line.StartsWith("机密", StringComparison.Ordinal) || line.StartsWith("秘密", StringComparison.Ordinal)) return head with { Classification = line };
        if (line is "特急" or "加急" or "平急" or "特提" or "特　急" or "加　急") return head with { Urgency = line };
        return line.EndsWith("文件", StringComparison.Ordinal) && line.Length > 4
            ? head with { Issuers = [.. head.Issuers, line[..^2]], MarkSuffix = "文件" }
            : head with { Issuers = [.. head.Issuers, line] };
    }

    [GeneratedRegex(@"^[^〔\[（(【]{1,18}[〔\[（(【]\s*[0-9]{4}\s*[〕\]）)】]\s*第?\s*[0-9]+\s*号(?:\s*签发人.*)?$")]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex Copy();

    [GeneratedRegex("^(.{2,40}?)[\\s　]+([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)印发$")]
    private static partial Regex Printed();
}
