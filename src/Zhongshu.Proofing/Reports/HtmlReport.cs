using System.Globalization;
using System.Net;
using System.Text;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Reports;

/// <summary>A page of its own: counts, a table of the findings, and the text with its marks. Needs no other file and prints on A4.</summary>
public static class HtmlReport
{
    private const string Style = """
        body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1d273b;margin:2rem auto;max-width:60rem;padding:0 1rem}
        h1{font-size:1.4rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid #cbd5e1}
        table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #cbd5e1;padding:.3rem .5rem;text-align:left;vertical-align:top}
        th{background:#f1f5f9;white-space:nowrap}thead{display:table-header-group}tr{break-inside:avoid}
        .sum span{display:inline-block;margin-right:1.5rem}.e{color:#b91c1c}.s{color:#b45309}.a{color:#1d4ed8}
        mark{background:none;border-bottom:2px solid;padding:0 .05em}sup a{text-decoration:none;font-size:.7em}
        .text p{margin:.2rem 0;text-indent:2em;white-space:pre-wrap}.src{color:#64748b;font-size:.85em}
        @media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}@page{size:A4;margin:20mm 18mm}}
        """;

    /// <summary>Makes the page, one section a file.</summary>
    public static string Page(IReadOnlyList<CheckedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var title = files.Count == 1 ? $"校核报告：{Escape(files[0].Name)}" : "校核报告";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>校核报告</h1>\n");
        for (var i = 0; i < files.Count; i++)
        {
            var rows = ReportRow.Of(files[i].Document, files[i].Findings);
            var key = string.Create(CultureInfo.InvariantCulture, $"{i + 1}-");
            AppendSummary(html, files[i]);
            if (rows.Count > 0) AppendTable(html, rows, key);
            if (files[i].Structure is { } structure) AppendSheet(html, CheckSheet.Of(structure, files[i].Findings));
            AppendText(html, files[i], key);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendSummary(StringBuilder html, CheckedFile file)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p>文件：{Escape(file.Name)}</p>\n<p class=\"sum\">");
        if (file.Findings.Count == 0) html.Append("未发现问题。机器校核不能代替人工通读，定稿前请再读一遍。");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Suspect, Severity.Suggestion])
        {
            var count = file.Findings.Count(f => f.Severity == severity);
            if (count > 0) html.Append(CultureInfo.InvariantCulture, $"<span class=\"{Class(severity.Name())}\">{severity.Name()} {count} 处</span>");
        }

        html.Append("</p>\n");
    }

    private static void AppendTable(StringBuilder html, IReadOnlyList<ReportRow> rows, string key)
    {
        html.Append("<h2>问题清单</h2>\n<table>\n<thead><tr><th>序号</th><th>位置</th><th>程度</th><th>原文</th><th>说明</th><th>建议</th></tr></thead>\n<tbody>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var source = row.Source.Length == 0 ? row.Rule : $"{row.Source}；{row.Rule}";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td><a id=\"n{key}{i + 1}\" href=\"#t{key}{i + 1}\">{i + 1}</a></td><td>{Escape(row.Place)}</td><td class=\"{Class(row.Severity)}\">{row.Severity}</td><td>{Escape(row.Text)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{Escape(row.Message)}<div class=\"src\">{Escape(source)}</div></td><td>{Escape(row.Fix)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void AppendSheet(StringBuilder html, IReadOnlyList<CheckRow> rows)
    {
        html.Append("<h2>核对单</h2>\n<table>\n<thead><tr><th>核对单</th><th>关口</th><th>事项</th><th>读到的内容</th><th>错误</th><th>疑似</th><th>建议</th></tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Sheet}</td><td>{row.Gate}</td><td>{row.Item}</td><td>{Escape(row.Read)}</td><td>{row.Errors}</td><td>{row.Suspects}</td><td>{row.Suggestions}</td></tr>\n");
        html.Append("</tbody>\n</table>\n<p class=\"src\">机器核对不能代替人工勾核：材料是否真实、政策是否一致，请逐条核实后再签。</p>\n");
    }

    private static void AppendText(StringBuilder html, CheckedFile file, string key)
    {
        html.Append("<h2>全文</h2>\n<div class=\"text\">\n");
        var byParagraph = file.Findings.Select((f, i) => (Finding: f, Number: i + 1)).ToLookup(f => f.Finding.Paragraph);
        for (var i = 0; i < file.Document.Paragraphs.Count; i++)
        {
            var (text, at) = (file.Document.Paragraphs[i].Text, 0);
            html.Append("<p>").Append(Escape(file.Document.Paragraphs[i].Number ?? ""));
            foreach (var (finding, number) in byParagraph[i].OrderBy(f => f.Finding.Start))
            {
                var start = Math.Clamp(finding.Start, at, text.Length);
                var end = Math.Clamp(finding.End, start, text.Length);
                html.Append(Escape(text[at..start])).Append(CultureInfo.InvariantCulture, $"<mark id=\"t{key}{number}\" class=\"{Class(finding.Severity.Name())}\">{Escape(text[start..end])}</mark><sup><a href=\"#n{key}{number}\">{number}</a></sup>");
                at = end;
            }

            html.Append(Escape(text[at..])).Append("</p>\n");
        }

        html.Append("</div>\n");
    }

    private static string Class(string severity) => severity switch { "错误" => "e", "疑似" => "s", _ => "a" };

    private static string Escape(string text) => WebUtility.HtmlEncode(FindingJson.Clean(text));
}
