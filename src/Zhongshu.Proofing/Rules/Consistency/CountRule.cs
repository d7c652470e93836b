using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Headings;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>三个方面：一是…二是…: the number promised against the items that follow.</summary>
internal sealed class CountRule : IDocumentRule
{
    private static readonly string[] Nouns = ["个方面", "项措施", "项工作", "点要求", "点意见", "个问题", "条意见", "方面工作", "项任务", "点建议", "件事", "条建议", "项要求", "条措施", "项重点", "方面问题", "点希望", "个环节"];

    private const int Announcement = 14;
    private static readonly UnitSet Marks = new("个项点条面件");

    public void Look(CheckedText text, Remarks remarks)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            // Without 一是 the items can only stand in the next paragraphs, announced at the end of this one.
            var from = line.Text.Contains("一是", StringComparison.Ordinal) ? 0 : Math.Max(0, line.Text.Length - Announcement);
            if (Marks.Next(line.Text, from) < 0) continue;
            foreach (var noun in Nouns)
            {
                var at = line.Text.IndexOf(noun, from, StringComparison.Ordinal);
                if (at < 1 || Promised(line.Text, at) is not { } promise) continue;
                var items = Inline(line.Text, at + noun.Length);
                if (items < 2 && Announces(line.Text, at + noun.Length)) items = Below(text, i);
                if (items >= 2 && items != promise.Number) remarks.Add("consistency.count", line.At(promise.Start, at + noun.Length), null, line.Text[promise.Start..(at + noun.Length)], items);
                break;
            }
        }
    }

    private static (int Number, int Start)? Promised(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 3 && (CharClass.IsDigit(text[start - 1]) || "一二两三四五六七八九十".Contains(text[start - 1]))) start--;
        var number = start == at ? 0 : text[start] == '两' ? 2 : Numeral.Small(text.AsSpan(start, at - start));
        return number < 2 || CharClass.At(text, start - 1) is '第' or '余' or '多' ? null : (number, start);
    }

    /// <summary>The last 一是, 二是 … of an unbroken series behind the promise, within the paragraph.</summary>
    private static int Inline(string text, int from)
    {
        var colon = text.AsSpan(from, Math.Min(8, text.Length - from)).IndexOfAny('：', '。', '，');
        if (colon < 0) return 0;
        var last = 0;
        for (var i = text.IndexOf('是', from); i > 0; i = text.IndexOf('是', i + 1))
        {
            var number = Numeral.Chinese(text.AsSpan(i - 1, 1));
            var opens = i >= 2 && "。；：，".Contains(text[i - 2]);
            if (!opens || number == 0) continue;
            if (number != last + 1) break;
            last = number;
        }

        return last;
    }

    private static bool Announces(string text, int end)
    {
        var tail = text.AsSpan(end).TrimEnd(" 　");
        return tail is "：" or "。" or ":" || tail.EndsWith("如下：") || tail.EndsWith("如下。");
    }

    /// <summary>The items of the list that starts in the next paragraph; 0 when its numbers are broken.</summary>
    private static int Below(CheckedText text, int index)
    {
        var next = index + 1;
        while (next < text.Count && text[next].Text.Length == 0) next++;
        if (next >= text.Count || HeadNumber.Of(text[next]) is not { Number: 1 } first || first.Level > HeadLevel.Fifth) return 0;
        var last = 1;
        for (var i = next + 1; i < text.Count; i++)
        {
            if (HeadNumber.Of(text[i]) is not { } head) continue;
            if (head.Level == first.Level && head.Number == last + 1) last++;
            else if (head.Level <= first.Level || head.Level > HeadLevel.Fifth) break;
        }

        return last;
    }
}
