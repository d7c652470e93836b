using System.Net;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Regulations;

public sealed class RegulationPagesTests
{
    [Fact]
    [Trait("req", "M16-A18")]
    [Trait("req", "M16-A23")]
    [Trait("req", "M16-A27")]
    public async Task A_regulation_is_entered_found_by_its_work_remarked_on_and_planned_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/regulations")).Text.ShouldContain("没有这样的制度");
        var form = await director.GetAsync("/regulations/new");
        (string, string)[] fields = [("title", "会议管理办法"), ("class", "norm"), ("area", "办会"), ("layer", "基本制度"), ("group", "机关运转"), ("level", "办公室印发"), ("method", "流程管理"), ("issued", "2026-01-20"), ("unit", "18"), ("partners", "行政科负责场地保障"), ("summary", "一、从严控制会议。")];
        (await director.SubmitAsync(form, "form:has(#title)", [.. fields.Where(f => f.Item1 != "level")])).Text.ShouldContain("请选择出台层级");
        var entered = await director.SubmitAsync(form, "form:has(#title)", fields);
        var page = entered.Location.ShouldNotBeNull(entered.Text);
        var shown = (await director.GetAsync(page)).Text;
        foreach (var words in new[] { "会务科", "行政科负责场地保障", "流程管理" }) shown.ShouldContain(words);
        (await director.GetAsync("/regulations?area=办会")).Text.ShouldContain("会议管理办法");
        (await director.GetAsync("/regulations?area=办文")).Text.ShouldNotContain("会议管理办法");

        var handler = await office.SignedInAsAsync("handler2");
        var read = await handler.GetAsync(page);
        read.Page.QuerySelector("#look").ShouldBeNull("looking at how it is carried out is the keeper's");
        await handler.SubmitAsync(read, "#remarks form", ("words", "第一条没有写审批时限"));
        (await director.GetAsync(page)).Text.ShouldContain("第一条没有写审批时限");

        var planned = await director.SubmitAsync(await director.GetAsync("/regulations/plan?of=" + page.Split('/')[^1]), "#plan", ("reason", "缺审批时限"), ("content", "补充时限"), ("due", "2026-12-31"), ("unit", "18"));
        planned.Location.ShouldBe("/regulations/plan", planned.Text);
        (await director.GetAsync("/regulations/plan")).Text.ShouldContain("修订1项、已完成0项");
        (await director.GetAsync("/regulations/coverage")).Text.ShouldContain("办会");
        foreach (var file in new[] { "/regulations/compilation.docx", "/regulations/ledger.xlsx", "/regulations/review.docx" }) (await director.Http.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, file);
    }
}
