namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

public sealed class ReadIntoTheFormTests(RegistryDesk desk) : IClassFixture<RegistryDesk>
{
    [Theory]
    [InlineData("通知.docx")]
    [InlineData("通知.ofd")]
    [InlineData("通知.pdf")]
    public async Task a_notice_in_any_format_fills_the_form(string name)
    {
        var bytes = Path.GetExtension(name) switch { ".docx" => Papers.Docx(), ".ofd" => Papers.Ofd(), _ => Papers.Pdf() };

        var page = await desk.UploadAsync((name, bytes));

        page.Value("title").ShouldBe("云岭市数据局关于报送数据共享情况的通知", customMessage: page.Text);
        page.Value("sender").ShouldBe("云岭市数据局");
        page.Value("documentNumber").ShouldBe("云数据〔2026〕7号");
        page.Value("documentDate").ShouldBe("2026-11-18");
        page.Value("urgency").ShouldBe("加急");
        page.Value("answerBy").ShouldBe("2026-12-15");
        page.Value("kind").ShouldBe("document");
        page.Value("addressee").ShouldStartWith("各县");
        page.Page.QuerySelector(".read-text")!.TextContent.ShouldNotMatch(@"—\s*\d+\s*—", "page numbers stand on the page, not in the text");
    }

    [Fact]
    public async Task each_field_says_where_it_was_read_and_the_text_stands_beside()
    {
        var page = await desk.UploadAsync(("请示.txt", Papers.Txt(Papers.Request())));

        page.Value("kind").ShouldBe("request");
        page.Page.QuerySelector("#title")!.ParentElement!.TextContent.ShouldContain("读自第3段");
        page.Page.QuerySelector("#p3")!.TextContent.ShouldContain(Papers.Title);
    }

    [Fact]
    public async Task a_scan_without_text_is_kept_and_the_form_stays_open_for_typing()
    {
        var page = await desk.UploadAsync(("扫描.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]));

        page.Text.ShouldContain("可能是扫描件");
        page.Value("title").ShouldBe("");
    }
}
