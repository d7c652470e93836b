using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision;

/// What the pages of following up can do, a program can do, with the same refusals.
public sealed class FollowApiTests
{
    [Fact]
    public async Task Plans_help_agreement_talks_visits_parts_and_kindred_items_go_over_the_interface()
    {
        await using var office = await TestOffice.StartAsync();
        var (officer, unit) = (await office.TokenAsync("supervision"), await office.TokenAsync("bureau"));
        var code = await DocketAsync(officer, "城区停车场建设");
        var other = await DocketAsync(officer, "老城停车场建设");
        var at = $"/api/v1/supervision/{code}";
        (await SendAsync(officer, HttpMethod.Put, $"{at}/material", new { purpose = "请求立项" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(officer, HttpMethod.Post, $"{at}/agreement", new { })).Body.GetProperty("count").GetInt32().ShouldBe(1);
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/agreement", new { agrees = false })).Body.GetProperty("field").GetString().ShouldBe("words");
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/agreement", new { agrees = true })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(officer, HttpMethod.Post, $"{at}/send", new { })).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/acts", new { verb = "Receive", person = "江映雪" })).Status.ShouldBe(HttpStatusCode.OK);

        var due = $"{TestClock.MondayMorning.AddDays(5):yyyy-MM-dd}";
        (await SendAsync(unit, HttpMethod.Put, $"{at}/tasks/1/plan", new { steps = new[] { new { title = "开工", due } }, indicators = new[] { new { name = "泊位", measure = "个", target = 500 } } })).Status.ShouldBe(HttpStatusCode.NoContent);
        var following = (await SendAsync(unit, HttpMethod.Get, $"{at}/following", null)).Body.GetProperty("tasks")[0];
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/plan/steps/{following.GetProperty("steps")[0].GetProperty("id")}", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/plan/indicators/{following.GetProperty("indicators")[0].GetProperty("id")}", new { value = 120 })).Status.ShouldBe(HttpStatusCode.NoContent);
        var help = (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/help", new { kind = "land", text = "供地手续没有办完。" })).Body.GetProperty("id");
        (await SendAsync(officer, HttpMethod.Post, $"{at}/help/{help}/acts", new { verb = "answer", words = "已协调。" })).Body.GetProperty("state").GetString().ShouldBe("Answered");
        (await SendAsync(unit, HttpMethod.Post, $"{at}/help/{help}/acts", new { verb = "什么" })).Body.GetProperty("rule").GetString().ShouldBe("supervision.verb");
        (await SendAsync(unit, HttpMethod.Post, $"{at}/tasks/1/parts", new[] { new { title = "县里部分", lead = "青禾县" } })).Body.GetProperty("count").GetInt32().ShouldBe(1);
        (await SendAsync(officer, HttpMethod.Post, $"{at}/talks", new { kind = "coordination", on = "2026-01-05", with = "各方", issue = "供地", result = "月底前办结" })).Status.ShouldBe(HttpStatusCode.OK);
        var today = $"{TestClock.MondayMorning:yyyy-MM-dd}";
        var visit = new { way = "onsite", on = today, place = "东门", seen = "没有开工。", fits = false, disciplined = true, team = new[] { new { kind = "officer", names = "绳必果" } }, findings = new[] { new { text = "没有开工", unit = "听泉区" } } };
        (await SendAsync(unit, HttpMethod.Post, $"{at}/visits", visit)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var visited = await SendAsync(officer, HttpMethod.Post, $"{at}/visits", visit);
        visited.Status.ShouldBe(HttpStatusCode.OK, visited.Body.ToString());
        var seen = (await SendAsync(officer, HttpMethod.Get, $"{at}/following", null)).Body;
        var finding = seen.GetProperty("visits")[0].GetProperty("findings")[0].GetProperty("id");
        (await SendAsync(officer, HttpMethod.Post, $"{at}/findings/{finding}", new { how = "已开工" })).Body.GetProperty("field").GetString().ShouldBe("cause");
        (await SendAsync(officer, HttpMethod.Post, $"{at}/findings/{finding}", new { cause = "缺材料", how = "已开工" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(unit, HttpMethod.Get, $"{at}/following", null)).Body.GetProperty("visits").GetArrayLength().ShouldBe(0);
        (await SendAsync(officer, HttpMethod.Post, $"{at}/kindred", new { codes = new[] { other } })).Body.GetProperty("count").GetInt32().ShouldBe(2);
        (await SendAsync(await office.TokenAsync("county"), HttpMethod.Get, $"/api/v1/supervision/{other}/following", null)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_letter_on_an_instruction_is_sent_with_its_digest_in_one_call()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.TokenAsync("supervision");
        var input = new { title = "城区停车场建设", source = "instruction", leader = "岭知行", quote = "请抓紧落实。", despiteLikeness = true, tasks = new[] { new { lead = "市发展改革委" } } };
        var code = (await SendAsync(officer, HttpMethod.Post, "/api/v1/supervision/", input)).Body.GetProperty("code").GetString()!;
        var at = $"/api/v1/supervision/{code}/send";
        (await SendAsync(officer, HttpMethod.Post, at, new { })).Body.GetProperty("rule").GetString().ShouldBe("supervision.digest");
        (await SendAsync(officer, HttpMethod.Post, at, new { purpose = "请求立项", gist = "条件具备" })).Body.GetProperty("field").GetString().ShouldBe("course");
        (await SendAsync(officer, HttpMethod.Post, at, new { purpose = new string('长', 1001), gist = "条件具备", course = "前期分工不清" })).Body.GetProperty("rule").GetString().ShouldBe("supervision.too-long");
        (await SendAsync(officer, HttpMethod.Post, at, new { purpose = "请求立项", gist = "条件具备", course = "前期分工不清" })).Status.ShouldBe(HttpStatusCode.OK);
        var described = (await SendAsync(officer, HttpMethod.Get, "/openapi/v1.json", null)).Body.GetProperty("components").GetProperty("schemas").EnumerateObject().Single(s => s.Name.EndsWith("SendRequest", StringComparison.Ordinal)).Value.GetProperty("properties");
        foreach (var field in new[] { "purpose", "gist", "course" }) described.TryGetProperty(field, out _).ShouldBeTrue(field);
    }

    [Fact]
    public async Task The_plan_of_inspections_is_kept_over_the_interface()
    {
        await using var office = await TestOffice.StartAsync();
        var (officer, director) = (await office.TokenAsync("supervision"), await office.TokenAsync("director"));
        var year = TestClock.MondayMorning.Year + 1;
        var input = new { title = "停车难专项督查", kind = "special", from = $"{year}-03-01", to = $"{year}-03-05", targets = "听泉区", outsidePlan = true, reason = "群众反映集中。" };
        var made = await SendAsync(officer, HttpMethod.Post, "/api/v1/supervision-inspections/", input);
        (made.Status, made.Body.GetProperty("state").GetString()).ShouldBe((HttpStatusCode.Created, "Waiting"));
        var acts = $"/api/v1/supervision-inspections/{made.Body.GetProperty("id")}/acts";
        (await SendAsync(officer, HttpMethod.Post, acts, new { verb = "approve" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(director, HttpMethod.Post, acts, new { verb = "approve", words = "同意" })).Body.GetProperty("state").GetString().ShouldBe("Planned");
        (await SendAsync(officer, HttpMethod.Post, acts, new { verb = "跳舞" })).Body.GetProperty("rule").GetString().ShouldBe("supervision.verb");
        (await SendAsync(director, HttpMethod.Get, $"/api/v1/supervision-inspections/?year={year}", null)).Body.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_null_in_a_list_is_refused_in_words()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.TokenAsync("supervision");
        var at = $"/api/v1/supervision/{await DocketAsync(officer, "城区停车场建设")}";
        var nothing = new object?[] { null };
        foreach (var (method, path, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "/api/v1/supervision/", new { title = "空任务", source = "meeting", origin = "常务会议", tasks = nothing }),
            (HttpMethod.Post, $"{at}/tasks/1/parts", nothing),
            (HttpMethod.Put, $"{at}/tasks/1/people", nothing),
            (HttpMethod.Put, $"{at}/tasks/1/plan", new { steps = nothing }),
            (HttpMethod.Post, $"{at}/tasks/1/acts", new { verb = "Chase", evidence = nothing }),
            (HttpMethod.Post, "/api/v1/burdens/forms/", new { title = "摸底", basis = "部署", due = "2027-01-05", units = nothing, questions = new[] { new { text = "人口" } } }),
            (HttpMethod.Put, "/api/v1/burdens/plans/2027", nothing),
        })
        {
            var (status, answer) = await SendAsync(officer, method, path, body);
            status.ShouldBe(HttpStatusCode.BadRequest, path);
            answer.GetProperty("detail").GetString()!.ShouldContain("读不出来");
        }
    }

    private static async Task<string> DocketAsync(HttpClient officer, string title) =>
        (await SendAsync(officer, HttpMethod.Post, "/api/v1/supervision/", new { title, source = "meeting", origin = "常务会议", despiteLikeness = true, tasks = new[] { new { lead = "市发展改革委" } } })).Body.GetProperty("code").GetString()!;

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
