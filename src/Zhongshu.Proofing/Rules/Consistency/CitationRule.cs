using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>《title》（发文字号）: against the document base, and against the other citations in the text.</summary>
internal sealed class CitationRule : IDocumentRule
{
    private const int LongestTitle = 120;

    public void Look(CheckedText text, Remarks remarks)
    {
        var byNumber = new Dictionary<string, string>();
        var byTitle = new Dictionary<string, string>();
        foreach (var line in text.Lines())
        {
            for (var i = line.Text.IndexOf('《', StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf('《', i + 1))
                if (Read(line.Text, i) is { } citation) Compare(line, citation, text.Context.KnownDocuments, byNumber, byTitle, remarks);
        }
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
        var (depth, close) = (0, open);
        for (; close < text.Length && close - open < LongestTitle; close++)
        {
            if (text[close] == '《') depth++;
            else if (text[close] == '》' && --depth == 0) break;
        }

        if (depth != 0 || CharClass.At(text, close) != '》' || CharClass.At(text, close + 1) is not ('（' or '(')) return null;
        var end = text.AsSpan(close + 2, Math.Min(30, text.Length - close - 2)).IndexOfAny('）', ')');
        if (end < 0) return null;
        var number = text.Substring(close + 2, end);
        return number.Contains('〔') && number.EndsWith('号')
            ? new Citation(text[(open + 1)..close], open + 1, close, number, close + 2, close + 2 + end)
            : null;
    }
}
