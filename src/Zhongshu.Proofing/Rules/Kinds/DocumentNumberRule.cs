using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>发文字号 (GB/T 9704 7.2.5): hexagonal brackets, the year in full, no 第, no leading zero, 号 at the end.</summary>
internal sealed class DocumentNumberRule : IParagraphRule
{
    private const string Closers = "〕]］）)】";
    private static readonly UnitSet Openers = new("〔[［（(【");

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = Openers.Next(text, 0); i >= 0; i = Openers.Next(text, i + 1)) Number(line, i, remarks);
    }

    private static void Number(Line line, int open, Remarks remarks)
    {
        var text = line.Text;
        var close = open + 1;
        while (CharClass.IsDigitAt(text, close) && close - open < 6) close++;
        var digits = close - open - 1;
        var nian = CharClass.At(text, close) == '年';
        if (nian) close++;
        if (digits is not (2 or 4) || !Closers.Contains(CharClass.At(text, close)) || !CharClass.IsHanAt(text, BeforeBlanks(text, open) - 1)) return;
        var at = AfterBlanks(text, close + 1);
        var di = CharClass.At(text, at) == '第';
        var start = di ? AfterBlanks(text, at + 1) : at;
        var end = start;
        while (CharClass.IsDigitAt(text, end) && end - start < 6) end++;
        var sign = AfterBlanks(text, end);
        if (end == start || CharClass.At(text, sign) != '号' || (digits == 4 && text[open + 1] is not ('1' or '2'))) return;
        var number = text[start..end];
        if (text[open] != '〔' || text[close] != '〕')
        {
            var suffix = line.Role == ElementRole.DocumentNumber ? "-head" : "";
            remarks.Add("kind.number-bracket" + suffix, line.At(open, open + 1), "〔");
            remarks.Add("kind.number-bracket" + suffix, line.At(close, close + 1), "〕");
        }

        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(BeforeBlanks(text, open), open), (close + 1, at), (end, sign)])
            if (to > from) remarks.Add("kind.number-blank", line.At(from, to), "");
        if (nian || digits == 2) remarks.Add("kind.number-year", line.At(open + 1, close), nian && digits == 4 ? text[(open + 1)..(close - 1)] : null);
        if (di) remarks.Add("kind.number-di", line.At(at, at + 1), "");
        if (number[0] == '0' && number.TrimStart('0').Length > 0) remarks.Add("kind.number-zero", line.At(start, end), number.TrimStart('0'), number.TrimStart('0'));
    }

    private static int AfterBlanks(string text, int at)
    {
        while (at < text.Length && CharClass.Of(text[at]) == CharKind.Space) at++;
        return at;
    }

    private static int BeforeBlanks(string text, int at)
    {
        while (at > 0 && CharClass.Of(text[at - 1]) == CharKind.Space) at--;
        return at;
    }
}
