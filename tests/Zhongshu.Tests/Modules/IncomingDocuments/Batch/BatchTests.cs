using Zhongshu.Platform.Exchange;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Batch;

public sealed class BatchTests : IAsyncLifetime
{
    private RegistryDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await RegistryDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task good_rows_go_in_and_each_bad_row_is_named_with_its_column()
    {
        var page = await _desk.UploadToAsync("/incoming/batch", ("来文.xlsx", Sheet(
            ["关于甲的通知", "甲局", "甲〔2026〕1号", "2026-11-20"], ["", "乙局", "", ""], ["关于丙的通知", "丙局", "丙〔2026〕1号", "明天"], ["关于丁的通知", "甲局", "甲〔2026〕1号", ""], ["关于戊的函", "戊局", "", ""])));

        page.Text.ShouldContain("可登记 2 件，有误 3 行");
        page.Page.QuerySelector("#faults")!.TextContent.ShouldContain("没有填写");
        page.Page.QuerySelector("#faults")!.TextContent.ShouldContain("不是日期");
        page.Page.QuerySelector("#faults")!.TextContent.ShouldContain("与第2行的来文单位和字号相同");

        var done = await _desk.SubmitAsync(page, "form#batch");
        done.Path.ShouldStartWith("/incoming/batch/done", customMessage: done.Text);
        done.Page.QuerySelectorAll("#done tbody tr").Length.ShouldBe(2);
        await _desk.SubmitAsync(page, "form#batch");
        (await _desk.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task the_template_is_read_back_as_an_empty_batch()
    {
        var template = await _desk.Http.GetByteArrayAsync(new Uri("/incoming/batch/template", UriKind.Relative));

        var page = await _desk.UploadToAsync("/incoming/batch", ("模板.xlsx", template));

        page.Text.ShouldContain("可登记 0 件");
    }

    private static byte[] Sheet(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var book = new WorkbookWriter(stream))
        {
            book.StartSheet("来文", new Column("标题*"), new Column("来文单位*"), new Column("来文字号"), new Column("成文日期"));
            foreach (var row in rows) book.Row([.. row.Select(c => (Cell)c)]);
        }

        return stream.ToArray();
    }
}
