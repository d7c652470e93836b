using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Punctuation;

/// <summary>Brackets, quotes and title marks come in pairs; a pair may close in one of the next paragraphs.</summary>
internal sealed class PairRule : IDocumentRule
{
    private const string Openers = "“‘（《〈〔【「『(";
    private const string Closers = "”’）》〉〕】」』)";
    private const int Reach = 3;
    private const int Deepest = 64;
    private static readonly UnitSet Marks = new(Openers + Closers);

    /// <summary>A mark that waits for its other half.</summary>
    private sealed record Opened(char Mark, int Paragraph, int At);

    public void Look(CheckedText text, Remarks remarks)
    {
        var open = new List<Opened>();
        foreach (var line in text.Lines())
        {
            Expire(open, line.Index, remarks);
            if (line.Role is ElementRole.Title or ElementRole.DocumentNumber) continue;
            Scan(line, open, remarks);
        }

        Expire(open, int.MaxValue, remarks);
    }

    private static void Scan(Line line, List<Opened> open, Remarks remarks)
    {
        var text = line.Text;
        for (var i = Marks.Next(text, 0); i >= 0; i = Marks.Next(text, i + 1))
        {
            if (Openers.Contains(text[i])) Open(line, i, open, remarks);
            else Close(line, i, open, remarks);
        }
    }

    private static void Open(Line line, int at, List<Opened> open, Remarks remarks)
    {
        if (open.Count > Deepest) Report(open, 0, remarks);
        open.Add(new Opened(line.Text[at], line.Index, at));
    }

    private static void Close(Line line, int at, List<Opened> open, Remarks remarks)
    {
        var mark = line.Text[at];
        if (mark == '’' && CharClass.IsLatin(CharClass.At(line.Text, at - 1))) return; // apostrophe
        for (var k = open.Count - 1; k >= 0; k--)
        {
            if (!Match(open[k].Mark, mark)) continue;
            if (open[k].Paragraph != line.Index && k != open.Count - 1) break;
            Nested(open, k, line, at, remarks);
            while (open.Count > k + 1) Report(open, open.Count - 1, remarks);
            Mixed(open[k], line, at, remarks);
            if (mark == '》' && open[k].Paragraph == line.Index) Angles(line, open[k].At, at, remarks);
            open.RemoveAt(k);
            return;
        }

        if (!IsListMark(line.Text, at)) remarks.Add("punct.pair-close", line.At(at, at + 1), null, mark, Openers[Closers.IndexOf(mark, StringComparison.Ordinal)]);
    }

    private static bool Match(char opener, char closer)
    {
        var (o, c) = (Openers.IndexOf(opener, StringComparison.Ordinal), Closers.IndexOf(closer, StringComparison.Ordinal));
        return o == c || (opener is '（' or '(' && closer is '）' or ')');
    }

    private static void Mixed(Opened opener, Line line, int at, Remarks remarks)
    {
        if (opener.Mark == '(' && line.Text[at] == '）') remarks.Add("punct.pair-mixed", new Place(opener.Paragraph, opener.At, opener.At + 1), "（");
        if (opener.Mark == '（' && line.Text[at] == ')') remarks.Add("punct.pair-mixed", line.At(at, at + 1), "）");
    }

    /// <summary>A title inside a title takes 〈〉 (GB/T 15834 4.15): seen when the inner pair closes while an outer one is open in this paragraph.</summary>
    private static void Nested(List<Opened> open, int k, Line line, int at, Remarks remarks)
    {
        if (k == 0 || open[k].Mark != open[k - 1].Mark || open[k].Paragraph != line.Index || open[k - 1].Paragraph != line.Index) return;
        var (rule, inner, outer) = open[k].Mark switch
        {
            '《' => ("punct.nested-title", "〈", "〉"),
            '“' => ("punct.nested-quote", "‘", "’"),
            _ => ("", "", ""),
        };
        if (rule.Length == 0 || line.Text.AsSpan(at + 1, Math.Min(40, line.Text.Length - at - 1)).IndexOf(line.Text[at]) < 0) return;
        remarks.Add(rule, line.At(open[k].At, open[k].At + 1), inner);
        remarks.Add(rule, line.At(at, at + 1), outer);
    }

    /// <summary>The signs of less and more in the place of 〈〉 inside a title.</summary>
    private static void Angles(Line line, int from, int to, Remarks remarks)
    {
        var title = line.Text.AsSpan(from, to - from);
        var (less, more) = (title.IndexOfAny('<', '＜'), title.LastIndexOfAny('>', '＞'));
        if (less < 0 || more < less + 2) return;
        remarks.Add("punct.nested-title", line.At(from + less, from + less + 1), "〈");
        remarks.Add("punct.nested-title", line.At(from + more, from + more + 1), "〉");
    }

    /// <summary>1） and a) number an item; nothing opens them.</summary>
    private static bool IsListMark(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < 4 && (char.IsAsciiLetterOrDigit(text[from - 1]) || CharClass.IsChineseNumeral(text[from - 1]))) from--;
        return from < at && (from == 0 || !CharClass.IsHan(text[from - 1]));
    }

    private static void Expire(List<Opened> open, int now, Remarks remarks)
    {
        for (var k = open.Count - 1; k >= 0; k--)
            if (now - (long)open[k].Paragraph > Reach) Report(open, k, remarks);
    }

    private static void Report(List<Opened> open, int k, Remarks remarks)
    {
        var (mark, paragraph, at) = open[k];
        open.RemoveAt(k);
        remarks.Add("punct.pair-open", new Place(paragraph, at, at + 1), null, mark, Closers[Openers.IndexOf(mark, StringComparison.Ordinal)]);
    }
}
