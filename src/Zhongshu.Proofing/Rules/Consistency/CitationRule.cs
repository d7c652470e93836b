using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>《title》（发文字号）: against the document base, against the other citations in the text, and against the title of the document that prints it.</summary>
internal sealed class CitationRule : IDocumentRule
{
    private const int LongestTitle = 120;
    private const int ShortestPrinted = 8;
    private static readonly string[] Printing = ["印发《", "转发《", "公布《", "下发《", "发布《"];

    public void Look(CheckedText text, Remarks remarks)
    {
        var byNumber = new Dictionary<string, string>();
        var byTitle = new Dictionary<string, string>();
        foreach (var line in text.Lines())
        {
            for (var i = line.Text.IndexOf('《', StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf('《', i + 1))
                if (Read(line.Text, i) is { } citation) Compare(line, citation, text.Context.KnownDocuments, byNumber, byTitle, remarks);
        }

        Printed(text, remarks);
    }

    /// <summary>关于印发《甲工作方案》的通知 whose text says 《甲方案》: the first title in its text, where the two are nearly the same.</summary>
    private static void Printed(CheckedText text, Remarks remarks)
    {
        if (text.Structure.Title is not { } heading || Array.Find(Printing, p => heading.Contains(p, StringComparison.Ordinal)) is not { } lead) return;
        var open = heading.IndexOf(lead, StringComparison.Ordinal) + lead.Length - 1;
        if (Close(heading, open) is not { } close || close - open - 1 < ShortestPrinted) return;
        var wanted = heading[(open + 1)..close];
        foreach (var line in text.Lines())
        {
            if (line.Role is ElementRole.Title || line.Text.IndexOf('《', StringComparison.Ordinal) is not (>= 0 and var at) || Close(line.Text, at) is not { } end) continue;
            var said = line.Text[(at + 1)..end];
            if (said != wanted && said.Length >= ShortestPrinted && said[^1] == wanted[^1] && Alike(said, wanted)) remarks.Add("consistency.printed-title", line.At(at + 1, end), null, wanted);
            return;
        }
    }

    /// <summary>Three in four characters of the longer stand in the shorter too, in their order.</summary>
    private static bool Alike(string a, string b)
    {
        var lengths = new int[b.Length + 1];
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = lengths[j + 1];
                lengths[j + 1] = c == b[j] ? diagonal + 1 : Math.Max(above, lengths[j]);
                diagonal = above;
            }
        }

        return lengths[^1] * 4 >= Math.Max(a.Length, b.Length) * 3;
    }

    private static void Compare(Line line, Citation citation, IReadOnlyDictionary<string, string> known, Dictionary<string, string> byNumber, Dictionary<string, string> byTitle, Remarks remarks)
    {
        var (title, number) = (citation.Title, citation.Number);
        var titlePlace = line.At(citation.TitleStart, citation.TitleEnd);
        var numberPlace = line.At(citation.NumberStart, citation.NumberEnd);
        if (known.TryGetValue(number, out var real))
        {
            if (!real.EndsWith(title, StringComparison.Ordinal)) remarks.Add("consistency.known-title", titlePlace, null, number, real);
            return;
        }

        if (known.Count > 0 && known.FirstOrDefault(pair => pair.Value == title).Key is { } right)
        {
            remarks.Add("consistency.known-number", numberPlace, right, title, right);
            return;
        }

        if (byNumber.TryGetValue(number, out var other) && other != title) remarks.Add("consistency.two-titles", titlePlace, null, number, other);
        else if (byTitle.TryGetValue(title, out var before) && before != number) remarks.Add("consistency.two-numbers", numberPlace, null, title, before);
        byNumber.TryAdd(number, title);
        byTitle.TryAdd(title, number);
    }

    private readonly record struct Citation(string Title, int TitleStart, int TitleEnd, string Number, int NumberStart, int NumberEnd);

    private static Citation? Read(string text, int open)
    {
        if (Close(text, open) is not { } close || CharClass.At(text, close + 1) is not ('（' or '(')) return null;
        var end = text.AsSpan(close + 2, Math.Min(30, text.Length - close - 2)).IndexOfAny('）', ')');
        if (end < 0) return null;
        var number = text.Substring(close + 2, end);
        return number.Contains('〔') && number.EndsWith('号')
            ? new Citation(text[(open + 1)..close], open + 1, close, number, close + 2, close + 2 + end)
            : null;
    }

    /// <summary>Where the title that opens here closes, those inside it aside.</summary>
    private static int? Close(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length && at - open < LongestTitle; at++)
        {
            if (text[at] == '《') depth++;
            else if (text[at] == '》' && --depth == 0) return at;
        }

        return null;
    }
}
