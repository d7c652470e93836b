using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Proofs;

public sealed class CheckApiTests : IAsyncLifetime
{
    private static readonly Uri Check = new("/api/v1/proofing/check", UriKind.Relative);
    private TestOffice _office = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _office = await TestOffice.StartAsync();
        _http = await _office.TokenAsync("drafter", "proofing.use");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M3-A22")]
    public async Task a_text_comes_back_as_findings_and_nothing_is_kept()
    {
        var (status, answer) = await PostAsync(new { text = "云岭市数据局关于布署检查工作的通知\n各科室：\n　　请按时完成。\n", depth = "fast" });

        status.ShouldBe(HttpStatusCode.OK);
        (answer.GetProperty("kind").GetString(), answer.GetProperty("summary").GetProperty("errors").GetInt32()).ShouldBe(("通知", 1));
        var finding = answer.GetProperty("findings")[0];
        (finding.GetProperty("rule").GetString(), finding.GetProperty("start").GetInt32(), finding.GetProperty("end").GetInt32(), finding.GetProperty("fix").GetString())
            .ShouldBe(("typo.word", 8, 10, "部署"));
        (await _office.ActAsAsync(null, o => o.Db.Set<Proof>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task a_file_is_read_and_the_report_comes_in_the_form_asked_for()
    {
        var (status, text) = await UploadAsync("通知.docx", PlainDocx.Of(SourceDocument.FromText("请布署到位。")), "?format=sarif");

        status.ShouldBe(HttpStatusCode.OK);
        JsonDocument.Parse(text).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
    }

    [Fact]
    public async Task a_token_without_the_scope_is_refused()
    {
        var other = await _office.TokenAsync("drafter", "search.use");

        (await other.PostAsJsonAsync(Check, new { text = "请布署到位。" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"text":""}""", "proofing.empty")]
    [InlineData("""{"depth":"deep"}""", "proofing.empty")]
    [InlineData("""{"text":"请","depth":"deepest"}""", "proofing.depth")]
    [InlineData("""{"text":"请","level":"村"}""", "proofing.level")]
    [InlineData("""{"text":"请","kind":"情书"}""", "proofing.kind")]
    [InlineData("""{"text":"半个\ud800字符"}""", "proofing.request")]
    [InlineData("""{"text":""", "proofing.request")]
    [InlineData("""{"text":"机密★1年\n云岭市数据局文件\n云数据〔2026〕7号\n关于检查工作的通知\n各单位：\n请按时完成。\n"}""", "secrecy.network")]
    public async Task a_bad_request_names_its_rule(string json, string rule)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(Check, content);

        ((int)answer.StatusCode).ShouldBeInRange(403, 422);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("rule").GetString().ShouldBe(rule);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(ProofPageTests.BadFiles), MemberType = typeof(ProofPageTests))]
    public async Task a_bad_file_gets_its_sentence(string name, byte[] bytes, string words)
    {
        var (status, text) = await UploadAsync(name, bytes);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task a_file_over_the_limit_is_refused_while_it_arrives()
    {
        var (status, text) = await UploadAsync("large.docx", new byte[21 << 20]);

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        text.ShouldContain("files.too-large");
    }

    [Fact]
    public async Task gb18030_and_one_line_of_five_megabytes_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (gb, text) = await UploadAsync("gb.txt", Encoding.GetEncoding("GB18030").GetBytes("请布署到位。"));
        (gb, text.Contains("typo.word", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));

        var line = string.Concat(Enumerable.Repeat("请按时完成各项检查任务并报送结果，", 5 * (1 << 20) / 51)) + "请布署到位。";
        var (long5, answer) = await UploadAsync("line.txt", Encoding.UTF8.GetBytes(line), depth: "fast");
        (long5, answer.Contains("typo.word", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
    }

    private async Task<(HttpStatusCode, JsonElement)> PostAsync(object body)
    {
        using var answer = await _http.PostAsJsonAsync(Check, body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<(HttpStatusCode, string)> UploadAsync(string name, byte[] bytes, string query = "", string depth = "")
    {
        using var form = new MultipartFormDataContent { { new StringContent(depth), "depth" }, { new ByteArrayContent(bytes), "file", name } };
        using var answer = await _http.PostAsync(new Uri(Check + query, UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
