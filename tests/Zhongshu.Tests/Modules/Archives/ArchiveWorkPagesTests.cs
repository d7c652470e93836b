using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class ArchiveWorkPagesTests
{
    [Fact]
    [Trait("req", "M12-A07")]
    public async Task A_task_is_given_reported_and_accepted_by_the_pages_alone_and_a_refused_form_keeps_what_was_typed()
    {
        await using var office = await TestOffice.StartAsync();
        var archivist = await office.SignedInAsAsync("archivist");
        var page = await archivist.GetAsync("/archives/tasks");
        var refused = await archivist.SubmitAsync(page, "#issue", ("title", "上半年办结文件"), ("scope", "附件齐全"), ("due", ""), ("units", "14"));
        refused.Text.ShouldContain("请填写完成日期");
        refused.Page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("上半年办结文件");
        refused.Page.QuerySelector("#scope")!.TextContent.ShouldBe("附件齐全");
        refused.Page.QuerySelectorAll("input[name=units][checked]").Select(u => u.GetAttribute("value")).ShouldBe(["14"]);
        (await archivist.SubmitAsync(refused, "#issue", ("due", "2026-12-20"), ("units", "14"))).Location.ShouldBe("/archives/tasks");

        var handler = await office.SignedInAsAsync("handler2");
        var mine = await handler.GetAsync("/archives/tasks");
        mine.Text.ShouldContain("上半年办结文件");
        mine.Page.QuerySelector("#issue").ShouldBeNull("giving tasks is the archivist's");
        var report = "form[data-act=report]";
        var empty = await handler.SubmitAsync(mine, report, ("words", " "));
        empty.Page.QuerySelector($"details[open] {report}")!.TextContent.ShouldContain("请写明交了多少件");
        (await handler.SubmitAsync(empty, report, ("words", "交8件，齐了"))).Location.ShouldBe("/archives/tasks");
        (await archivist.GetAsync("/archives/tasks")).Text.ShouldContain("交8件，齐了");
        (await archivist.SubmitAsync(await archivist.GetAsync("/archives/tasks"), "form[data-act=accept]")).Location.ShouldBe("/archives/tasks");
        (await archivist.GetAsync("/archives/tasks?state=over")).Text.ShouldContain("已完成");
        (await (await office.SignedInAsAsync("head1")).GetAsync("/archives/tasks")).Text.ShouldNotContain("上半年办结文件", Case.Sensitive, "another section's");
    }

    [Fact]
    [Trait("req", "M12-B13")]
    public async Task An_acceptance_is_planned_with_the_authority_and_registered_node_by_node_on_the_page()
    {
        await using var office = await TestOffice.StartAsync();
        var archivist = await office.SignedInAsAsync("archivist");
        var form = await archivist.GetAsync("/archives/work/plans/new?kind=acceptance");
        form.Page.QuerySelector("#node3")!.GetAttribute("value").ShouldBe("现场验收");
        (string, string)[] fields = [("title", "防汛专项档案验收"), ("partner", "市档案局、流域管理机构"), ("node2", ""), ("node3", "现场验收"), ("node4", ""), ("node5", ""), ("due1", "2026-12-01"), ("due3", "2026-12-15")];
        var refused = await archivist.SubmitAsync(form, "#open", [.. fields.Where(f => f.Item1 != "due3")]);
        refused.Text.ShouldContain("第2个节点还不完整");
        refused.Page.QuerySelector("#partner")!.GetAttribute("value").ShouldBe("市档案局、流域管理机构");
        refused.Page.QuerySelector("#node2")!.GetAttribute("value").ShouldBe("", "what was emptied stays empty");
        (await archivist.SubmitAsync(form, "#open", fields)).Location.ShouldBe("/archives/work/plans");
        var plans = await archivist.GetAsync("/archives/work/plans");
        plans.Text.ShouldContain("衔接单位：市档案局、流域管理机构");
        (await archivist.SubmitAsync(plans, "form[data-act=done]", ("words", "自查12项，整改2项"))).Location.ShouldBe("/archives/work/plans");
        (await archivist.GetAsync("/archives/work/plans")).Text.ShouldContain("自查12项，整改2项");
    }

    [Fact]
    public async Task A_loan_is_asked_approved_and_lent_by_the_pages_and_by_a_program_alike()
    {
        await using var office = await TestOffice.StartAsync();
        var duty = await office.SignedInAsAsync("duty");
        var asked = await duty.SubmitAsync(await duty.GetAsync("/archives/loans"), "#ask", ("wanted", "去年汛情通报"), ("days", "99"));
        asked.Text.ShouldContain("最长1天");
        asked.Page.QuerySelector("#wanted")!.GetAttribute("value").ShouldBe("去年汛情通报");
        (await duty.SubmitAsync(asked, "#ask", ("days", "1"))).Location.ShouldBe("/archives/loans");
        (await duty.GetAsync("/archives/loans")).Text.ShouldContain("待审批");
        (await duty.GetAsync("/archives/loans/use")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var archivist = await office.SignedInAsAsync("archivist");
        var page = await archivist.GetAsync("/archives/loans");
        var wrong = await archivist.SubmitAsync(page, "form[data-act=approve]", ("code", "0101-WS·2020-Y-MSE-0009"));
        wrong.Page.QuerySelector("details[open] form[data-act=approve] input[name=code]")!.GetAttribute("value").ShouldBe("0101-WS·2020-Y-MSE-0009");
        (await archivist.SubmitAsync(wrong, "form[data-act=decline]", ("words", "没有这份，可查年鉴"))).Location.ShouldBe("/archives/loans");
        (await duty.GetAsync("/archives/loans")).Text.ShouldContain("没有这份，可查年鉴");

        var program = await office.TokenAsync("archivist");
        var loans = await program.GetFromJsonAsync<JsonElement>("/api/v1/archives/loans");
        loans.EnumerateArray().Single().GetProperty("state").GetString().ShouldBe("未批准");
        var id = loans[0].GetProperty("id").GetInt64();
        (await program.PostAsJsonAsync($"/api/v1/archives/loans/{id}/acts", new { verb = "lend" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await program.PostAsJsonAsync($"/api/v1/archives/loans/{id}/acts", new { verb = "fly" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await program.PostAsJsonAsync("/api/v1/archives/tasks", new { units = new[] { 14 }, year = 2026, title = "督查材料", dueOn = "2026-12-20" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/archives/tasks"))[0].GetProperty("unit").GetString().ShouldBe("秘书二科");
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/archives/use")).GetProperty("never").GetInt32().ShouldBe(0);
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/archives/topics")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/archives/work", "收得齐")]
    [InlineData("/archives/work/duties", "执行责任")]
    [InlineData("/archives/work/scopes", "还没有登记归档范围")]
    [InlineData("/archives/work/plans", "还没有安排专项工作")]
    [InlineData("/archives/work/topics", "还没有建立专题")]
    [InlineData("/archives/work/electronic", "移交进馆")]
    [InlineData("/archives/work/appraisal", "业务指导")]
    [InlineData("/archives/work/laws", "国家档案局令第16号")]
    [InlineData("/archives/loans/use", "从未利用")]
    [InlineData("/archives/loans/ahead", "还没有登记用档需求")]
    [InlineData("/archives/loans/products", "档案资政参考")]
    [InlineData("/archives/documents", "会议纪要")]
    public async Task Every_page_of_the_archive_opens_empty(string path, string words)
    {
        await using var office = await TestOffice.StartAsync();
        var answer = await (await office.SignedInAsAsync("archivist")).GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.Text.ShouldContain(words);
    }

    [Fact]
    [Trait("req", "M12-B11")]
    public async Task A_document_is_uploaded_entered_and_revised_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var drafter = await office.SignedInAsAsync("drafter");
        var start = await drafter.GetAsync("/archives/documents/new");
        var uploaded = await UploadAsync(drafter, start, "/archives/documents/files", "纪要.txt", "议定三件事");
        var form = await drafter.GetAsync(uploaded);
        form.Page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("纪要");
        (await drafter.SubmitAsync(form, "#make", ("title", ""))).Text.ShouldContain("请填写题名");
        var page = (await drafter.SubmitAsync(form, "#make", ("title", "主任办公会纪要"))).Location.ShouldNotBeNull();
        var code = page.Split('/')[^1];
        var second = await UploadAsync(drafter, await drafter.GetAsync(page), "/archives/documents/files?code=" + code, "纪要2.txt", "议定四件事");
        var revise = await drafter.GetAsync(second);
        (await drafter.SubmitAsync(revise, "#revise", ("note", "补第四件"))).Location.ShouldBe(page);
        var shown = (await drafter.GetAsync(page)).Text;
        foreach (var words in new[] { "纪要.txt", "纪要2.txt", "补第四件", "首次登记" }) shown.ShouldContain(words);
        (await drafter.GetAsync("/archives/documents?q=四件事")).Text.ShouldContain("主任办公会纪要");
        (await drafter.GetAsync("/matters/" + code)).Location.ShouldBe(page);
    }

    private static async Task<string> UploadAsync(TestBrowser browser, Answer on, string path, string name, string text)
    {
        var token = on.Page.QuerySelector("#upload input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        using var field = new StringContent(token);
        content.Add(field, "__RequestVerificationToken");
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        content.Add(file, "file", name);
        using var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.Headers.Location.ShouldNotBeNull().ToString();
    }
}
