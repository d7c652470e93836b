using System.Net;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

public sealed class DefectPagesTests
{
    [Fact]
    [Trait("req", "M16-B02")]
    [Trait("req", "M16-A15")]
    public async Task From_the_slip_to_the_lesson_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var head = await office.SignedInAsAsync("head2");
        (await head.GetAsync("/defects")).Text.ShouldContain("没有这样的错情");
        var form = await head.GetAsync("/defects/new");
        form.Page.QuerySelectorAll("#unit option").Length.ShouldBeGreaterThan(1, "a section head who also drafts may point out the slips of others");
        var refused = await head.SubmitAsync(form, "form:has(#text)", ("kind", "date-only"), ("stage", "draft"), ("found", "leader"), ("consequence", "corrected"), ("foresight", "有清单没有用"), ("correction", "逐家电话更正"));
        refused.Text.ShouldContain("请写明错在哪里");
        refused.Page.QuerySelector("#correction")!.TextContent.ShouldBe("逐家电话更正");
        var registered = await head.SubmitAsync(refused, "form:has(#text)", ("text", "只改了时间，会场仍写旧址"));
        var slip = registered.Location.ShouldNotBeNull(registered.Text);

        var page = await head.GetAsync(slip);
        page.Text.ShouldContain("必须复盘");
        page.Page.QuerySelector("#closing").ShouldBeNull("it may not be struck off at once");
        await head.SubmitAsync(page, "#review");
        page = await head.GetAsync(slip);
        page.Page.QuerySelectorAll("#steps tbody tr").Length.ShouldBe(4);
        foreach (var part in new[] { "事前推演", "有清单没有用", "事中纠偏", "逐家电话更正", "事后复盘", "已完成0步，共4步" }) page.Text.ShouldContain(part);

        var director = await office.SignedInAsAsync("director");
        for (var i = 0; i < 4; i++) await director.SubmitAsync(await director.GetAsync(slip), "#steps form", ("words", $"第{i + 1}步做了"));
        var closing = await director.GetAsync(slip);
        var person = closing.Page.QuerySelector("#closing-person option:nth-child(2)")!.GetAttribute("value")!;
        await director.SubmitAsync(closing, "#closing", ("person", person), ("everybody", "全科"), ("process", "三道没看"), ("scenes", "请柬"), ("conclusion", "盯一个月"), ("lesson", "先改地点再改时间"), ("case", "true"));
        (await director.GetAsync(slip)).Text.ShouldContain("先改地点再改时间");
        (await director.GetAsync("/statistics/defects")).Text.ShouldContain("登记1件，未销号0件");
        foreach (var file in new[] { "/defects/cases.docx", "/defects/ledger.xlsx", "/defects/risks.xlsx" }) (await director.Http.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, file);

        var written = await head.SubmitAsync(await head.GetAsync("/lessons/new?kind=mistake&defect=" + slip.Split('/')[^1]), "form:has(#title)", ("title", "旧稿三改"), ("answer-0", "没改会场"), ("answer-1", "套旧稿"), ("answer-2", "先改地点"), ("shared", "true"));
        (await head.GetAsync(written.Location.ShouldNotBeNull(written.Text))).Page.QuerySelector("a[href^='defects/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_matter_page_offers_to_register_a_slip_on_it()
    {
        await using var office = await TestOffice.StartAsync();
        var code = await BadInput.EveryPage.RegisterAsync(office);
        var director = await office.SignedInAsAsync("director");
        var link = (await director.GetAsync($"/matters/{code}")).Page.QuerySelector("a[href^='defects/new']").ShouldNotBeNull();
        var form = await director.GetAsync("/" + link.GetAttribute("href"));
        form.Page.QuerySelector("#matter-title")!.GetAttribute("value").ShouldBe("关于拨付防汛资金的请示");
    }
}
