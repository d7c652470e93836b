using System.Text.Json;
using AngleSharp.Html.Parser;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;

namespace Zhongshu.Engines.Tests.Proofing.Annotate;

public sealed class ReportTests
{
    private static readonly CheckedFile Sample = new(
        "稿件 1.txt",
        new SourceDocument([new Paragraph { Index = 0, Text = "标题" }, new Paragraph { Index = 1, Text = "请布署<b>工作" }]),
        [
            AnnotationTests.Finding(1, 1, "布署", "部署"),
            AnnotationTests.Finding(1, 6, "工作", null) with { Severity = Severity.Suspect, Confidence = 0.75, Rule = "typo.context" },
        ]);

    [Fact]
    public void Json_has_the_ten_fields()
    {
        using var json = JsonDocument.Parse(FindingJson.Array([Sample]));

        var first = json.RootElement[0];
        first.EnumerateObject().Select(p => p.Name).ShouldBe(["rule", "severity", "message", "paragraph", "start", "end", "text", "fix", "source", "confidence"]);
        (first.GetProperty("severity").GetString(), first.GetProperty("fix").GetString()).ShouldBe(("错误", "部署"));
        json.RootElement[1].GetProperty("fix").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Json_lines_are_readable_chinese_one_object_a_line_and_name_the_file_when_there_are_several()
    {
        FindingJson.Lines([Sample]).Split('\n')[0].ShouldBe(
            """{"rule":"test.rule","severity":"错误","message":"写法有误。","paragraph":1,"start":1,"end":3,"text":"布署","fix":"部署","source":"测试依据","confidence":1}""");
        FindingJson.Lines([Sample, Sample]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => l.StartsWith("{\"file\":\"稿件 1.txt\",", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_a_report()
    {
        var broken = Sample with { Findings = [AnnotationTests.Finding(1, 0, "\uD800", "\uDC00")] };

        JsonDocument.Parse(FindingJson.Array([broken])).RootElement[0].GetProperty("text").GetString().ShouldBe("\uFFFD");
        Sarif.Log([broken]).ShouldContain("\uFFFD");
        HtmlReport.Page([broken]).ShouldNotContain("\uD800");
    }

    [Fact]
    public void Sarif_places_findings_by_line_and_column_of_the_text_file()
    {
        var document = DocumentReader.Read("# 标题\n> 请布署\n"u8.ToArray(), "a.md").Document!;
        using var log = JsonDocument.Parse(Sarif.Log([new CheckedFile("目录/a.md", document, [AnnotationTests.Finding(1, 1, "布署", "部署")])]));

        var run = log.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        log.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe("test.rule");
        result.GetProperty("level").GetString().ShouldBe("error");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("%E7%9B%AE%E5%BD%95/a.md");
        var region = place.GetProperty("region");
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()).ShouldBe((2, 4, 6));
        result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString().ShouldBe("部署");
    }

    [Fact]
    public void The_html_report_is_one_escaped_page_without_outer_files()
    {
        var html = HtmlReport.Page([Sample]);
        var page = new HtmlParser().ParseDocument(html);

        page.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldBe(["布署", "工作"]);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.QuerySelector(".text p:nth-child(2)")!.TextContent.ShouldBe("请布署1<b>工作2");
        page.QuerySelectorAll("[src],link,script").ShouldBeEmpty();
        html.ShouldContain("@media print");
    }

    [Fact]
    public void A_plain_row_shows_the_stretch_in_its_context()
    {
        ReportRow.Of(Sample.Document, Sample.Findings)[0].ShouldBe(new ReportRow("第2段", "错误", "请【布署】<b>工作", "写法有误。", "部署", "test.rule", "测试依据"));
    }
}
