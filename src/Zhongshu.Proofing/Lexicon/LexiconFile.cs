using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Reads the tab-separated lexicon: one entry a line, <c>#</c> opens a comment. A line <c>@rule 来源 级别</c> (tab-separated) sets the
/// rule, the source and the severity of the lines that follow; columns: wrong, right, conditions, reason, own source.
/// </summary>
internal static class LexiconFile
{
    public static IEnumerable<LexiconEntry> Read(string path)
    {
        var (rule, source, severity) = ("", "", Severity.Suspect);
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            if (line[0] == '@')
            {
                (rule, source, severity) = (columns[0][1..], columns[1], SeverityOf(columns[2]));
                continue;
            }

            yield return new LexiconEntry(
                rule,
                columns[0],
                Column(columns, 1),
                severity,
                ContextTest.Parse(Column(columns, 2)),
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

    private static string Column(string[] columns, int index) => index < columns.Length ? columns[index] : "";
}
