using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Reads the tab-separated lexicon: one entry a line, <c>#</c> opens a comment. A line <c>@rule 来源 级别</c> (tab-separated) sets the
/// rule, the source and the severity of the lines that follow; columns: wrong, right, conditions, reason, own source. A line
/// <c>$name 甲|乙</c> names words that conditions further down take in by that name.
/// </summary>
internal static class LexiconFile
{
    public static IEnumerable<LexiconEntry> Read(string path)
    {
        var (rule, source, severity) = ("", "", Severity.Suspect);
        var named = new List<(string Name, string Words)>();
        var conditions = new Dictionary<string, ContextTest[]>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            if (line[0] == '@')
            {
                (rule, source, severity) = (columns[0][1..], columns[1], SeverityOf(columns[2]));
                continue;
            }

            if (line[0] == '$')
            {
                named.Add((columns[0], columns[1]));
                continue;
            }

            var condition = Column(columns, 2);
            if (!conditions.TryGetValue(condition, out var tests)) conditions[condition] = tests = ContextTest.Parse(Written(condition, named));
            yield return new LexiconEntry(
                rule,
                columns[0],
                Column(columns, 1),
                severity,
                tests,
                Column(columns, 3),
                columns.Length > 4 ? columns[4] : source);
        }
    }

    public static Severity SeverityOf(string name) => name switch
    {
        "错误" => Severity.Error,
        "疑似" => Severity.Suspect,
        "建议" => Severity.Suggestion,
        _ => throw new FormatException($"unknown severity: {name}"),
    };

    private static string Written(string condition, List<(string Name, string Words)> named)
    {
        foreach (var (name, words) in named) condition = condition.Replace(name, words, StringComparison.Ordinal);
        return condition;
    }

    private static string Column(string[] columns, int index) => index < columns.Length ? columns[index] : "";
}
