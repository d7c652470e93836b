using System.Net;
using Zhongshu.Platform.Exchange;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class BurdenPagesTests
{
    [Fact]
    [Trait("req", "M15-B18")]
    public async Task From_the_plan_to_the_refusal_to_the_approval_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var keeper = await office.SignedInAsAsync("supervision");
        var planned = await keeper.SubmitAsync(await keeper.GetAsync("/burdens/plans"), "form:has([name=p-50-1])", ("p-50-1", "0"));
        planned.Location.ShouldBe("/burdens?year=2026", planned.Text);

        var bureau = await office.SignedInAsAsync("bureau");
        var form = await bureau.GetAsync("/burdens/declare");
        var refused = await bureau.SubmitAsync(form, "form:has(#title)", ("kind", "document"), ("title", "关于能源保供的通知"));
        refused.Text.ShouldContain("计划0件");
        var asked = await bureau.SubmitAsync(refused, "form:has(#title)", ("reason", "迎峰度冬急需"));
        asked.Location.ShouldBe("/burdens/mine", asked.Text);

        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/burdens")).Text.ShouldContain("待批计划外 1 项");
        var waiting = await director.GetAsync("/burdens/items?state=asked");
        await director.SubmitAsync(waiting, "form[action*='approved=true']", ("words", "市长同意"));
        (await director.GetAsync("/burdens?kind=document")).Text.ShouldContain("其中经批准 1");
        (await director.GetAsync("/burdens/print")).Text.ShouldContain("1/0（超）");
        (await director.Http.GetAsync(new Uri("/burdens/ledger.xlsx", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sheet_of_entries_goes_in_by_its_page()
    {
        await using var office = await TestOffice.StartAsync();
        var bureau = await office.SignedInAsAsync("bureau");
        await using var file = await WorkbookDownload.ToTemporaryFileAsync(book =>
        {
            book.StartSheet("报备登记", new Column("种类*"), new Column("标题*"), new Column("日期*"));
            book.Row("会议", "能源保供推进会", DateOnly.FromDateTime(TestClock.MondayMorning.DateTime));
            return Task.CompletedTask;
        });
        var read = await bureau.FollowAsync(await bureau.UploadAsync(await bureau.GetAsync("/burdens/declare"), "form[action$='/declare/files']", "报备.xlsx", file));
        var done = await bureau.SubmitAsync(read, "form#import");
        (done.Status, done.Location).ShouldBe((HttpStatusCode.Found, "/burdens/mine"), done.Text);
        var mine = await bureau.FollowAsync(done);
        (await bureau.GetAsync("/" + mine.Page.QuerySelector("td.lead a")!.GetAttribute("href"))).Text.ShouldContain("能源保供推进会");
    }
}
