using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

public sealed class RegisterApiTests(RegistryDesk desk) : IClassFixture<RegistryDesk>
{
    private static readonly Uri Incoming = new("/api/v1/incoming/", UriKind.Relative);

    [Fact]
    public async Task a_repeated_request_is_answered_with_what_it_made_the_first_time()
    {
        var body = new { title = "关于接口登记的通知", sender = "市数据局", urgency = "加急" };

        var (first, code) = await PostAsync("key-1", body);
        var (again, same) = await PostAsync("key-1", body);
        var (other, _) = await PostAsync("key-1", body with { title = "另一件" });

        (first, again, other).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict));
        same.ShouldBe(code);
        (await desk.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/incoming/{code}", UriKind.Relative))).GetProperty("urgency").GetString().ShouldBe("加急");
    }

    [Fact]
    public async Task a_refusal_names_its_rule_and_field()
    {
        using var answer = await desk.Http.PostAsJsonAsync(Incoming, new { title = "", sender = "市数据局" });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        (problem.GetProperty("rule").GetString(), problem.GetProperty("field").GetString()).ShouldBe(("incoming.missing", "title"));
    }

    [Fact]
    public async Task a_file_is_read_into_suggested_fields()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(RegistryDesk.TokenOf(await desk.GetAsync("/incoming/register"))), "__RequestVerificationToken" },
            { new ByteArrayContent(Papers.Txt(Papers.Request(number: "云发改〔2026〕77号"))), "file", "请示.txt" },
        };

        using var answer = await desk.Http.PostAsync(new Uri("/api/v1/incoming/read", UriKind.Relative), content);

        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();
        read.GetProperty("fields").GetProperty("documentNumber").GetString().ShouldBe("云发改〔2026〕77号", customMessage: read.ToString());
        read.GetProperty("hints").GetProperty("title").GetProperty("paragraph").GetInt32().ShouldBe(3);
    }

    private async Task<(HttpStatusCode, string?)> PostAsync(string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Incoming) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await desk.Http.SendAsync(request);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, json.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
