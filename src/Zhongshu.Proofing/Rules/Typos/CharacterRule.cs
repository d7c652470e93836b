using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>Single units that have no place in a simplified Chinese document: invisible, broken, full-width, traditional, blanks inside words.</summary>
internal sealed class CharacterRule(TraditionalCharacters traditional, bool mostlyTraditional) : IParagraphRule
{
    /// <summary>Two organs that issue together are parted by a blank: 中共中央 国务院.</summary>
    private const string OrganEnds = "委央厅室部局院会署府组";

    /// <summary>A text with more than one traditional character in twenty is set in traditional script on purpose.</summary>
    public static bool IsTraditional(IReadOnlyList<Paragraph> paragraphs, TraditionalCharacters traditional)
    {
        var (all, old) = (0, 0);
        foreach (var paragraph in paragraphs)
        {
            foreach (var c in paragraph.Text)
            {
                all++;
                if (traditional.Simplify(c) != 0) old++;
            }

            if (all > 20_000) break;
        }

        return old > 20 && old * 20 > all;
    }

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = traditional.Next(text, 0); i < text.Length; i = traditional.Next(text, i + 1))
        {
            switch (CharClass.Of(text[i]))
            {
                case CharKind.Han:
                    var simple = traditional.Simplify(text[i]);
                    if (simple != 0 && !mostlyTraditional)
                        remarks.Add("typo.traditional", line.At(i, i + 1), simple.ToString(), text[i], simple);
                    break;
                case CharKind.FullDigit or CharKind.FullLatin:
                    i = FullWidth(line, i, remarks);
                    break;
                case CharKind.Invisible:
                    i = Invisible(line, i, remarks);
                    break;
                case CharKind.Surrogate:
                    i = Surrogate(line, i, remarks);
                    break;
                case CharKind.Space:
                    i = Blank(line, i, remarks);
                    break;
                case CharKind.Other:
                    remarks.Add("typo.garbled", line.At(i, i + 1));
                    break;
                default:
                    break;
            }
        }
    }

    private static int FullWidth(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = start;
        while (end < text.Length && CharClass.Of(text[end]) is CharKind.FullDigit or CharKind.FullLatin) end++;
        var half = string.Create(end - start, (text, start), static (span, from) =>
        {
            for (var k = 0; k < span.Length; k++) span[k] = (char)(from.text[from.start + k] - 0xFEE0);
        });
        remarks.Add("typo.full-width", line.At(start, end), half, half);
        return end - 1;
    }

    private static int Invisible(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        if (text[start] == '\uFFFD')
        {
            remarks.Add("typo.garbled", line.At(start, start + 1));
            return start;
        }

        if (text[start] == '\n') return start; // a line break within a paragraph of Word is seen well enough
        var end = start;
        while (end < text.Length && text[end] is not ('\uFFFD' or '\n') && CharClass.Of(text[end]) == CharKind.Invisible) end++;
        remarks.Add("typo.invisible", line.At(start, end), "", $"U+{(int)text[start]:X4}");
        return end - 1;
    }

    private static int Surrogate(Line line, int start, Remarks remarks)
    {
        if (start + 1 < line.Text.Length && char.IsSurrogatePair(line.Text[start], line.Text[start + 1])) return start + 1;
        remarks.Add("typo.garbled", line.At(start, start + 1));
        return start;
    }

    private static int Blank(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = start;
        while (end < text.Length && CharClass.Of(text[end]) == CharKind.Space) end++;
        if (IsSlip(line, start, end)) remarks.Add("typo.space", line.At(start, end), "");
        return end - 1;
    }

    /// <summary>A blank between two Chinese characters of running text that no custom of layout asks for.</summary>
    private static bool IsSlip(Line line, int start, int end)
    {
        var text = line.Text;
        if (line.Role is not (ElementRole.None or ElementRole.Body or ElementRole.Heading1 or ElementRole.Heading2 or ElementRole.Heading3 or ElementRole.Heading4)
            || line.Paragraph.Place != ParagraphPlace.Body) return false;
        if (!CharClass.IsHanAt(text, start - 1) || !CharClass.IsHanAt(text, end)) return false;
        if (end - start > 2 || OrganEnds.Contains(text[start - 1])) return false;
        if (!CharClass.IsHanAt(text, start - 2) && !CharClass.IsHanAt(text, end + 1)) return false; // 李　明: a name padded to three
        var before = text.AsSpan(Math.Max(0, start - 80), Math.Min(80, start));
        if (before.LastIndexOf('《') > before.LastIndexOf('》')) return false;
        if (start < 30 && IsLabel(before.TrimStart("　 *-#>"))) return false;
        return IsRunningText(text, start);
    }

    /// <summary>第三条, 附件1, 图2: a label is set off by a blank.</summary>
    private static bool IsLabel(ReadOnlySpan<char> head) => head.Length <= 9 && (head.IndexOf('第') >= 0 || head.IndexOfAny("附表图例注") >= 0);

    /// <summary>The stretch round the blank reads on: a mark of the sentence stands near on both sides or the line is long.</summary>
    private static bool IsRunningText(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 60), Math.Min(60, at)).LastIndexOfAny("，；。：、");
        var after = text.AsSpan(at, Math.Min(60, text.Length - at)).IndexOfAny("，；。、");
        return after >= 0 && (before >= 0 || at >= 6);
    }
}
