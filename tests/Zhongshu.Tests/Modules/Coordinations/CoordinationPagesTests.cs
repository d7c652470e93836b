using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Coordinations;

/// The whole course by the pages alone, and by the interface.
public sealed class CoordinationPagesTests
{
    [Fact]
    public async Task A_sheet_is_opened_reported_on_called_together_for_and_closed_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var form = await director.GetAsync("/coordination/new");
        (string, string)[] fields = [("title", "秋粮收购保障"), ("kind", "team"), ("content", "affair"), ("toward", "across"), ("way", "agreed"), ("need", "仓容不够"), ("lead", "50"), ("partners", "40"), ("asked", "请省里调剂仓容")];
        form.Page.QuerySelectorAll("input[name=stepText]").Length.ShouldBe(12, "as many steps as the rule allows");
        (await director.SubmitAsync(form, "form:has(#need)", fields)).Text.ShouldContain("没有时间表和路线图");
        var opened = await director.SubmitAsync(form, "form:has(#need)", [.. fields, ("stepText", "摸清缺口"), ("stepDue", "2026-12-01")]);
        var page = opened.Location.ShouldNotBeNull(opened.Text);
        (await director.GetAsync("/coordination?content=affair&way=agreed")).Text.ShouldContain("秋粮收购保障");
        (await director.GetAsync("/coordination?content=paper")).Text.ShouldNotContain("秋粮收购保障");

        var county = await office.SignedInAsAsync("county");
        var seen = await county.GetAsync(page);
        seen.Text.ShouldContain("没有提交情况");
        (await county.SubmitAsync(seen, "#note", ("kind", "Talk"), ("text", "口径不一"))).Text.ShouldContain("请写明与谁沟通");
        (await county.SubmitAsync(seen, "#note", ("kind", "Report"), ("text", "空仓2万吨"))).Location.ShouldBe(page);
        (await (await office.SignedInAsAsync("handler2")).GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);

        var call = await director.GetAsync(page + "/meeting");
        var called = await director.SubmitAsync(call, "#meeting", ("starts", "2026-11-30T09:00"), ("place", "三楼会议室"), ("agenda", "仓容"));
        var meeting = called.Location.ShouldNotBeNull(called.Text);
        (await director.GetAsync(meeting)).Text.ShouldContain("没有阅读");
        var invited = await county.GetAsync(meeting);
        invited.Text.ShouldContain("没有答复");
        (await county.SubmitAsync(invited, "#answer form", ("answer", "Away"))).Text.ShouldContain("请假的写明原因");
        (await county.SubmitAsync(invited, "#answer form", ("answer", "Comes"))).Location.ShouldBe(meeting);
        (await director.GetAsync(meeting)).Text.ShouldContain("已答复1条");
        (await director.GetAsync("/coordination/bulletins")).Text.ShouldContain("请省里调剂仓容");
        foreach (var file in new[] { "/coordination/ledger.xlsx", "/coordination/liaison.xlsx" }) (await director.Http.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task A_program_does_what_the_pages_do()
    {
        await using var office = await TestOffice.StartAsync();
        var (director, county, bureau) = (await office.TokenAsync("director"), await office.TokenAsync("county"), await office.TokenAsync("bureau"));
        var opened = await PostAsync(director, "/api/v1/coordination/", new { title = "统一口径", kind = "sharing", content = "daily", toward = "across", way = "agreed", need = "口径不一", lead = 50, partners = new[] { 40 }, steps = new[] { new { text = "列出口径", dueOn = "2026-12-01" } } });
        opened.Status.ShouldBe(HttpStatusCode.Created);
        var id = opened.Body.GetProperty("id").GetInt64();
        (await PostAsync(county, $"/api/v1/coordination/{id}/notes", new { kind = 3, on = "2026-11-23", text = "县里以施工许可为准" })).Status.ShouldBe(HttpStatusCode.NoContent);
        using var shown = await bureau.GetAsync(new Uri($"/api/v1/coordination/{id}", UriKind.Relative));
        var sheet = await shown.Content.ReadFromJsonAsync<JsonElement>();
        sheet.GetProperty("notes")[0].GetProperty("text").GetString().ShouldBe("县里以施工许可为准");
        var step = sheet.GetProperty("steps")[0].GetProperty("id").GetInt64();
        (await PostAsync(bureau, $"/api/v1/coordination/{id}/steps/{step}/done", new { words = "已列出" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(director, $"/api/v1/coordination/{id}/closing", new { words = "已统一" })).Body.GetProperty("rule").GetString().ShouldBe("coordination.unreported");
        (await PostAsync(county, "/api/v1/coordination/data", new { to = 50, title = "开工数", purpose = "编要情", level = "simple" })).Status.ShouldBe(HttpStatusCode.Created);
        using var tally = await bureau.GetAsync(new Uri("/api/v1/coordination/data", UriKind.Relative));
        (await tally.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("asked").GetInt32().ShouldBe(1);
        (await PostAsync(county, "/api/v1/coordination/", new { title = "不该开" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(director, "/api/v1/coordination/bulletins", new { })).Body.GetProperty("field").GetString().ShouldBe("addressee");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
