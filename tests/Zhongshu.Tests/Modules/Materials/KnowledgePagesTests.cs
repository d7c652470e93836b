using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Materials;

/// The pages and the interface of what M16 keeps, as a browser and a program use them.
public sealed class KnowledgePagesTests
{
    [Fact]
    [Trait("req", "M16-B17")]
    [Trait("req", "M16-B18")]
    [Trait("req", "M16-B47")]
    public async Task A_module_is_written_found_by_who_is_about_to_ask_and_handed_out_with_its_file()
    {
        await using var office = await TestOffice.StartAsync();
        var handler = await office.SignedInAsAsync("handler2");
        (await handler.GetAsync("/materials")).Text.ShouldContain("没有这样的资料");
        var form = await handler.GetAsync("/materials/new?kind=module");
        (string, string)[] fields = [("title", "学前教育发展情况"), ("keywords", "学位 普惠园"), .. Enumerable.Range(0, 6).Select(i => ($"answer-{i}", $"第{i}部分"))];
        (await handler.SubmitAsync(form, "#material", [.. fields.Where(f => f.Item1 != "answer-5")])).Text.ShouldContain("请写明“打算”");
        var page = (await handler.SubmitAsync(form, "#material", fields)).Location.ShouldNotBeNull();
        (await handler.GetAsync("/materials/modules?q=第3部分")).Text.ShouldContain("学前教育发展情况");
        (await handler.GetAsync("/materials?q=没有的词")).Text.ShouldContain("没有这样的资料");

        var head = await office.SignedInAsAsync("head1");
        (string, string)[] ask = [("what", "城区学位"), ("unit", "50"), ("due", "2026-12-01")];
        var refused = await head.SubmitAsync(await head.GetAsync("/materials/asks"), "#ask", ask);
        refused.Page.QuerySelector("#ask a[href^=materials]")!.TextContent.ShouldBe("学前教育发展情况");
        (await head.SubmitAsync(refused, "#ask", [.. ask, ("reason", "要分街道")])).Location.ShouldBe("/materials/asks");
        (await head.GetAsync(page)).Page.QuerySelector("#revise").ShouldBeNull("another section does not change it");

        (await head.GetAsync(page + "/files/1")).Status.ShouldBe(HttpStatusCode.NotFound, "it has no file");
    }

    [Fact]
    [Trait("req", "M16-B11")]
    [Trait("req", "M16-B16")]
    [Trait("req", "M16-A06")]
    public async Task A_retreat_the_rules_of_conduct_and_a_posts_handbook_are_kept_by_the_pages_alone()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/improvements")).Text.ShouldContain("还没有开过务虚会");
        var retreat = (await director.SubmitAsync(await director.GetAsync("/improvements"), "#retreat", ("title", "下半年务虚会"), ("on", "2026-11-20"))).Location.ShouldNotBeNull();
        (await director.SubmitAsync(await director.GetAsync(retreat), "#opine", ("question", "当下怎么干"), ("text", "急件两级核稿"))).Location.ShouldBe(retreat);
        var page = await director.GetAsync(retreat);
        page.Text.ShouldContain("“过去怎么看”“未来怎么谋”还没有意见");
        var refused = await director.SubmitAsync(page, "form[data-act=class]", ("class", "trial"), ("plan", "先试一个月"));
        refused.Page.QuerySelector("form[data-act=class] .field-error")!.TextContent.ShouldContain("责任人");
        refused.Page.QuerySelector("form[data-act=class] textarea")!.TextContent.ShouldBe("先试一个月", "what was typed stays");
        (await director.SubmitAsync(refused, "form[data-act=class]", ("owner", "30"), ("due", "2026-12-20"))).Location.ShouldBe(retreat);
        (await director.GetAsync(retreat)).Text.ShouldContain("集体讨论、先行试行：先试一个月");

