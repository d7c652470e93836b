using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Headings;

/// <summary>一是…二是…三是 and 第一，…第二，… inside running text.</summary>
internal sealed class SeriesRule : IDocumentRule
{
    private const int ParagraphsBetween = 4;

    public void Look(CheckedText text, Remarks remarks)
    {
        Follow(text, remarks, '是', first: '\0');
        Follow(text, remarks, '，', first: '第');
    }

    private static void Follow(CheckedText text, Remarks remarks, char mark, char first)
    {
        var (last, where) = (0, -1);
        foreach (var line in text.Lines())
        {
            if (last > 0 && line.Index - where > ParagraphsBetween) last = 0;
            for (var i = line.Text.IndexOf(mark, StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf(mark, i + 1))
            {
                if (Item(line.Text, i, first) is not { } item) continue;
                var place = line.At(item.Start, i);
                if (item.Number != 1 && last > 0 && item.Number != last + 1)
                    remarks.Add(item.Number == last ? "heading.series-repeat" : "heading.series-gap", place, null, line.Text[item.Start..i], last + 1);
                else if (item.Number is > 1 and < 7 && last == 0 && where == line.Index)
                    remarks.Add("heading.series-gap", place, null, line.Text[item.Start..i], 1);
                (last, where) = (item.Number, line.Index);
            }
        }
    }

    /// <summary>The numeral before the mark, when it opens a clause.</summary>
    private static (int Number, int Start)? Item(string text, int mark, char first)
    {
        var start = mark;
        while (start > 0 && mark - start < 3 && "一二三四五六七八九十".Contains(text[start - 1])) start--;
        if (start == mark) return null;
        var number = Numeral.Chinese(text.AsSpan(start, mark - start));
        if (first != '\0' && CharClass.At(text, --start) != first) return null;
        var opens = start <= 0 || "。；：，！？　 ”）".Contains(text[start - 1]);
        return number == 0 || !opens || CharClass.At(text, mark + 1) is '一' or '二' or '三' ? null : (number, start);
    }
}
