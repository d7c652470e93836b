using System.Globalization;
using System.Text;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;

namespace Zhongshu.Checker;

/// The report of `check` in the form asked for.
internal static class CheckReports
{
    public static string Write(CheckFormat format, IReadOnlyList<CheckedFile> files) => format switch
    {
        CheckFormat.Json => FindingJson.Array(files) + "\n",
        CheckFormat.Jsonl => FindingJson.Lines(files),
        CheckFormat.Sarif => Sarif.Log(files) + "\n",
        CheckFormat.Html => HtmlReport.Page(files),
        _ => string.Concat(files.Select(Plain)),
    };

    /// Each line of each file answered by one line: the array of what was found in it, empty where nothing was.
    public static string LineByLine(IReadOnlyList<CheckedFile> files) => string.Concat(files.Select(FindingJson.ByParagraph));

    private static string Plain(CheckedFile file)
    {
        var text = new StringBuilder();
        text.Append(file.Name).Append('\n');
        foreach (var row in ReportRow.Of(file.Document, file.Findings))
        {
            var proposal = row.Fix.Length > 0 ? $" 建议：{row.Fix}" : "";
            var source = row.Source.Length > 0 ? $"{row.Source}；" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {row.Severity}  {row.Place}  {row.Text}\n        {row.Message}{proposal}（{source}{row.Rule}）\n");
        }

        var counts = file.Findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => $"{g.Key.Name()} {g.Count()} 处");
        return text.Append(file.Findings.Count == 0 ? "  未发现问题。\n" : $"  合计：{string.Join("，", counts)}。\n").ToString();
    }
}
