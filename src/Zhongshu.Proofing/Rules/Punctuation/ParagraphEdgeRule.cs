using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>How a paragraph begins and ends.</summary>
internal sealed class ParagraphEdgeRule : IDocumentRule
{
    private const int LongEnoughForAStop = 40;

    public void Look(CheckedText text, Remarks remarks)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            if (line.Text.Length == 0 || line.Paragraph.Place != ParagraphPlace.Body) continue;
            Start(line, remarks);
            if (line.Role is ElementRole.None or ElementRole.Body) End(line, i + 1 < text.Count ? text[i + 1].Text : "", remarks);
        }
    }

    private static void Start(Line line, Remarks remarks)
    {
        var at = 0;
        while (at < line.Text.Length && CharClass.Of(line.Text[at]) == CharKind.Space) at++;
        if (at < line.Text.Length && "，。、；：？！".Contains(line.Text[at]) && CharClass.IsHanAt(line.Text, at + 1))
            remarks.Add("punct.paragraph-start", line.At(at, at + 1), null, line.Text[at]);
    }

    private static void End(Line line, string next, Remarks remarks)
    {
        var text = line.Text;
        var end = text.Length;
        while (end > 0 && CharClass.Of(text[end - 1]) == CharKind.Space) end--;
        if (end == 0) return;
        var last = text[end - 1];
        var body = text.AsSpan(0, end);
        var closed = next.Length == 0 || StartsItem(next);
        if (last is '，' or '、' && closed && end > 1) remarks.Add("punct.paragraph-end", line.At(end - 1, end), null, last);
        else if (last == '；' && body[..^1].Contains('。') && end < 600) remarks.Add("punct.item-semicolon", line.At(end - 1, end));
        else if (CharClass.IsHan(last) && closed && end >= LongEnoughForAStop && body.Contains('，') && body.Contains('。')) remarks.Add("punct.no-stop", line.At(end, end), "。");
        else if (last == '。' && end <= 40 && IsCaption(body)) remarks.Add("punct.caption", line.At(end - 1, end), "");
    }

    private static bool StartsItem(string next)
    {
        var head = next.AsSpan().TrimStart(" 　\t");
        return head.Length > 1 && (head[0] == '（' || "一二三四五六七八九十".Contains(head[0])) && head[..Math.Min(5, head.Length)].IndexOfAny('、', '）') > 0;
    }

    private static bool IsCaption(ReadOnlySpan<char> body)
    {
        var head = body.TrimStart(" 　");
        return head.Length > 3 && head[0] is '图' or '表' && CharClass.IsDigit(head[1]) && head.IndexOfAny("，；") < 0;
    }
}
