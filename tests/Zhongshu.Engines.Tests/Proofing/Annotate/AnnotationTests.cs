using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zhongshu.Engines.Tests.Proofing.Reading;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using static Zhongshu.Engines.Tests.Proofing.Reading.DocxMaker;

namespace Zhongshu.Engines.Tests.Proofing.Annotate;

public sealed class AnnotationTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly AnnotationOptions Comments = new() { At = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero) };
    private static readonly AnnotationOptions Tracked = Comments with { TrackFixes = true };

    [Fact]
    public void A_comment_holds_exactly_the_stretch_of_the_finding()
    {
        var docx = WithBody($"<w:p>{R("请按时", "<w:b/>")}{R("布署各项工作。")}</w:p>").Bytes();

        var text = Part(Annotate(docx, Comments, Find(docx, "时布")), "word/document.xml");

        Between(text, 0).ShouldBe("时布");
        string.Concat(text.Descendants(W + "t").Select(t => t.Value)).ShouldBe("请按时布署各项工作。");
        text.Descendants(W + "r").Where(r => r.Value is "请按" or "时").ShouldAllBe(r => r.Element(W + "rPr")!.Element(W + "b") != null);
    }

    [Fact]
    public void The_comment_says_grade_message_proposal_and_source()
    {
        var docx = WithLines("布署工作。").Bytes();

        var comment = Part(Annotate(docx, Comments, Find(docx, "布署", "部署")), "word/comments.xml").Root!.Elements().Single();

        comment.Value.ShouldBe("【错误】写法有误。建议改为“部署”。（测试依据）");
        ((string?)comment.Attribute(W + "author"), (string?)comment.Attribute(W + "date")).ShouldBe(("中枢校核", "2026-11-22T08:00:00Z"));
    }

    [Fact]
    public void A_certain_fix_becomes_a_tracked_change_that_reads_as_corrected()
    {
        var docx = WithBody($"<w:p>{R("现将", "<w:b/>")}{R("有关事项布署如下")}{R("，请照办。")}</w:p>").Bytes();

        var annotated = Annotate(docx, Tracked, Find(docx, "布署", "部署"));

        var text = Part(annotated, "word/document.xml");
        text.Descendants(W + "delText").Single().Value.ShouldBe("布", "only what differs is touched");
        text.Descendants(W + "ins").Single().Value.ShouldBe("部");
        ((string?)text.Descendants(W + "ins").Single().Attribute(W + "author")).ShouldBe("中枢校核");
        Lines(annotated).ShouldBe(["现将有关事项部署如下，请照办。"]);
    }

    [Theory]
    [InlineData("账号帐号", "帐号", "账号", "账号账号")]
    [InlineData("重复复的字", "复复", "复", "重复的字")]
    [InlineData("句末没有点", "", "。", "句末没有点。")]
    [InlineData("的的开头", "的的", "的", "的开头")]
    public void Replacements_deletions_and_insertions(string before, string stretch, string fix, string after)
    {
        var docx = WithLines("前文。", before).Bytes();
        var start = stretch.Length == 0 ? before.Length : before.LastIndexOf(stretch, StringComparison.Ordinal);
        var finding = Finding(1, start, stretch, fix);

        Lines(Annotate(docx, Tracked, finding)).ShouldBe(["前文。", after]);
    }

    [Fact]
    public void Suspicions_are_commented_on_and_never_put_in()
    {
        var docx = WithLines("布署工作。").Bytes();

        Lines(Annotate(docx, Tracked, Find(docx, "布署", "部署") with { Severity = Severity.Suspect })).ShouldBe(["布署工作。"]);
    }

    [Fact]
    public void A_fix_across_runs_a_tracked_insertion_and_a_link_keeps_the_file_valid()
    {
        var docx = WithBody(
            $"<w:p>{R("开")}<w:ins w:id=\"5\" w:author=\"甲\">{R("帐")}</w:ins><w:hyperlink w:anchor=\"x\">{R("号")}</w:hyperlink>{R("登录")}</w:p>").Bytes();

        var annotated = Annotate(docx, Tracked, Find(docx, "帐号", "账户"));

        Lines(annotated).ShouldBe(["开账户登录"]);
        Faults(annotated).ShouldBe([]);
    }

    [Fact]
    public void Every_other_part_keeps_its_packed_bytes()
    {
        var docx = WithLines("布署工作。").WithHeader(P("页眉")).WithStyles("<w:style w:styleId=\"a\"/>").WithPart("customXml/item1.xml", "<甲/>").Bytes();

        var annotated = Annotate(docx, Tracked, Find(docx, "布署", "部署"));

        string[] touched = ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"];
        var before = Packed(docx);
        var after = Packed(annotated);
        foreach (var (name, bytes) in before.Where(p => !touched.Contains(p.Key))) after[name].ShouldBe(bytes, name);
        after.Keys.Except(before.Keys).ShouldBe(["word/comments.xml"]);
    }

    [Fact]
    public void Comments_that_are_there_already_stay()
    {
        var first = WithLines("布署帐号。").Bytes();
        var once = Annotate(first, Comments, Find(first, "布署", "部署"));

        var twice = Annotate(once, Comments, Find(once, "帐号", "账号"));

        var comments = Part(twice, "word/comments.xml").Root!.Elements().ToList();
        comments.Select(c => (string?)c.Attribute(W + "id")).ShouldBe(["0", "1"]);
        Between(Part(twice, "word/document.xml"), 1).ShouldBe("帐号");
        Faults(twice).ShouldBe([]);
    }

    [Fact]
    public void Findings_in_headers_and_text_boxes_are_told_in_the_running_text()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>文本框帐号</w:t></w:r></w:p></w:txbxContent>";
        var docx = WithBody($"<w:p><w:r><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></w:r>{R("正文")}</w:p>").WithHeader(P("页眉帐号")).Bytes();
        var document = DocumentReader.Read(docx, "a.docx").Document!;
        Finding[] findings = [.. document.Paragraphs.Where(p => p.Text.Contains("帐号", StringComparison.Ordinal)).Select(p => Finding(p.Index, p.Text.IndexOf("帐号", StringComparison.Ordinal), "帐号", "账号"))];

        var annotated = Annotate(docx, Tracked, findings);

        Lines(annotated).ShouldBe(["文本框账号", "正文", "页眉账号"]);
        Part(annotated, "word/comments.xml").Root!.Elements().Select(c => c.Value).ShouldContain(t => t.Contains("页眉：", StringComparison.Ordinal));
        Part(annotated, "word/document.xml").Descendants(W + "txbxContent").Descendants(W + "commentRangeStart").ShouldBeEmpty();
    }

    [Fact]
    public void Spans_that_do_not_fit_do_no_harm()
    {
        var docx = WithLines("短句。", "").Bytes();

        var annotated = Annotate(docx, Tracked, Finding(0, 2, "不在这里", "无"), Finding(1, 0, "", "。"), Finding(99, 0, "甲", "乙"), Finding(-1, 0, "甲", "乙"), Finding(0, 1, new string('长', 50), null));

        Lines(annotated)[0].ShouldBe("短句。");
        Part(annotated, "word/comments.xml").Root!.Elements().Count().ShouldBe(5);
        Faults(annotated).ShouldBe([]);
    }

    [Fact]
    public void Bytes_that_are_no_word_file_are_not_annotated()
    {
        DocxAnnotator.Annotate([1, 2, 3], SourceDocument.FromText("甲"), [], Comments).ShouldBeNull();
    }

    internal static Finding Finding(int paragraph, int start, string text, string? fix) =>
        new("test.rule", Severity.Error, "写法有误。", paragraph, start, start + text.Length, text, fix, "测试依据", 1);

    private static Finding Find(byte[] docx, string text, string? fix = null)
    {
        var paragraph = DocumentReader.Read(docx, "a.docx").Document!.Paragraphs.First(p => p.Text.Contains(text, StringComparison.Ordinal));
        return Finding(paragraph.Index, paragraph.Text.IndexOf(text, StringComparison.Ordinal), text, fix);
    }

    private static byte[] Annotate(byte[] docx, AnnotationOptions options, params Finding[] findings) =>
        DocxAnnotator.Annotate(docx, DocumentReader.Read(docx, "a.docx").Document!, findings, options).ShouldNotBeNull();

    private static string[] Lines(byte[] docx) => [.. DocumentReader.Read(docx, "a.docx").Document!.Paragraphs.Select(p => p.Text)];

    private static XDocument Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static string Between(XDocument text, int comment)
    {
        var all = text.Descendants().ToList();
        var start = all.FindIndex(e => e.Name == W + "commentRangeStart" && (int)e.Attribute(W + "id")! == comment);
        var end = all.FindIndex(e => e.Name == W + "commentRangeEnd" && (int)e.Attribute(W + "id")! == comment);
        return string.Concat(all[start..end].Where(e => e.Name == W + "t").Select(e => e.Value));
    }

    private static Dictionary<string, byte[]> Packed(byte[] docx)
    {
        var (parts, at) = (new Dictionary<string, byte[]>(), 0);
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries)
        {
            at = docx.AsSpan(at).IndexOf("PK\x03\x04"u8) + at;
            var header = 30 + BitConverter.ToUInt16(docx, at + 26) + BitConverter.ToUInt16(docx, at + 28);
            parts[entry.FullName] = docx.AsSpan(at + header, (int)entry.CompressedLength).ToArray();
            at += header + (int)entry.CompressedLength;
        }

        return parts;
    }

    private static IEnumerable<string> Faults(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator().Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}
