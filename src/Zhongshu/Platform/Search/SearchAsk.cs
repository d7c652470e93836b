using System.Globalization;

namespace Zhongshu.Platform.Search;

/// What somebody typed into the one box, understood: words that must all stand there, words that must not, fields, days. Pure and total.
internal sealed record SearchAsk
{
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["标题"] = "title", ["文号"] = "number", ["来文单位"] = "sender", ["正文"] = "text", ["意见"] = Opinion, ["批示"] = Opinion,
    };

    /// The field of what people wrote on a matter; it has an index of its own.
    public const string Opinion = "opinion";

    private const int MostWords = 12;

    public IReadOnlyList<(string? Field, string Word)> Wanted { get; init; } = [];

    public IReadOnlyList<string> Unwanted { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool IsEmpty => Wanted.Count == 0;

    /// What is asked of opinions alone, and the rest.
    public SearchAsk OfOpinions => this with { Wanted = [.. Wanted.Where(w => w.Field == Opinion).Select(w => ((string?)null, w.Word))] };

    public SearchAsk OfDocuments => this with { Wanted = [.. Wanted.Where(w => w.Field != Opinion)] };

    /// Words without a field are looked for in opinions too.
    public bool MayBeInOpinions => Wanted.All(w => w.Field is null) && Unwanted.Count == 0;

    /// Words are parted by spaces; "…" keeps a phrase whole; 标题:… 文号:… 来文单位:… 正文:… look in one field; -词 leaves out; 从:2026-01-01 到:2026-06-30.
    public static SearchAsk Read(string? typed)
    {
        var ask = new SearchAsk();
        foreach (var part in Parts(typed ?? "").Take(MostWords))
        {
            var (field, word) = Split(part);
            if (field is "从" or "到" && DateOnly.TryParse(word, CultureInfo.InvariantCulture, out var day))
                ask = field == "从" ? ask with { From = day } : ask with { To = day };
            else if (part.StartsWith('-') && HasTokens(part))
                ask = ask with { Unwanted = [.. ask.Unwanted, part[1..]] };
            else if (HasTokens(word))
                ask = ask with { Wanted = [.. ask.Wanted, (field is not null && Fields.TryGetValue(field, out var column) ? column : null, word)] };
        }

        return ask;
    }

    private static (string? Field, string Word) Split(string part)
    {
        var at = part.AsSpan().IndexOfAny(':', '：');
        if (at <= 0) return (null, part);
        var field = part[..at];
        return Fields.ContainsKey(field) || field is "从" or "到" ? (field, part[(at + 1)..].Trim('"', '“', '”')) : (null, part);
    }

    private static bool HasTokens(string word) => SearchTokens.Asked(word).Count > 0;

    private static IEnumerable<string> Parts(string typed)
    {
        var start = -1;
        var quoted = false;
        for (var i = 0; i <= typed.Length; i++)
        {
            var c = i < typed.Length ? typed[i] : ' ';
            if (c is '"' or '“' or '”') quoted = c == '“' || (c == '"' && !quoted);
            var space = char.IsWhiteSpace(c) && (!quoted || i == typed.Length);
            if (!space && start < 0) start = i;
            if (!space || start < 0) continue;
            var part = typed[start..i].Trim('"', '“', '”');
            start = -1;
            if (part.Length > 0) yield return part;
        }
    }
}
