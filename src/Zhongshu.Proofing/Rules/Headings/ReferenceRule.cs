using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Headings;

/// <summary>References inside the text to an article, a part or an attachment that is not there.</summary>
internal sealed class ReferenceRule : IDocumentRule
{
    private static readonly string[] SelfNames = ["本办法", "本规定", "本条例", "本细则", "本规则", "本意见", "本方案", "本通知"];

    public void Look(CheckedText text, Remarks remarks)
    {
        var (articles, parts, attachments) = Measure(text);
        foreach (var line in text.Lines())
        {
            if (articles > 1) Articles(line, articles, remarks);
            if (parts > 1) Parts(line, parts, remarks);
            if (attachments > 0) Attachments(line, attachments, remarks);
        }
    }

    private static (int Articles, int Parts, int Attachments) Measure(CheckedText text)
    {
        var (articles, parts, attachments) = (0, 0, text.Structure.Attachments.Count);
        var inNote = false;
        foreach (var line in text.Lines())
        {
            var head = HeadNumber.Of(line);
            if (head is { Level: HeadLevel.Article }) articles = Math.Max(articles, head.Value.Number);
            if (head is { Level: HeadLevel.First }) parts = Math.Max(parts, head.Value.Number);
            if (head is { Level: HeadLevel.Attachment }) attachments = Math.Max(attachments, head.Value.Number);
            var words = line.Text.AsSpan().TrimStart(" 　");
            if (words.StartsWith("附件：") || words.StartsWith("附件:")) (inNote, attachments) = (true, Math.Max(attachments, 1));
            else if (inNote && head is { Level: HeadLevel.Third }) attachments = Math.Max(attachments, head.Value.Number);
            else if (line.Role is not (ElementRole.None or ElementRole.AttachmentNote) || head is null) inNote = false;
        }

        return (articles, parts, attachments);
    }

    private static void Articles(Line line, int most, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('第', StringComparison.Ordinal); i >= 0; i = text.IndexOf('第', i + 1)) Article(line, i, most, remarks);
    }

    private static void Article(Line line, int at, int most, Remarks remarks)
    {
        var text = line.Text;
        if (at < 3 || !SelfNames.Contains(text[(at - 3)..at])) return;
        var (number, end) = Number(text, at + 1);
        if (number > most && CharClass.At(text, end) == '条') remarks.Add("heading.reference-article", line.At(at, end + 1), null, text[at..(end + 1)], most);
    }

    private static void Parts(Line line, int most, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf("部分", StringComparison.Ordinal); i >= 2; i = text.IndexOf("部分", i + 1, StringComparison.Ordinal))
        {
            var start = i;
            while (start > 0 && i - start < 3 && "一二三四五六七八九十".Contains(text[start - 1])) start--;
            var number = Numeral.Chinese(text.AsSpan(start, i - start));
            var self = start >= 3 && (SelfNames.Contains(text[Math.Max(0, start - 4)..(start - 1)]) || text[start - 2] is '见' or '照');
            if (number > most && self && text[start - 1] == '第') remarks.Add("heading.reference-part", line.At(start - 1, i + 2), null, text[(start - 1)..(i + 2)], most);
        }
    }

    private static void Attachments(Line line, int most, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf("附件", StringComparison.Ordinal); i >= 0; i = text.IndexOf("附件", i + 1, StringComparison.Ordinal))
        {
            var (number, end) = Number(text, i + 2);
            var cited = i > 0 && (text[i - 1] is '见' or '照' or '（' or '按' or '写' or '报' or '与');
            if (number > most && cited) remarks.Add("heading.reference-attachment", line.At(i, end), null, text[i..end], most);
        }
    }

    private static (int Number, int End) Number(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 5 && (CharClass.IsDigit(text[end]) || "一二三四五六七八九十百".Contains(text[end]))) end++;
        return (end == start ? 0 : Numeral.Small(text.AsSpan(start, end - start)), end);
    }
}
