using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhongshu.Typesetting.Text;

/// <summary>The lines of a source text, from which the recognised elements are taken one after another.</summary>
internal sealed partial class TextLines(List<string> lines)
{
    private const int LongestSignatory = 30;

    public string TakeTitle()
    {
        Trim();
        if (lines.Count == 0) return "";
        var first = lines[0];
        var marked = first.StartsWith("# ", StringComparison.Ordinal);
        if (!marked && (first.Length > 80 || (first.Length > 12 && first[^1] is '。' or '；') || OfficialText.Level(first) > 0 || first[0] == '|')) return "";
        var count = 1;
        while (count < 4 && count < lines.Count && lines[count].Length > 0 && (marked ? lines[count].StartsWith("# ", StringComparison.Ordinal) : ContinuesTitle(lines, count))) count++;
        var title = string.Join('\n', lines.Take(count).Select(l => marked ? l[2..].Trim() : l)).TrimStart('#', ' ');
        lines.RemoveRange(0, count);
        return title;
    }

    public string TakeRecipients()
    {
        Trim();
        if (lines.Count < 2 || lines[0].Length is < 2 or > 200 || lines[0][^1] != '：' || OfficialText.Level(lines[0]) > 0 || IsSentence(lines[0])) return "";
        var recipients = lines[0][..^1];
        lines.RemoveAt(0);
        return recipients;
    }

