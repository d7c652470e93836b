using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Checking;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

public class FormatCheckTests
{
    private const string Heading = "（一）健全机制。各单位要“抓落实”——见实效。";

    [Fact]
    public void A_document_of_our_own_departs_in_nothing()
    {
        foreach (var document in new[] { Sample.Notice(), Full() })
            FormatCheck.Measure(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)), LayoutRules.Standard).Departures.ShouldBeEmpty();
    }

    [Fact]
    public void Each_departure_of_a_messy_document_is_named_with_its_figures()
    {
        var found = FormatCheck.Measure(new MemoryStream(Messy()), LayoutRules.Standard).Departures;

        void Expect(string element, string found1, string clause) =>
            found.ShouldContain(d => d.Element == element && d.Found == found1 && d.Clause == clause, string.Join('\n', found));
        Expect("上白边（天头）", "25.4 mm", "5.2.1");
        Expect("每面行数", "未设行网格", "5.2.3");
        Expect("页码", "没有页码", "7.5");
        Expect("标题字体", "宋体", "7.3.1");
        Expect("标题字号", "18 磅", "7.3.1");
        Expect("标题位置", "居左", "7.3.1");
        Expect("正文缩进", "0 字", "7.3.3");
        Expect("正文行距", "1.5 倍行距", "5.2.3");
        Expect("二级标题字体", "宋体", "7.3.3");
        Expect("标点字体", "会按西文字体显示", "5.2.2");
        found.Single(d => d.Element == "标题字号").Place.ShouldBe("第1段“关于报送材料的通知”");
    }

    [Fact]
    public void Fixing_leaves_every_word_and_nothing_to_correct()
    {
        var messy = Messy();
        var fix = FormatCheck.Fix(new MemoryStream(messy), LayoutRules.Standard);
        fix.Refusal.ShouldBeNull();
        using var before = WordprocessingDocument.Open(new MemoryStream(messy), false);
        using var after = WordprocessingDocument.Open(new MemoryStream(fix.Bytes), false);

        after.MainDocumentPart!.Document.Body!.InnerText.ShouldBe(before.MainDocumentPart!.Document.Body!.InnerText);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(after).Select(e => e.Description + e.Path?.XPath).ShouldBeEmpty();
        FormatCheck.Measure(new MemoryStream(fix.Bytes), LayoutRules.Standard).Departures.ShouldBeEmpty();
        var heading = after.MainDocumentPart.Document.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Single(p => p.InnerText == Heading);
        heading.Elements<DocumentFormat.OpenXml.Wordprocessing.Run>().Select(r => r.InnerText).ShouldBe(["（一）健全机制。", "各单位要“抓落实”——见实效。"]);
        heading.Elements<DocumentFormat.OpenXml.Wordprocessing.Run>().Select(r => r.RunProperties!.RunFonts!.EastAsia!.Value).ShouldBe(["楷体_GB2312", "仿宋_GB2312"]);
    }

    [Fact]
    public void A_file_that_is_no_docx_is_refused_with_advice()
    {
        FormatCheck.Measure(new MemoryStream([1, 2, 3]), LayoutRules.Standard).Refusal.ShouldNotBeNull().ShouldContain("另存为 .docx");
        FormatCheck.Fix(new MemoryStream(Encoding.UTF8.GetBytes("PK\u0003\u0004 broken")), LayoutRules.Standard).Bytes.ShouldBeEmpty();
        FormatCheck.Measure(new MemoryStream(Zip(("xl/workbook.xml", "<a/>"))), LayoutRules.Standard).Refusal.ShouldNotBeNull();
        FormatCheck.Measure(new MemoryStream(Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))), LayoutRules.Standard).Refusal.ShouldNotBeNull();
    }

    private static OfficialDocument Full() => Sample.Notice() with
    {
        Head = new DocumentHead { Issuers = ["清源县人民政府办公室"], Number = "清政办发〔2026〕12号", CopyNumber = "000001", Classification = "机密★1年", Urgency = "特急", Approvers = ["张某", "李某"] },
        Title = "关于报送督查工作材料的通知",
        Body = [new Paragraph(1, [new TextRun("一、总体要求", FontRole.HeiTi)]), Sample.Plain("各单位要“抓落实”——见实效。"), OfficialText.Parse("题\n\n" + Heading).Body.OfType<Paragraph>().Last()],
        AttachmentNames = ["联络员名单", "填报说明"],
        Note = "联系人：张某",
        Attachments = [new Attachment("附件1", "联络员名单", [new TableBlock([["序号", "姓名"], ["1", "李某"]]), Sample.Plain("说明。")])],
    };

    private static byte[] Messy()
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        string P(string text, int size, string extra = "") => $"<w:p xmlns:w=\"{w}\"><w:pPr><w:spacing w:line=\"360\" w:lineRule=\"auto\"/>{extra}</w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\"/><w:b/><w:sz w:val=\"{size}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>";
        var body = P("关于报送材料的通知", 36) + P("各乡镇：", 32) + P("现将有关事项通知如下。", 28) + P(Heading, 32) + P("附件：名单", 32)
            + P("清源县办公室", 32, "<w:jc w:val=\"right\"/>") + P("2026年3月2日", 32, "<w:jc w:val=\"right\"/>");
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<w:document xmlns:w=\"{w}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"));
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
