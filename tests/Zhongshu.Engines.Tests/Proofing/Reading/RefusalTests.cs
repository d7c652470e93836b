using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class RefusalTests
{
    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "空.docx", [], "read.empty" },
        { "空白.txt", Encoding.UTF8.GetBytes(" \n\t "), "read.empty" },
        { "图.docx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "read.mislabelled" },
        { "网页.doc", Encoding.UTF8.GetBytes("\uFEFF <!DOCTYPE html><html><body>公文</body></html>"), "read.mislabelled" },
        { "程序.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0], "read.mislabelled" },
        { "包.docx", DocxMaker.ZipOf(("a.txt", Encoding.UTF8.GetBytes("不是文档"))), "read.mislabelled" },
        { "文字.docx", Encoding.UTF8.GetBytes("改了扩展名的文本"), "read.damaged" },
        { "截断.docx", DocxMaker.WithLines("一", "二").Bytes()[..200], "read.damaged" },
        { "加密.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "read.password" },
        { "乱.txt", [.. Enumerable.Range(0, 600).Select(i => (byte)(i * 37 % 251))], "read.mislabelled" },
        { "无字.docx", DocxMaker.WithLines("", "").Bytes(), "read.no_text" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_wrong_file_has_its_own_refusal(string name, byte[] bytes, string rule)
    {
        var result = DocumentReader.Read(bytes, name);

        result.IsRead.ShouldBeFalse();
        result.Refusal.ShouldNotBeNull().RuleId.ShouldBe(rule);
        result.Refusal.ChineseMessage.ShouldEndWith("。");
    }

    [Fact]
    public void The_content_decides_and_not_the_name()
    {
        DocumentReader.Read(DocxMaker.WithLines("正文").Bytes(), "报告.wps").Format.ShouldBe(FileFormat.Docx);
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read()
    {
        var limits = ReadLimits.Default with { FileBytes = 100 };

        DocumentReader.Read(new MemoryStream(new byte[101]), "大.txt", limits).Refusal!.RuleId.ShouldBe("read.too_large");
    }

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_it_weighs_is_a_bomb()
    {
        var bomb = DocxMaker.WithLines("正文").WithPart("word/document.xml", new string(' ', 8 << 20)).Bytes();

        bomb.Length.ShouldBeLessThan(100_000);
        DocumentReader.Read(bomb, "炸.docx").Refusal!.RuleId.ShouldBe("read.zip_bomb");
    }

    [Fact]
    public void Parts_count_and_unpacked_bytes_are_limited()
    {
        var bytes = DocxMaker.WithLines("正文").Bytes();

        DocumentReader.Read(bytes, "a.docx", ReadLimits.Default with { Entries = 3 }).Refusal!.RuleId.ShouldBe("read.zip_bomb");
        DocumentReader.Read(bytes, "a.docx", ReadLimits.Default with { UnpackedBytes = 300 }).Refusal!.RuleId.ShouldBe("read.zip_bomb");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 2000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 2000));

        DocumentReader.Read(DocxMaker.WithBody(deep).Bytes(), "深.docx").Refusal!.RuleId.ShouldBe("read.too_deep");
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        const string Laughs = "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";

        DocumentReader.Read(DocxMaker.WithLines("正文").WithPart("word/document.xml", Laughs).Bytes(), "a.docx").Refusal!.RuleId.ShouldBe("read.damaged");
    }

    [Fact]
    public void Macros_are_not_run_and_outer_references_are_not_followed()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var target = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}/";
        var settings = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{target}a.dotm\" TargetMode=\"External\"/></Relationships>";
        var bytes = DocxMaker.WithLines("请于3月5日前报送。").WithPart("word/_rels/settings.xml.rels", settings).WithPart("word/vbaProject.bin", "Sub AutoOpen()").Bytes();

        var result = DocumentReader.Read(bytes, "宏.docm");

        result.Refusal.ShouldBeNull();
        result.Document!.Paragraphs[0].Text.ShouldBe("请于3月5日前报送。");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public void A_cancelled_reading_is_a_refusal_and_no_exception()
    {
        DocumentReader.Read(DocxMaker.WithLines("正文").Bytes(), "a.docx", cancellation: new CancellationToken(true)).Refusal!.RuleId.ShouldBe("read.too_slow");
    }
}
