using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>The mark after a number at the head of a paragraph and after 第一, 首先 (GB/T 15834 附录B.2, GB/T 9704 7.3.3).</summary>
internal sealed class OrdinalRule : IParagraphRule
{
    public void Look(Line line, Remarks remarks)
    {
        Head(line, remarks);
        Words(line, remarks);
    }

    private static void Head(Line line, Remarks remarks)
    {
        if (line.Paragraph.Place == ParagraphPlace.TableCell) return;
        var text = line.Text;
        var start = 0;
        while (start < text.Length && CharClass.Of(text[start]) == CharKind.Space) start++;
        // The list of attachments begins behind its label (GB/T 9704 7.3.4).
        if (text.AsSpan(start).StartsWith("附件：")) start += "附件：".Length;
        else if (text.AsSpan(start).StartsWith("附：")) start += "附：".Length;
        if (start >= text.Length) return;
        if (text[start] is '（' or '(') Bracketed(line, start, remarks);
        else if (text[start] is >= '①' and <= '⑳') Circled(line, start, remarks);
        else Plain(line, start, remarks);
    }

    private static void Bracketed(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = start + 1;
        while (end < text.Length && end - start < 5 && IsNumeral(text[end])) end++;
        if (end == start + 1 || CharClass.At(text, end) is not ('）' or ')') || CharClass.At(text, end + 2) is '（' or '(') return; // （二）、（四）项: an enumeration
        if (CharClass.At(text, end + 1) is '、' or '，' or '．' or '.' or '：') remarks.Add("punct.ordinal-bracket", line.At(end + 1, end + 2), "", text[start..(end + 1)]);
    }

    private static void Circled(Line line, int start, Remarks remarks)
    {
        if (CharClass.At(line.Text, start + 1) is '、' or '，' or '.') remarks.Add("punct.ordinal-bracket", line.At(start + 1, start + 2), "", line.Text[start]);
    }

    private static void Plain(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = start;
        while (end < text.Length && end - start < 4 && IsNumeral(text[end])) end++;
        if (end == start || !CharClass.IsHanAt(text, end + 1)) return;
        var (number, mark) = (text[start..end], text[end]);
        var chinese = CharClass.IsChineseNumeral(text[start]);
        if (chinese && mark is '.' or '．') remarks.Add("punct.ordinal-chinese", line.At(end, end + 1), "、", number);
        else if (!chinese && mark == '、' && end - start <= 2 && text.AsSpan(end + 1, Math.Min(2, text.Length - end - 1)).IndexOfAnyInRange('0', '9') < 0)
            remarks.Add("punct.ordinal-arabic", line.At(end, end + 1), ".", number);
    }

    private static bool IsNumeral(char c) => CharClass.IsDigit(c) || "一二三四五六七八九十".Contains(c);

    private static void Words(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('、', StringComparison.Ordinal); i >= 0; i = text.IndexOf('、', i + 1))
        {
            if (i < 2 || !CharClass.IsHanAt(text, i + 1)) continue;
            var word = text.AsSpan(i - 2, 2);
            var opens = i == 2 || "。；！？，：　 ".Contains(text[i - 3]);
            var first = word[0] == '第' && CharClass.IsChineseNumeral(word[1]);
            if (!opens || !(first || word is "首先" or "其次" or "再次" or "最后")) continue;
            var after = text[i + 1];
            if (first && (after == '第' || CharClass.IsChineseNumeral(after))) continue;
            remarks.Add("punct.ordinal-word", line.At(i, i + 1), "，", word.ToString());
        }
    }
}
