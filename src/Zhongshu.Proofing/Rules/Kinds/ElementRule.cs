using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>Single elements of GB/T 9704: date, addressee, attachment note, copy-to line, attachment titles.</summary>
internal sealed class ElementRule : IDocumentRule
{
    private static readonly string[] Endings = ["doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "pdf", "ofd", "zip", "rar", "jpg", "png", "txt"];
    private static readonly UnitSet DateUnits = new("〇零○一二三四五六七八九十年月日");

    public void Look(CheckedText text, Remarks remarks)
    {
        foreach (var line in text.Lines())
        {
            switch (line.Role)
            {
                case ElementRole.Date:
                    ChineseDate(line, remarks);
                    DateInFigures(line, remarks);
                    break;
                case ElementRole.Addressee:
                    if (Last(line) is ('，' or '；' or ':' or '。' or '、') and var mark) remarks.Add("layout.addressee-colon", line.At(End(line) - 1, End(line)), "：", mark);
                    break;
                case ElementRole.AttachmentNote:
                    if (Last(line) is '。' or '，' or '；' or '、') remarks.Add("kind.attachment-mark", line.At(End(line) - 1, End(line)), "", Last(line));
                    FileName(line, remarks);
                    if (line.Text.AsSpan().TrimStart(" 　").StartsWith("附：")) remarks.Add("kind.attachment-word", line.At(line.Text.IndexOf('附'), line.Text.IndexOf('附') + 2), "附件：");
                    break;
                case ElementRole.CopyTo:
                    if (End(line) > 3 && CharClass.IsHan(Last(line)) && LastOfRole(text, line)) remarks.Add("layout.copy-stop", line.At(End(line), End(line)), "。");
                    break;
                case ElementRole.None when text.Count > 5 && line.Index > 3:
                    ChineseDate(line, remarks);
                    break;
                default:
                    break;
            }
        }

        Attachments(text, remarks);
    }

    /// <summary>附件：会议回执表.docx</summary>
    private static void FileName(Line line, Remarks remarks)
    {
        var text = line.Text.AsSpan(0, End(line)).TrimEnd('》');
        var dot = text.LastIndexOf('.');
        if (dot > 2 && Endings.Contains(text[(dot + 1)..].ToString().ToLowerInvariant())) remarks.Add("kind.attachment-file", line.At(dot, text.Length), "", text[dot..].ToString());
    }

    private static int End(Line line) => line.Text.AsSpan().TrimEnd(" 　").Length;

    private static char Last(Line line) => CharClass.At(line.Text, End(line) - 1);

    private static bool LastOfRole(CheckedText text, Line line) => line.Index + 1 >= text.Count || text[line.Index + 1].Role != ElementRole.CopyTo;

    /// <summary>The rule of 2012: an older document keeps its date.</summary>
    private static void ChineseDate(Line line, Remarks remarks)
    {
        var date = line.Text.AsSpan().Trim(" 　");
        if (date.Length is < 8 or > 12 || date[4] != '年' || date[^1] != '日' || !DateUnits.HoldsAll(date) || IsBefore2012(date)) return;
        var start = line.Text.AsSpan().IndexOf(date);
        remarks.Add("kind.date-chinese", line.At(start, start + date.Length));
    }

    private static void DateInFigures(Line line, Remarks remarks)
    {
        if (Structure.ChineseDate.InFigures(line.Text) is not { } day) return;
        var start = line.Text.AsSpan().IndexOfAnyInRange('0', '9');
        remarks.Add("kind.date-form", line.At(start, End(line)), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}"), line.Text[start..End(line)]);
    }

    private static bool IsBefore2012(ReadOnlySpan<char> date) =>
        date[0] == '一' || (date[0] == '二' && (date[2] is '〇' or '零' or '○' || (date[2] == '一' && date[3] is '〇' or '零' or '○' or '一')));

    /// <summary>The titles at the head of the attachments against the attachment note (7.3.4, 7.3.7).</summary>
    private static void Attachments(CheckedText text, Remarks remarks)
    {
        var names = text.Structure.Attachments;
        if (names.Count == 0) return;
        for (var i = 0; i + 1 < text.Count; i++)
        {
            var label = text[i].Text.AsSpan().Trim(" 　：:");
            if (text[i].Role != ElementRole.Attachment || !label.StartsWith("附件") || label.Length > 4) continue;
            var number = label.Length == 2 ? 1 : Numbers.Numeral.Small(label[2..]);
            if (number == 0 || number > names.Count) continue;
            var title = i + 1;
            while (title < text.Count && text[title].Text.AsSpan().Trim(" 　").Length == 0) title++;
            if (title >= text.Count || title - i > 4) continue;
            var written = text[title].Text.Trim(' ', '　');
            var joined = title + 1 < text.Count ? written + text[title + 1].Text.Trim(' ', '　') : written;
            var wanted = names[number - 1].Trim(' ', '　');
            if (Same(written, wanted) || Same(joined, wanted) || written.Length > 60 || wanted.StartsWith(written, StringComparison.Ordinal)) continue;
            remarks.Add("kind.attachment-name", text[title].At(0, text[title].Text.Length), null, wanted);
        }
    }

    private static bool Same(string a, string b) => a.Replace("《", "", StringComparison.Ordinal).Replace("》", "", StringComparison.Ordinal) == b.Replace("《", "", StringComparison.Ordinal).Replace("》", "", StringComparison.Ordinal);
}
