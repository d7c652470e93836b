using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// One document from registration to the archive, by programs alone: every step over HTTP with the token of whoever acts.
public sealed class WholePathOverHttpTests
{
    [Fact]
    [Trait("req", "M1-A03")]
    [Trait("req", "M1-B08")]
    [Trait("req", "M1-B03")]
    [Trait("req", "M12-A12")]
    public Task A_document_goes_from_registration_to_the_archive_over_http() => WalkAsync(DatabaseEngine.Sqlite);

    [PostgresFact]
    public Task A_document_goes_from_registration_to_the_archive_over_http_on_postgres() => WalkAsync(DatabaseEngine.Postgres);

    private static async Task WalkAsync(DatabaseEngine engine)
    {
        await using var office = await TestOffice.StartAsync(engine);
        var registry = await office.TokenAsync("registry");
        var director = await office.TokenAsync("director");
        var leader = await office.TokenAsync("leader1");
        var head = await office.TokenAsync("head2");
        var archivist = await office.TokenAsync("archivist");

        var registered = await OkAsync(await registry.PostAsJsonAsync(At("/api/v1/incoming/"), new { kind = "request", title = "关于拨付防汛资金的请示", sender = "青禾县人民政府", documentNumber = "青政〔2026〕18号", pages = 6 }), HttpStatusCode.Created);
        var code = registered.GetProperty("code").GetString()!;

        var ways = await GetAsync(director, $"/api/v1/matters/{code}/ahead/{await MineAsync(director, code)}");
        ways.EnumerateArray().Select(w => w.GetProperty("to").GetString()).ShouldContain("instruction");
        await ActAsync(director, code, new { verb = "complete", opinion = "拟请市长阅示。", to = "instruction", choices = new[] { new { step = "instruction", participants = new[] { Participant.Person(1).Value } } }, fields = new { purpose = "申请资金" } });
        await ActAsync(leader, code, new { verb = "complete", opinion = "同意，请秘书二科牵头办理。" });
        await ActAsync(director, code, new { verb = "complete", opinion = "请秘书二科主办。", choices = new[] { new { step = "lead-handling", participants = new[] { Participant.Section(14).Value } } } });
        await ActAsync(head, code, new { verb = "claim" });
        await ActAsync(head, code, new { verb = "complete", opinion = "资金已下达。" });

        var due = await ProblemAsync(await PostActAsync(director, code, new { verb = "approve", opinion = "同意办结。" }), HttpStatusCode.UnprocessableEntity);
        due.ShouldBe("incoming.answer-due");
        (await head.PostAsJsonAsync(At($"/api/v1/incoming/{code}/answer"), new { answer = "given", how = "批复云政办函〔2026〕3号" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ActAsync(director, code, new { verb = "approve", opinion = "同意办结。" });

        (await GetAsync(archivist, "/api/v1/archives")).GetProperty("items")[0].GetProperty("matter").GetString().ShouldBe(code);
        var piece = await OkAsync(await archivist.PostAsJsonAsync(At($"/api/v1/matters/{code}/filing"), new { }), HttpStatusCode.Created);
        piece.GetProperty("archivalCode").GetString().ShouldBe("0101-WS·2026-D30-MSE-0001");
        (await ProblemAsync(await archivist.DeleteAsync(At($"/api/v1/matters/{code}/filing")), HttpStatusCode.Conflict)).ShouldBe("archives.locked");
        (await ProblemAsync(await director.PostAsJsonAsync(At($"/api/v1/matters/{code}/acts"), new { item = 1, verb = "jump", to = "routing", opinion = "重办" }), HttpStatusCode.Conflict)).ShouldBe("matter.filed");

        await FiledAsync(archivist, code, piece);
        var page = await (await office.SignedInAsAsync("director")).GetAsync($"/matters/{code}");
        page.Page.QuerySelectorAll(".stages tbody tr").Select(r => r.QuerySelector("td")!.TextContent).ShouldBe(["登记", "送出", "办结", "答复"]);
        page.Page.QuerySelectorAll(".stages tbody tr").ShouldAllBe(r => r.QuerySelectorAll("td")[2].TextContent.Length > 0);
    }

    /// The package holds the files, and the trail whose last hash the archive keeps.
    private static async Task FiledAsync(HttpClient archivist, string code, JsonElement piece)
    {
        (await archivist.GetAsync(At("/archives/catalogue.xlsx"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var zip = new ZipArchive(await archivist.GetStreamAsync(At($"/archives/{code}/package.zip")));
        zip.Entries.Select(e => e.FullName).ShouldContain("归档信息.json");
        zip.Entries.ShouldContain(e => e.FullName.Contains("公文处理单"));
        await using var trail = await zip.GetEntry("办理过程.json")!.OpenAsync();
        var lines = (await JsonSerializer.DeserializeAsync<JsonElement>(trail)).EnumerateArray().ToList();
        lines[^1].GetProperty("hash").GetString().ShouldBe(piece.GetProperty("trailHash").GetString());
        lines.Select(l => l.GetProperty("verb").GetString()).ShouldContain("incoming.answered");
    }

    private static async Task<int> MineAsync(HttpClient client, string code) =>
        (await GetAsync(client, $"/api/v1/matters/{code}")).GetProperty("items").EnumerateArray().First(i => i.GetProperty("mine").GetBoolean()).GetProperty("number").GetInt32();

    private static async Task ActAsync(HttpClient client, string code, object act) => await OkAsync(await PostActAsync(client, code, act), HttpStatusCode.OK);

    private static async Task<HttpResponseMessage> PostActAsync(HttpClient client, string code, object act)
    {
        var form = JsonSerializer.SerializeToNode(act)!.AsObject();
        form["item"] = await MineAsync(client, code);
        return await client.PostAsJsonAsync(At($"/api/v1/matters/{code}/acts"), form);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path) => await OkAsync(await client.GetAsync(At(path)), HttpStatusCode.OK);

    private static async Task<JsonElement> OkAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, customMessage: text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<string?> ProblemAsync(HttpResponseMessage answer, HttpStatusCode expected) => (await OkAsync(answer, expected)).GetProperty("rule").GetString();

    private static Uri At(string path) => new(path, UriKind.Relative);
}