        var handler = await office.SignedInAsAsync("handler2");
        (await handler.SubmitAsync(await handler.GetAsync("/trainings/conduct"), "#sign")).Location.ShouldBe("/trainings/conduct");
        (await handler.GetAsync("/trainings/conduct")).Text.ShouldContain("已签收");
        (await director.GetAsync("/trainings/conduct")).Page.QuerySelector("#signed")!.TextContent.ShouldNotContain("禾小满");
        (await handler.GetAsync("/trainings/conduct")).Page.QuerySelector("#signed").ShouldBeNull();

        (await director.GetAsync("/regulations/posts")).Text.ShouldContain("缺");
        var post = await director.GetAsync("/regulations/posts/130");
        (await director.SubmitAsync(post, "form[data-act=goal]", ("text", "文稿零差错"))).Location.ShouldBe("/regulations/posts/130");
        (await director.GetAsync("/regulations/posts/130")).Text.ShouldContain("文稿零差错");
        foreach (var file in new[] { "/regulations/posts/130.docx", "/regulations/posts.docx", "/improvements/followed.xlsx" }) (await director.Http.GetAsync(new Uri(file, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, file);
        foreach (var address in new[] { "/regulations/flows", "/regulations/sides", "/regulations/packages", "/improvements/lists", "/improvements/pilots", "/trainings/writing", "/materials/practice" }) (await director.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    [Trait("req", "M16-B17")]
    public async Task Whatever_the_pages_can_do_a_program_can_do()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.TokenAsync("director");
        var made = await PostAsync(director, "/api/v1/materials/", new { kind = "template", title = "请示模板", parts = new[] { "一事一文" } });
        (await director.GetFromJsonAsync<JsonElement>($"/api/v1/materials/{made.GetProperty("id").GetInt64()}")).GetProperty("text").GetString().ShouldBe("一事一文");
        (await director.GetFromJsonAsync<JsonElement>("/api/v1/materials/?q=一事一文")).GetProperty("items").GetArrayLength().ShouldBe(1);
        var regulation = await PostAsync(director, "/api/v1/regulations/", new { title = "公文核稿办法", @class = "norm", group = "机关运转", area = "办文", layer = "基本规范", level = "办公室印发", issuedOn = "2025-03-01", unit = 14, isPrinciple = false, details = 0, summary = "一、核内容。" });
        var id = regulation.GetProperty("id").GetInt64();
        using var side = await director.PutAsJsonAsync($"/api/v1/regulations/{id}/sides", new { side = "工作标准", text = "核三遍" });
        side.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await director.GetFromJsonAsync<JsonElement>("/api/v1/regulations/")).GetArrayLength().ShouldBe(1);
        (await director.GetFromJsonAsync<JsonElement>("/api/v1/regulations/posts")).GetArrayLength().ShouldBeGreaterThan(10);
        (await PostAsync(director, "/api/v1/improvements/retreats", new { title = "务虚会", on = "2026-11-20" })).GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
        (await PostAsync(director, "/api/v1/lessons/", new { kind = "works", title = "先电话后行文", answers = new[] { "先电话", "会签", "快一天" }, isShared = true, defect = 0 })).GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
        foreach (var list in new[] { "/api/v1/defects/", "/api/v1/defects/risks", "/api/v1/lessons/", "/api/v1/regulations/plan", "/api/v1/regulations/flows", "/api/v1/improvements/lists", "/api/v1/improvements/pilots", "/api/v1/trainings/conduct", "/api/v1/lessons/owed" }) (await director.GetAsync(new Uri(list, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, list);
        using var twice = new HttpRequestMessage(HttpMethod.Post, "/api/v1/materials/") { Content = JsonContent.Create(new { kind = "template", title = "批复模板", parts = new[] { "一文一批" } }) };
        twice.Headers.Add("Idempotency-Key", new string('k', 41));
        (await (await director.SendAsync(twice)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString().ShouldBe("Idempotency-Key", "a key that cannot be kept is refused, not dropped");
        using var refused = await director.PostAsJsonAsync("/api/v1/improvements/lists", new { form = "List", parent = 0 });
        (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "kind"));
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string address, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
