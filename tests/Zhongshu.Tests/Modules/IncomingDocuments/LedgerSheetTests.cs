using Zhongshu.Platform.Exchange;
using Zhongshu.Tests.BadInput;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// 台账 taken away: the workbook and the printed sheet hold exactly what the filter on the page says.
public sealed class LedgerSheetTests
{
    private sealed record Line(string Title, string Code);

    [Fact]
    public async Task The_workbook_and_the_print_hold_what_the_filter_says_and_the_label_carries_the_code_as_a_picture()
    {
        await using var office = await TestOffice.StartAsync();
        var wanted = await EveryPage.RegisterAsync(office, "关于拨付防汛资金的请示");
        await EveryPage.RegisterAsync(office, "关于召开座谈会的通知");
        var registry = await office.SignedInAsAsync("registry");
        var filter = "?q=" + Uri.EscapeDataString("防汛");

        (await registry.GetAsync("/incoming" + filter)).Page.QuerySelectorAll("main table tbody tr").Length.ShouldBe(1);
        await using var file = new MemoryStream(await registry.Http.GetByteArrayAsync(new Uri("/incoming/export.xlsx" + filter, UriKind.Relative)));
        using var book = WorkbookReader.Open(file).Value;
        SheetTable.Read(book, null, ["标题", "事项码"], line => new Line(line.Text("标题"), line.Text("事项码"))).Value.Good.Select(g => g.Value).ShouldBe([new Line("关于拨付防汛资金的请示", wanted)]);
        var print = await registry.GetAsync("/incoming/print" + filter);
        print.Text.ShouldContain("防汛");
        print.Text.ShouldNotContain("座谈会");
        var label = (await registry.GetAsync($"/incoming/{wanted}/label")).Page;
        label.QuerySelector(".qr svg").ShouldNotBeNull();
        label.QuerySelector(".label-paper")!.TextContent.ShouldContain(wanted);
    }
}
