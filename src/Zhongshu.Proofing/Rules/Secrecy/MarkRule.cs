using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Secrecy;

/// <summary>密级★保密期限: form, longest term, and marks that are not for this text (保守国家秘密法, 国家秘密标志).</summary>
internal sealed class MarkRule : IDocumentRule
{
    public void Look(CheckedText text, Remarks remarks)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            var words = line.Text.AsSpan().Trim(" 　");
            if (words.Length is < 2 or > 24) continue;
            var start = line.Text.AsSpan().IndexOf(words);
            var mark = words.ToString();
            if (mark.Contains('★') && (mark.StartsWith("内部", StringComparison.Ordinal) || mark.StartsWith("工作秘密", StringComparison.Ordinal) || mark.StartsWith("商业秘密", StringComparison.Ordinal)))
                remarks.Add("secrecy.not-state", line.At(start, start + mark.Length));
            else if (Level(mark) is { } limit) Check(text, line, start, mark, limit, remarks);
        }
    }

    private static int? Level(string mark) => mark switch
    {
        _ when mark.StartsWith("绝密", StringComparison.Ordinal) => 30,
        _ when mark.StartsWith("机密", StringComparison.Ordinal) => 20,
        _ when mark.StartsWith("秘密", StringComparison.Ordinal) => 10,
        _ => null,
    };

    private static void Check(CheckedText text, Line line, int start, string mark, int limit, Remarks remarks)
    {
        var tail = mark[2..].Trim();
        var place = line.At(start, start + mark.Length);
        var marked = line.Role == ElementRole.Classification || tail.Length == 0 || "★*☆✩⭐﹡＊".Contains(tail[0]) || Years(tail) > 0;
        if (!marked || (tail.Length == 0 && line.Role != ElementRole.Classification && line.Index > 6)) return;
        if (text.Context.ForPublication)
        {
            remarks.Add("secrecy.publication", place, null, mark[..2]);
            return;
        }

        if (line.Role == ElementRole.None && line.Index > 12)
        {
            remarks.Add("secrecy.place", place);
            return;
        }

        if (tail is "" or "★") remarks.Add("secrecy.term-missing", place, null, limit);
        else if (tail[0] != '★') remarks.Add("secrecy.star", place, Years(tail.TrimStart('*', '☆', '✩', '⭐', '﹡', '＊', ' ')) is > 0 and var years ? $"{mark[..2]}★{years}年" : null);
        else if (tail is "★长期" or "★永久") remarks.Add("secrecy.long-term", place, null, limit, tail[1..]);
        else if (Years(tail[1..].Trim()) is > 0 and var term) Term(line, place, mark, term, limit, remarks);
        else if (mark.Contains(' ')) remarks.Add("secrecy.blank", place, mark.Replace(" ", "", StringComparison.Ordinal));
    }

    private static void Term(Line line, Place place, string mark, int term, int limit, Remarks remarks)
    {
        if (term > limit) remarks.Add("secrecy.term-too-long", place, null, mark[..2], limit);
        else if (!CharClass.IsDigit(mark.TrimEnd('年')[^1])) remarks.Add("secrecy.term-digits", place, $"{mark[..2]}★{term}年");
        else if (mark.Contains(' ')) remarks.Add("secrecy.blank", place, mark.Replace(" ", "", StringComparison.Ordinal));
    }

    private static int Years(string tail) => tail.Length is > 1 and < 5 && tail[^1] == '年' ? Numeral.Small(tail.AsSpan(0, tail.Length - 1)) : 0;
}
