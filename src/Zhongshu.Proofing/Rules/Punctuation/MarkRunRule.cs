using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>Marks that stand together: doubled marks, ellipses and dashes of the wrong make, a mark at the edge of a bracket.</summary>
internal sealed class MarkRunRule : IParagraphRule
{
    private const string HalfWidth = ",.;:";
    private const string FullWidth = "，。；：";
    private static readonly UnitSet Stops = new("，。、；：？！");
    private static readonly UnitSet Dashes = new("-─–");
    private static readonly UnitSet Candidates = new("，。、；：？！….-─–");

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = Candidates.Next(text, 0); i >= 0;)
        {
            var end = i + 1;
            switch (text[i])
            {
                case '…':
                    end = Ellipsis(line, i, remarks);
                    break;
                case '.':
                    end = Dots(line, i, remarks);
                    break;
                case '-' or '─' or '–':
                    end = Dash(line, i, remarks);
                    break;
                default:
                    end = Stop(line, i, remarks);
                    break;
            }

            i = Candidates.Next(text, end);
        }
    }

    private static int RunEnd(string text, int start, UnitSet belong)
    {
        var end = start + 1;
        while (end < text.Length && belong.Contains(text[end])) end++;
        return end;
    }

    private static int RunEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == text[start]) end++;
        return end;
    }

    private static int Stop(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = RunEnd(text, start, Stops);
        var run = text.AsSpan(start, end - start);
        if (run.Length > 1) Run(line, start, end, remarks);
        else if (HalfWidth.IndexOf(CharClass.At(text, end)) is >= 0 and var half && !char.IsAsciiLetterOrDigit(CharClass.At(text, end + 1)) && CharClass.At(text, end + 1) is not ('.' or '/'))
            remarks.Add("punct.double", line.At(start, end + 1), FullWidth[half] == text[start] ? text[start..end] : null, text[start..(end + 1)]);
        else if (text[start] != '。' && "）》〉”’】〕".Contains(CharClass.At(text, end)) && text[start] is '，' or '、' or '；') Edge(line, start, remarks);
        else if (text[start] is '。' or '！' or '？' && CharClass.At(text, end) is '”' or '’' && CharClass.At(text, end + 1) == '。') remarks.Add("punct.quote-stop", line.At(end + 1, end + 2), "");
        else if ("（《〈【〔".Contains(CharClass.At(text, start - 1))) remarks.Add("punct.edge", line.At(start, end), "", text[start]);
        return end;
    }

    private static void Edge(Line line, int at, Remarks remarks)
    {
        var closer = line.Text[at + 1];
        if (closer is '”' or '’') remarks.Add("punct.edge-quote", line.At(at, at + 1), null, line.Text[at]);
        else remarks.Add("punct.edge", line.At(at, at + 1), "", line.Text[at]);
    }

    private static void Run(Line line, int start, int end, Remarks remarks)
    {
        var run = line.Text.AsSpan(start, end - start);
        if (run.IndexOfAnyExcept("？！") < 0 && run.Length <= 3) return;
        var same = run.IndexOfAnyExcept(run[0]) < 0;
        if (same && run[0] == '。' && run.Length >= 3)
        {
            remarks.Add("punct.ellipsis", line.At(start, end), "……");
            return;
        }

        remarks.Add("punct.double", line.At(start, end), same ? run[..1].ToString() : null, run.ToString());
    }

    private static int Ellipsis(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = RunEnd(text, start);
        if (end - start is not (2 or 4)) remarks.Add("punct.ellipsis", line.At(start, end), "……");
        else if (CharClass.At(text, end) == '等' && !"待候级于".Contains(CharClass.At(text, end + 1))) remarks.Add("punct.ellipsis-etc", line.At(start, end + 1), "……");
        else if (CharClass.At(text, start - 1) == '等') remarks.Add("punct.ellipsis-etc", line.At(start - (CharClass.At(text, start - 2) == '等' ? 2 : 1), end), "……");
        return end;
    }

    private static int Dots(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = RunEnd(text, start);
        if (end - start is >= 3 and <= 6 && CharClass.IsHanAt(text, start - 1)) remarks.Add("punct.ellipsis", line.At(start, end), "……");
        return end;
    }

    private static int Dash(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        var end = RunEnd(text, start, Dashes);
        var chinese = (CharClass.IsHanAt(text, start - 1) || "”》）".Contains(CharClass.At(text, start - 1)))
            && (CharClass.IsHanAt(text, end) || "“《".Contains(CharClass.At(text, end)));
        if (chinese && end - start is >= 2 and <= 4) remarks.Add("punct.dash", line.At(start, end), "——", text[start..end]);
        return end;
    }
}
