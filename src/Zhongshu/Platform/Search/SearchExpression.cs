using System.Globalization;

namespace Zhongshu.Platform.Search;

/// The ask in the index's own language. Tokens hold letters, digits and Chinese characters only, so nothing of what was typed can be syntax.
internal static class SearchExpression
{
    private static readonly Dictionary<string, string> Weights = new(StringComparer.Ordinal) { ["title"] = "A", ["number"] = "B", ["sender"] = "C", ["text"] = "D" };

    public static string ForSqlite(SearchAsk ask)
    {
        var wanted = ask.Wanted.Select(w => (w.Field is null ? "" : $"{w.Field} : ") + "(" + string.Join(" AND ", SearchTokens.Asked(w.Word).Select(Fts)) + ")");
        var expression = string.Join(" AND ", wanted);
        foreach (var word in ask.Unwanted) expression = $"({expression}) NOT ({string.Join(" AND ", SearchTokens.Asked(word).Select(Fts))})";
        return expression;
    }

    public static string ForPostgres(SearchAsk ask)
    {
        var wanted = ask.Wanted.Select(w => "(" + string.Join(" & ", SearchTokens.Asked(w.Word).Select(r => Ts(r, w.Field is null ? "" : Weights[w.Field]))) + ")");
        var expression = string.Join(" & ", wanted);
        foreach (var word in ask.Unwanted) expression += $" & !({string.Join(" & ", SearchTokens.Asked(word).Select(r => Ts(r, "")))})";
        return expression;
    }

    /// A tsvector literal with true positions, so that no parser of the database stands between.
    public static string Vector(params (string Field, IReadOnlyList<string> Tokens)[] columns)
    {
        var text = new System.Text.StringBuilder();
        var position = 0;
        foreach (var (field, tokens) in columns)
        {
            foreach (var token in tokens)
            {
                if (++position > SearchTokens.Most) break;
                text.Append('\'').Append(token).Append("':").Append(position.ToString(CultureInfo.InvariantCulture)).Append(Weights[field]).Append(' ');
            }

            position++;
        }

        return text.ToString();
    }

    private static string Fts(SearchRun run) => run.IsPrefix ? $"\"{run.Tokens[0]}\"*" : $"\"{string.Join(' ', run.Tokens)}\"";

    private static string Ts(SearchRun run, string weight)
    {
        var suffix = (run.IsPrefix, weight) switch { (true, "") => ":*", (true, _) => $":*{weight}", (false, "") => "", _ => $":{weight}" };
        return "(" + string.Join(" <-> ", run.Tokens.Select(t => $"'{t}'{suffix}")) + ")";
    }
}
