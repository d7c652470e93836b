using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.FairCopies;
using Zhongshu.Modules.FairCopies.Jobs;
using Zhongshu.Platform.Files;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules;

public sealed class FairCopiesTests : IAsyncLifetime
{
    private const string Draft = "关于报送情况的通知\n各单位：\n一、工作要求\n请按时报送。\n云岭市数据局\n2026年11月18日\n";
    private TestOffice _office = null!;
    private TestBrowser _drafter = null!;

    public async Task InitializeAsync()
    {
        _office = await TestOffice.StartAsync();
        _drafter = await _office.SignedInAsAsync("drafter");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M3-B28")]
    public async Task what_is_written_at_the_left_stands_as_a_sheet_at_the_right_and_can_be_taken_away()
    {
        var page = await SetAsync("document", ("text", Draft), ("field.发文机关", "云岭市数据局"), ("field.发文字号", "云数据〔2026〕7号"));

        page.Page.QuerySelector("iframe.sheet").ShouldNotBeNull();
        page.Page.QuerySelector("textarea#text")!.TextContent.ShouldContain("请按时报送。");
        var path = "/typesetting/" + page.Page.QuerySelector("form#set")!.GetAttribute("action")!.Split('/')[^1];
        foreach (var form in (string[])["pdf", "docx", "ofd"])
        {
            var bytes = await _drafter.Http.GetByteArrayAsync(new Uri($"{path}/{form}", UriKind.Relative));
            TextOf(bytes, "a." + form).ShouldContain("云数据〔2026〕7号");
        }

        var preview = await _drafter.Http.GetAsync(new Uri(path + "/preview", UriKind.Relative));
        preview.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await (await _office.SignedInAsAsync("director")).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("notice", "field.会议名称", "全市数据工作会议", "关于召开全市数据工作会议的通知")]
    [InlineData("supervision", "field.督办事项", "数据共享", "关于督办数据共享的函")]
    [InlineData("cards", "text", "川某某\n石某", "川某某")]
    [InlineData("slip", "field.标题", "关于某事的请示", "关于某事的请示")]
    [InlineData("report", "field.事由", "购置设备", "购置设备")]
    [InlineData("minutes", "text", "关于数据工作的会议纪要\n会议议定以下事项。", "会议议定以下事项")]
    [Trait("req", "M3-A32")]
    [Trait("req", "M3-B31")]
    public async Task each_kind_of_paper_is_set_from_its_fields(string kind, string field, string value, string words)
    {
        var page = await SetAsync(kind, (field, value));

        page.Page.QuerySelector("iframe.sheet").ShouldNotBeNull(page.Text);
        var path = "/typesetting/" + page.Page.QuerySelector("form#set")!.GetAttribute("action")!.Split('/')[^1];
        TextOf(await _drafter.Http.GetByteArrayAsync(new Uri(path + "/pdf", UriKind.Relative)), "a.pdf").Replace(" ", "", StringComparison.Ordinal).ShouldContain(words.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_messy_word_file_becomes_a_text_to_go_on_from()
    {
        var page = await UploadAsync("/typesetting", "/typesetting/files", "乱.docx", PlainDocx.Of(SourceDocument.FromText(Draft)));

        page.Page.QuerySelector("textarea#text")!.TextContent.ShouldContain("一、工作要求\n请按时报送。");
    }

    [Fact]
    [Trait("req", "M3-B17")]
    [Trait("req", "M3-B18")]
    public async Task a_format_check_lists_departures_and_gives_the_corrected_file()
    {
        var page = await UploadAsync("/typesetting/format-check", "/typesetting/format-check/files", "通知.docx", PlainDocx.Of(SourceDocument.FromText(Draft)));

        page.Text.ShouldContain("处不符");
        var link = page.Page.QuerySelector(".page-actions a[href$='/fixed']")!.GetAttribute("href")!;
        var good = await _drafter.Http.GetByteArrayAsync(new Uri(link, UriKind.Relative));
        (await UploadAsync("/typesetting/format-check", "/typesetting/format-check/files", "通知.docx", good)).Text.ShouldContain("格式符合标准");
        (await UploadAsync("/typesetting/format-check", "/typesetting/format-check/files", "坏.docx", good[..500])).Text.ShouldContain("损坏");
    }

    [Fact]
    public async Task a_seal_given_with_the_text_stands_on_the_sheet_and_what_is_no_picture_is_refused()
    {
        var page = await PostSealAsync("印章.png", Seals.Png());
        page.Text.ShouldContain("已放入 1 个印章");
        var path = "/typesetting/" + page.Page.QuerySelector("form#set")!.GetAttribute("action")!.Split('/')[^1];
        Encoding.Latin1.GetString(await _drafter.Http.GetByteArrayAsync(new Uri(path + "/pdf", UriKind.Relative))).ShouldContain("/Subtype /Image");

        var refused = await PostSealAsync("印章.png", "<html>不是图片</html>"u8.ToArray());
        refused.Text.ShouldContain("不是 PNG 或 JPG 格式");
        refused.Page.QuerySelector("textarea#text")!.TextContent.ShouldContain("请按时报送。");
        (await _office.ActAsAsync(null, o => o.Db.Set<PersonalFile>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task a_hostile_title_stays_text_on_the_page()
    {
        var page = await SetAsync("document", ("text", "<script>alert(1)</script>关于<b>事项</b>的通知\n各单位：\n请办理。"));

        page.Page.QuerySelectorAll("script").ShouldNotContain(s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        (await _drafter.GetAsync("/typesetting")).Page.QuerySelectorAll("b").ShouldBeEmpty();
    }

    [Fact]
    public async Task drafts_and_files_go_after_the_days_that_the_unit_keeps()
    {
        await SetAsync("document", ("text", Draft));
        await UploadAsync("/typesetting/format-check", "/typesetting/format-check/files", "通知.docx", PlainDocx.Of(SourceDocument.FromText(Draft)));

        _office.Clock.Advance(TimeSpan.FromDays(8));
        await using var scope = _office.Services.CreateAsyncScope();

        (await scope.ServiceProvider.GetRequiredService<CleanFairCopies>().RunAsync(default)).ShouldBe(2);
        (await _office.ActAsAsync(null, o => o.Db.Set<FairCopy>().CountAsync())).ShouldBe(0);
        (await _office.ActAsAsync(null, o => o.Db.Set<PersonalFile>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task the_interface_sets_a_text_and_measures_a_file()
    {
        var http = await _office.TokenAsync("drafter", "proofing.use");
        var api = new Uri("/api/v1/typesetting", UriKind.Relative);

        using var ofd = await http.PostAsJsonAsync(api, new { text = Draft, output = "ofd", fields = new Dictionary<string, string> { ["发文字号"] = "云数据〔2026〕8号" } });
        TextOf(await ofd.Content.ReadAsByteArrayAsync(), "a.ofd").ShouldContain("云数据〔2026〕8号");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = Draft, output = "html" }), "typesetting.output");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = Draft, output = "1" }), "typesetting.output");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = Draft, kind = "poem" }), "typesetting.kind");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = "川某", kind = "cards", output = "ofd" }), "typesetting.form");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = "" }), "typesetting.empty");
        await RefusedAsync(await http.PostAsync(api, new StringContent("{", Encoding.UTF8, "application/json")), "typesetting.request");
        await RefusedAsync(await http.PostAsJsonAsync(api, new { text = Draft, fields = new Dictionary<string, string> { ["密级"] = "机密★1年" } }), "secrecy.network");

        using var form = new MultipartFormDataContent { { new ByteArrayContent(PlainDocx.Of(SourceDocument.FromText(Draft))), "file", "a.docx" } };
        using var measured = await http.PostAsync(new Uri("/api/v1/typesetting/format-check", UriKind.Relative), form);
        (await measured.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("departures").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Theory]
    [MemberData(nameof(Proofs.ProofPageTests.BadFiles), MemberType = typeof(Proofs.ProofPageTests))]
    public async Task a_bad_file_gets_a_sentence_on_both_pages(string name, byte[] bytes, string words)
    {
        (await UploadAsync("/typesetting", "/typesetting/files", name, bytes)).Text.ShouldContain(words);
        (await UploadAsync("/typesetting/format-check", "/typesetting/format-check/files", name, bytes)).Text.ShouldContain(words);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string rule)
    {
        using (answer) (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rule").GetString().ShouldBe(rule);
    }

    private static string TextOf(byte[] bytes, string name) =>
        string.Concat(DocumentReader.Read(bytes, name).Document.ShouldNotBeNull().Paragraphs.Select(p => p.Text));

    private async Task<Answer> SetAsync(string kind, params (string, string)[] fields)
    {
        var answer = await _drafter.SubmitAsync(await _drafter.GetAsync("/typesetting?kind=" + kind), "form#set", fields);
        answer.Location.ShouldNotBeNull(answer.Text[..Math.Min(600, answer.Text.Length)]);
        return await _drafter.FollowAsync(answer);
    }

    private async Task<Answer> PostSealAsync(string name, byte[] bytes)
    {
        var form = (await _drafter.GetAsync("/typesetting?kind=document")).Page.QuerySelector("form#set")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        content.Add(new StringContent(Draft), "text");
        content.Add(new ByteArrayContent(bytes), "seal", name);
        using var answer = await _drafter.Http.PostAsync(new Uri("/typesetting", UriKind.Relative), content);
        return answer.Headers.Location is { } to ? await _drafter.GetAsync(to.ToString()) : new Answer(answer.StatusCode, null, await answer.Content.ReadAsStringAsync(), null);
    }

    private async Task<Answer> UploadAsync(string page, string target, string name, byte[] bytes)
    {
        var token = (await _drafter.GetAsync(page)).Page.QuerySelector("#upload input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name } };
        using var answer = await _drafter.Http.PostAsync(new Uri(target, UriKind.Relative), form);
        return await _drafter.GetAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
    }
}
