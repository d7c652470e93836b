using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// A text of nothing but blanks, narrow or full-width, where a text must stand: asked for as if it were missing.
public sealed class BlankTextTests : IAsyncLifetime
{
    private const string Blanks = " \t\n\u3000\u00a0";
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("registry", "/api/v1/incoming/", """{"sender":"青禾县人民政府"}""", "title")]
    [InlineData("sysadmin", "/api/v1/portal/links", """{"area":"办公","address":"https://example.cn/"}""", "title")]
    [InlineData("director", "/api/v1/coordination/", """{"kind":"project","lead":20}""", "title")]
    [InlineData("director", "/api/v1/coordination/bulletins", """{"addressee":"政协办公厅（室）","sentOn":"2026-11-20"}""", "work")]
    [InlineData("supervision", "/api/v1/coordination/liaison", """{"kind":"foreign","on":"2026-11-20"}""", "title")]
    [InlineData("director", "/api/v1/regulations/", """{"kind":"work"}""", "title")]
    [InlineData("director", "/api/v1/burdens/events", """{"kind":"forum"}""", "title")]
    [InlineData("director", "/api/v1/desk/todos/", "{}", "text")]
    public async Task is_refused_in_words_to_a_program(string login, string path, string body, string field)
    {
        var program = await _office.TokenAsync(login);
        var missing = await PostAsync(program, path, body, field, "");
        var blank = await PostAsync(program, path, body, field, Blanks);

        blank.ShouldBe(missing);
        blank.Field.ShouldBe(field);
        ((int)blank.Status).ShouldBeInRange(400, 499);
        EveryPage.Speaks(blank.Detail).ShouldBeTrue(blank.Detail);
    }

    [Theory]
    [InlineData("director", "/improvements", "#retreat", "title")]
    [InlineData("drafter", "/", "form[action='/desk/todos']", "text")]
    [InlineData("director", "/me/tokens", "form[data-keep], main form", "Form.Name")]
    public async Task is_refused_in_words_on_a_page(string login, string path, string form, string field)
    {
        var browser = await _office.SignedInAsAsync(login);
        var page = await browser.GetAsync(path);
        var empty = await browser.SubmitAsync(page, form, (field, ""));
        var blank = await browser.SubmitAsync(page, form, (field, Blanks));

        (blank.Status, blank.Location).ShouldBe((empty.Status, empty.Location));
        blank.Text.ShouldBe(empty.Text);
        blank.Location.ShouldBeNull();
    }

    [Fact]
    public async Task leaves_the_edges_of_a_text_to_whoever_wrote_it_and_a_text_a_text_in_the_description()
    {
        var director = await _office.TokenAsync("director");
        using var described = await director.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var schemas = JsonNode.Parse(await described.Content.ReadAsStringAsync())!["components"]!["schemas"]!;
        schemas["CoordinationInput"]!["properties"]!["title"]!["type"]!.GetValue<string>().ShouldBe("string");

        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Zhongshu.Platform.Requests.SentJson.Read(json);
        JsonSerializer.Deserialize<string[]>("[\"\u3000\u3000各县区：\",\"\u3000\"]", json).ShouldBe(["\u3000\u3000各县区：", ""]);
    }

    private static async Task<(HttpStatusCode Status, string? Field, string Detail)> PostAsync(HttpClient program, string path, string body, string field, string text)
    {
        var sent = JsonNode.Parse(body)!;
        sent[field] = text;
        using var answer = await program.PostAsJsonAsync(new Uri(path, UriKind.Relative), sent);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, said.TryGetProperty("field", out var named) ? named.GetString() : null, said.GetProperty("detail").GetString()!);
    }
}
