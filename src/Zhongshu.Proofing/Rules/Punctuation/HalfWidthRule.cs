using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>Half-width marks and straight quotes inside Chinese text. Numbers, times, addresses and formulas keep theirs.</summary>
internal sealed class HalfWidthRule : IParagraphRule
{
    private const int LongestBracket = 60;
    private static readonly UnitSet Marks = new(",.:;?!([\"");

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        var quotes = 0;
        for (var i = Marks.Next(text, 0); i >= 0; i = Marks.Next(text, i + 1))
        {
            switch (text[i])
            {
                case '(':
                    Bracket(line, i, remarks);
                    break;
                case '[':
                    Square(line, i, remarks);
                    break;
                case '"':
                    quotes++;
                    break;
                default:
                    Mark(line, i, remarks);
                    break;
            }
        }

        if (quotes > 0) Quotes(line, quotes, remarks);
    }

    private static void Mark(Line line, int i, Remarks remarks)
    {
        var text = line.Text;
        var (before, after) = (CharClass.At(text, i - 1), CharClass.At(text, i + 1));
        if (!Chinese(before) && !(text[i] == ',' && CharClass.IsHan(after) && char.IsLetterOrDigit(before))) return;
        if (after is '/' or '\\' or '*') return;
        var full = text[i] switch { ',' => "，", '.' => "。", ':' => "：", ';' => "；", '?' => "？", _ => "！" };
        if (text[i] == '.' && (IsOrdinal(text, i) || !(Chinese(after) || after is '\0' or ' '))) return;
        if ((IsMark(after) && after != text[i]) || IsMark(before)) return;
        var sure = CharClass.IsHan(before) && CharClass.IsHan(after);
        remarks.Add(sure ? "punct.half-width" : "punct.half-width-edge", line.At(i, i + 1), full, text[i], full);
    }

    private static bool IsOrdinal(string text, int i) => i <= 6 && CharClass.IsChineseNumeral(CharClass.At(text, i - 1));

    private static bool IsMark(char c) => Marks.Contains(c) || "，。、；：？！…".Contains(c);

    private static bool Chinese(char c) => CharClass.IsHan(c) || "》”）〕】’".Contains(c);

    private static void Bracket(Line line, int open, Remarks remarks)
    {
        var text = line.Text;
        var within = text.AsSpan(open + 1, Math.Min(LongestBracket, text.Length - open - 1));
        var length = within.IndexOf(')');
        if (length < 0) return;
        var inside = within[..length];
        if (inside.Contains('(') || CharClass.At(text, open - 1) == ']') return;
        if (inside.IndexOfAnyInRange('\u4E00', '\u9FFF') < 0) return;
        remarks.Add("punct.half-width-bracket", line.At(open, open + 1), "（", "(", "（");
        remarks.Add("punct.half-width-bracket", line.At(open + 1 + length, open + 2 + length), "）", ")", "）");
    }

    /// <summary>[县政办发〔2026〕12号]: square brackets round Chinese words where （） belong; notes such as [1] stay.</summary>
    private static void Square(Line line, int open, Remarks remarks)
    {
        var text = line.Text;
        var length = text.AsSpan(open + 1, Math.Min(LongestBracket, text.Length - open - 1)).IndexOfAny('[', ']');
        if (length < 2 || text[open + 1 + length] != ']' || CharClass.At(text, open + 2 + length) == '(') return;
        if (!CharClass.IsHan(text[open + 1]) || !(CharClass.IsHanAt(text, open - 1) || CharClass.At(text, open - 1) is '》' or '”')) return;
        remarks.Add("punct.half-width-bracket", line.At(open, open + 1), "（", "[", "（");
        remarks.Add("punct.half-width-bracket", line.At(open + 1 + length, open + 2 + length), "）", "]", "）");
    }

    /// <summary>Straight quotes are turned only when they come in pairs: with one left over nobody knows which way it opens.</summary>
    private static void Quotes(Line line, int count, Remarks remarks)
    {
        var text = line.Text;
        var chinese = text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
        if (!chinese || text.Contains('=', StringComparison.Ordinal)) return;
        var open = true;
        for (var i = text.IndexOf('"', StringComparison.Ordinal); i >= 0; i = text.IndexOf('"', i + 1))
        {
            var fix = open ? "“" : "”";
            remarks.Add("punct.straight-quote", line.At(i, i + 1), count % 2 == 0 ? fix : null);
            if (count % 2 != 0) return;
            open = !open;
        }
    }
}