    public List<Attachment> TakeAttachments()
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => AttachmentLabel().IsMatch(Unmarked(lines[i])) && i > 0).ToList();
        var attachments = new List<Attachment>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            var part = new TextLines(lines.GetRange(starts[i] + 1, end - starts[i] - 1));
            attachments.Add(new Attachment(Unmarked(lines[starts[i]]), part.TakeTitle(), part.Blocks()));
        }

        if (starts.Count > 0) lines.RemoveRange(starts[0], lines.Count - starts[0]);
        return attachments;
    }

    /// <summary>
    /// What is issued with a notice and follows its date without the word 附件: its title stands in the notice or in the notice's title.
    /// </summary>
    public Attachment? TakeIssuedText(string title)
    {
        for (var date = 1; date < lines.Count - 2; date++)
        {
            if (!Date().IsMatch(lines[date]) || lines[date - 1].Length == 0 || !IsSignatory(lines[date - 1])) continue;
            var start = date + 1;
            while (start < lines.Count - 1 && (lines[start].Length == 0 || lines[start] is ['（', .., '）'])) start++;
            var name = lines[start];
            var named = name.Length is > 3 and < 60 && name[^1] is not ('。' or '：' or '；' or '，') && OfficialText.Level(name) == 0
                && (title.Contains(name, StringComparison.Ordinal) || lines.Take(date).Any(l => l.Contains($"《{name}》", StringComparison.Ordinal)));
            if (!named) continue;
            var part = new TextLines(lines.GetRange(start + 1, lines.Count - start - 1));
            lines.RemoveRange(start, lines.Count - start);
            return new Attachment("", name, part.Blocks());
        }

        return null;
    }

    /// <summary>附注 in brackets, then the date, then the names above it.</summary>
    public (SignOff Sign, string Note) TakeSignOff(SignOffStyle style)
    {
        Trim();
        var at = lines.Count - 1;
        var note = "";
        if (at > 0 && lines[at] is ['（', _, .., '）'] bracketed && OfficialText.Level(bracketed) == 0 && DateAbove(at - 1))
        {
            note = bracketed[1..^1];
            at--;
            while (lines[at].Length == 0) at--;
        }

        if (at < 0 || !Date().IsMatch(lines[at])) return (new SignOff { Style = style }, "");
        var date = lines[at];
        var names = new List<string>();
        for (at--; at >= 0 && names.Count < 20 && IsSignatory(lines[at]); at--)
            if (lines[at].Length > 0) names.InsertRange(0, lines[at].Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        lines.RemoveRange(at + 1, lines.Count - at - 1);
        return (new SignOff { Style = style, Signatories = names, Date = date }, note);
    }

    /// <summary>附件：1. …… and the numbered lines under it.</summary>
    public List<string> TakeAttachmentNote()
    {
        Trim();
        var start = lines.FindLastIndex(l => l.StartsWith("附件：", StringComparison.Ordinal));
        if (start < 0 || start < lines.Count - 30) return [];
        var items = lines.Skip(start + 1).Where(l => l.Length > 0).Prepend(lines[start][3..].Trim()).ToList();
        // The numbers are printed anew, so they must be 1, 2, 3 as they stand; otherwise the lines stay text.
        var numbered = items.Select((item, i) => item.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), StringComparison.Ordinal)).ToList();
        if (items[0].Length == 0 || (items.Count > 1 && !numbered.All(n => n)) || (items.Count == 1 && AttachmentNumber().IsMatch(items[0]))) return [];
        var names = items.Count == 1 ? items : [.. items.Select(item => item[(item.IndexOf('.') + 1)..].Trim())];
        if (names.Any(n => n.Length == 0)) return [];
        lines.RemoveRange(start, lines.Count - start);
        return names;
    }

    /// <param name="attended">Lines of 出席, 请假 and 列席 are read as such, in minutes alone.</param>
    public List<Block> Blocks(bool attended = false)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0) continue;
            if (lines[i].StartsWith('|') && lines[i].Length > 2)
            {
                var rows = new List<IReadOnlyList<string>>();
                for (; i < lines.Count && lines[i].StartsWith('|'); i++)
                    if (!TableRuler().IsMatch(lines[i])) rows.Add([.. lines[i].Trim('|').Split('|').Select(c => c.Trim())]);
                i--;
                if (rows.Count > 0) blocks.Add(new TableBlock(rows));
                continue;
            }

            var presence = attended ? Presence().Match(lines[i]) : Match.Empty;
            blocks.Add(presence.Success ? new Attendance(presence.Groups[1].Value, presence.Groups[2].Value) : OfficialText.Paragraph(lines[i]));
        }

        return blocks;
    }

    /// <summary>“……现将有关事项通知如下：” opens the text, it addresses nobody.</summary>
    public static bool IsSentence(string line) =>
        line.AsSpan().IndexOfAny("。；！？") >= 0 || line.EndsWith("如下：", StringComparison.Ordinal) || char.IsAsciiDigit(line[0]) || line.StartsWith("附件：", StringComparison.Ordinal);

    /// <summary>A further line of a title, typed apart: what ends as titles do ends it, unless the next line plainly goes on (的通知).</summary>
    private static bool ContinuesTitle(List<string> all, int at) =>
        all[at].Length <= 30 && all[at][^1] is not ('：' or ':' or '。' or '；') && OfficialText.Level(all[at]) == 0
        && all[at][0] is not ('|' or '#') && at + 1 < all.Count && !Date().IsMatch(all[at]) && all[0].Length >= 4
        && (TitleRest().IsMatch(all[at]) || (!TitleEnd().IsMatch(all[at - 1]) && all[at].Length > 3 && all[at].IndexOfAny(['：', ':', '，']) < 0));

    private bool DateAbove(int at)
    {
        while (at >= 0 && lines[at].Length == 0) at--;
        return at >= 0 && Date().IsMatch(lines[at]);
    }

    private bool IsSignatory(string line) =>
        line.Length <= LongestSignatory
        && (line.Length == 0 || (line.IndexOfAny(['。', '：', '；', '！', '？', '|', '，', '：', ':']) < 0 && OfficialText.Level(line) == 0 && !AttachmentNumber().IsMatch(line)))
        && lines.Count > 0;

    private static string Unmarked(string line) => OfficialText.HeadingMark().Replace(line, "");

    private void Trim()
    {
        while (lines.Count > 0 && lines[0].Length == 0) lines.RemoveAt(0);
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
    }

    [GeneratedRegex("^((?:出席|请假|列席|缺席|主持|参加|记录)(?:人员|人)?)：(.+)$")]
    internal static partial Regex Presence();

    [GeneratedRegex("^附件[0-9]{0,2}$")]
    private static partial Regex AttachmentLabel();

    [GeneratedRegex(@"^[0-9]{1,2}[\.．、]\s*")]
    private static partial Regex AttachmentNumber();

    [GeneratedRegex(@"(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|讲话|讲话稿|发言|致辞|方案|预案|简报|总结|计划|规划|要点|规定|办法|细则|条例|规则|制度|章程|纲要|提纲|汇报|说明|建议|提案|答复|名单|清单|目录|议程|倡议书|承诺书|责任书|通知书|专报|指南|手册)(?:[（(〔][^）)〕]{1,20}[）)〕])?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex("^[的》”及和等（]")]
    private static partial Regex TitleRest();

    [GeneratedRegex("^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\|[\s:|-]+$")]
    private static partial Regex TableRuler();
}
