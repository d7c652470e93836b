using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Platform.Exchange;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision;

/// 督查督办 as a browser without script and as a program have it.
public sealed class SupervisionPageTests
{
    [Fact]
    [Trait("req", "M7-B60")]
    public async Task an_item_is_docketed_sent_received_fed_back_and_closed_on_its_pages()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docket = await officer.GetAsync("/supervision/docket");
        var refused = await officer.SubmitAsync(docket, "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "市政府第12次常务会议"), ("lead", "没有的单位"), ("do", "docket"));
        refused.Text.ShouldContain("不在机构中");
        refused.Page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("城区停车场建设");
        var docketed = await officer.SubmitAsync(refused, "form#docket", ("lead", "市发展改革委"), ("measure", "新增泊位500个"), ("do", "docket"));
        var letter = await officer.FollowAsync(docketed);
        letter.Text.ShouldContain("责任单位");
        var sent = await SubmitAsync(officer, letter, docketed.Location!, "form.letter-draft", ("advice", "请抓紧推进。"));
        var item = await officer.FollowAsync(sent);
        item.Text.ShouldContain("市政府办督〔2026〕1号");
        var code = sent.Location!.Split('/')[^1];

        var bureau = await office.SignedInAsAsync("bureau");
        (await bureau.GetAsync("/")).Text.ShouldContain("督办签收");
        (await bureau.FollowAsync(await bureau.GetAsync($"/matters/{code}"))).Text.ShouldContain("城区停车场建设");
        await ActAsync(bureau, $"/supervision/{code}/tasks/1/receive", ("verb", "Receive"));
        var none = await ActAsync(bureau, $"/supervision/{code}/feedback/1", ("reason", "新增泊位520个。"), ("final", "true"));
        none.Text.ShouldContain("申请销号须附佐证");
        (await ActAsync(bureau, $"/supervision/{code}/feedback/1", ("reason", "新增泊位520个。"), ("final", "true"), ("evidenceKind", "figures"), ("evidenceText", "泊位台账"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ActAsync(officer, $"/supervision/{code}/tasks/1/check", ("verb", "Close"), ("ways", "onsite"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await officer.GetAsync($"/supervision/{code}")).Text.ShouldContain("已办结");
        var ungraded = await officer.SubmitAsync(await officer.GetAsync("/supervision/closings"), "form[data-act]", ("grade", "no-such"), ("words", "按期完成"));
        ungraded.Text.ShouldContain("请选择等次");
        ungraded.Page.QuerySelector("textarea[name=words]")!.TextContent.ShouldBe("按期完成");
        (await officer.SubmitAsync(ungraded, "form[data-act]", ("grade", "poor"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync("/supervision/closings")).Text.ShouldContain("没有等待结项考核的事项");
        (await bureau.GetAsync("/supervision/owed?closed=true")).Text.ShouldContain("城区停车场建设");
        (await officer.GetAsync("/supervision?state=closed")).Text.ShouldContain("城区停车场建设");
        foreach (var path in new[] { "/supervision", "/supervision/sources", "/statistics/supervision", "/supervision/import", $"/supervision/{code}/tasks/1/reopen" }) (await officer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        (await (await office.SignedInAsAsync("county")).GetAsync($"/supervision/{code}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_program_dockets_once_under_a_key_and_every_refusal_names_its_rule()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.TokenAsync("supervision");
        var body = new { title = "城区停车场建设", source = "meeting", origin = "市政府第12次常务会议", tasks = new[] { new { lead = "市发展改革委" } } };
        var (first, made) = await PostAsync(officer, "/api/v1/supervision/", body, "key-1");
        var (again, same) = await PostAsync(officer, "/api/v1/supervision/", body, "key-1");
        (first, again).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        var code = made.GetProperty("code").GetString();
        same.GetProperty("code").GetString().ShouldBe(code);
        (await PostAsync(officer, "/api/v1/supervision/", body, null)).Body.GetProperty("rule").GetString().ShouldBe("supervision.like");
        (await PostAsync(officer, $"/api/v1/supervision/{code}/send", new { }, null)).Status.ShouldBe(HttpStatusCode.OK);

        var unit = await office.TokenAsync("bureau");
        var acts = $"/api/v1/supervision/{code}/tasks/1/acts";
        (await PostAsync(unit, acts, new { verb = "Receive" }, null)).Body.GetProperty("state").GetString().ShouldBe("Running");
        (await PostAsync(unit, acts, new { verb = "Close", reason = "自行销号" }, null)).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(HttpStatusCode.Forbidden), a => a.Body.GetProperty("rule").GetString().ShouldBe("supervision.not-yours"));
        (await PostAsync(unit, acts, new { verb = "什么" }, null)).Body.GetProperty("rule").GetString().ShouldBe("supervision.verb");
        (await PostAsync(await office.TokenAsync("county"), acts, new { verb = "Receive" }, null)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/supervision/", UriKind.Relative))).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M7-B03")]
    public async Task A_list_goes_in_by_its_page_and_its_mended_rows_after_it()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        // One task of several units is as many rows of one name.
        var checkedRows = await UploadAsync(officer, "青禾县", "没有的县");
        checkedRows.Text.ShouldContain("可立项 1 项，有误 1 行");
        var refused = await officer.SubmitAsync(checkedRows, "form:has(#origin)", ("origin", ""));
        refused.Text.ShouldContain("请写明依据");
        var done = await officer.SubmitAsync(refused, "form:has(#origin)", ("origin", "政府工作报告"));
        (done.Status, done.Location).ShouldBe((HttpStatusCode.Found, "/supervision"), done.Text);
        var mended = await UploadAsync(officer, "青禾县", "望溪县");
        mended.Text.ShouldContain("可立项 1 项，1 项牵头单位已有同名的在办事项");
        await officer.SubmitAsync(mended, "form:has(#origin)");
        (await (await office.TokenAsync("supervision")).GetFromJsonAsync<JsonElement>(new Uri("/api/v1/supervision/", UriKind.Relative))).GetProperty("items").GetArrayLength().ShouldBe(2);
        // The same form sent again finds nothing left to do, and says so.
        (await officer.SubmitAsync(mended, "form:has(#origin)")).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(HttpStatusCode.Conflict), a => a.Text.ShouldContain("您可能刚刚提交过"));
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_task_was_withdrawn_is_told_so_on_a_page()
    {
        await using var office = await TestOffice.StartAsync();
        var (officer, bureau) = (await office.TokenAsync("supervision"), await office.SignedInAsAsync("bureau"));
        var code = (await PostAsync(officer, "/api/v1/supervision/", new { title = "城区停车场建设", source = "meeting", origin = "常务会议", tasks = new[] { new { lead = "市发展改革委" } } }, null)).Body.GetProperty("code").GetString();
        await PostAsync(officer, $"/api/v1/supervision/{code}/send", new { }, null);
        var path = $"/supervision/{code}/tasks/1/receive";
        var open = await bureau.GetAsync(path);
        await PostAsync(officer, $"/api/v1/supervision/{code}/tasks/1/acts", new { verb = "Withdraw", reason = "另有安排" }, null);
        var late = await SubmitAsync(bureau, open, path, "form[data-keep]", ("verb", "Receive"));
        late.ShouldSatisfyAllConditions(a => a.Status.ShouldBe(HttpStatusCode.Conflict), a => a.MediaType.ShouldBe("text/html"), a => a.Text.ShouldContain("这件事项刚刚被别人办理过"));
    }

    private static async Task<Answer> UploadAsync(TestBrowser officer, params string[] leads)
    {
        await using var file = await WorkbookDownload.ToTemporaryFileAsync(book =>
        {
            book.StartSheet("任务清单", new Column("任务*"), new Column("牵头单位*"), new Column("完成时限*"));
            foreach (var lead in leads) book.Row("新改建农村公路", lead, new DateOnly(TestClock.MondayMorning.Year + 1, 12, 31));
            return Task.CompletedTask;
        });
        return await officer.FollowAsync(await officer.UploadAsync(await officer.GetAsync("/supervision/import"), "form[action$='/import/files']", "清单.xlsx", file));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<Answer> ActAsync(TestBrowser browser, string path, params (string, string)[] fields) => await SubmitAsync(browser, await browser.GetAsync(path), path, "form[data-keep]", fields);

    /// A form without an action posts to its own page.
    private static Task<Answer> SubmitAsync(TestBrowser browser, Answer on, string path, string selector, params (string, string)[] fields)
    {
        var form = on.Page.QuerySelector(selector).ShouldNotBeNull(on.Text);
        if (string.IsNullOrEmpty(form.GetAttribute("action"))) form.SetAttribute("action", path);
        return browser.SubmitAsync(on, selector, fields);
    }
}
