using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Proofs;
using Zhongshu.Modules.Proofs.Jobs;
using Zhongshu.Platform.Files;
using Zhongshu.Proofing.Documents;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Proofs;

public sealed class ProofPageTests : IAsyncLifetime
{
    private const string Draft = "云岭市数据局关于布署检查工作的通知\n各科室：\n　　请认真布署,按时完成任务。\n　　特此通知。\n";
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M3-A22")]
    [Trait("req", "M3-A28")]
    public async Task findings_stand_beside_the_text_and_lead_to_their_place_without_script()
    {
        var drafter = await _office.SignedInAsAsync("drafter");

        var page = await CheckAsync(drafter, Draft);

        var finding = page.Page.QuerySelectorAll(".finding").First(f => f.TextContent.Contains("布署", StringComparison.Ordinal));
        finding.TextContent.ShouldContain("■ 错误");
        finding.TextContent.ShouldContain("第1段");
        var place = finding.QuerySelector(".finding-head a")!.GetAttribute("href")!;
        page.Page.QuerySelector("#" + place.Split('#')[1])!.TextContent.ShouldStartWith("布署");
        page.Text.ShouldContain("标题 17 字，正文 18 字，文种：通知");
    }

    [Fact]
    [Trait("req", "M3-A33")]
    public async Task what_is_accepted_goes_into_the_text_and_what_is_ignored_needs_a_reason()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var page = await CheckAsync(drafter, Draft);
        var path = await IdAsync();

        await PostAsync(drafter, page, "/decide", ("Number", "1"), ("Act", "accept"));
        var refused = await drafter.FollowAsync(await PostAsync(drafter, page, "/decide", ("Number", "2"), ("Act", "ignore"), ("Reason", " ")));
        await PostAsync(drafter, page, "/decide", ("Number", "2"), ("Act", "accept"));
        await PostAsync(drafter, page, "/decide", ("Number", "3"), ("Act", "replace"), ("Fix", "；"));

        refused.Text.ShouldContain("请写明忽略的理由");
        var corrected = await (await drafter.Http.GetAsync(new Uri($"/proofing/{path}/corrected", UriKind.Relative))).Content.ReadAsStringAsync();
        corrected.ShouldContain("云岭市数据局关于部署检查工作的通知\n");
        corrected.ShouldContain("请认真部署；按时");
        (await drafter.GetAsync($"/proofing/{path}?state=ignored")).Page.QuerySelectorAll(".finding").Length.ShouldBe(0);
        (await drafter.GetAsync($"/proofing/{path}?severity=error&state=open")).Page.QuerySelectorAll(".finding").Length.ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M3-A14")]
    [Trait("req", "M3-A16")]
    [Trait("req", "M3-A19")]
    public async Task the_slip_ticks_the_three_gates_lists_the_seven_elements_every_doubt_and_every_reason()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var page = await CheckAsync(drafter, "特急\n云数据〔2026〕7号\n" + Draft + "云岭市数据局\n2026年11月18日\n");
        await PostAsync(drafter, page, "/decide", ("Number", "1"), ("Act", "ignore"), ("Reason", "引用原文"));

        var pdf = await drafter.Http.GetByteArrayAsync(new Uri($"/proofing/{await IdAsync()}/slip.pdf", UriKind.Relative));
        var text = Read(pdf);

        foreach (var words in (string[])["内容关", "格式关", "文字关", "文种：通知；密级：未标；紧急程度：特急；主送：各科室；抄送：未标；发文时间：2026年11月18日；发文号：云数据〔2026〕7号", "存疑待核", "理由：引用原文", "☑", "□错别字和用词：", "□观点和政策措施符合宪法和法律。"])
            text.ShouldContain(words);
    }

    [Fact]
    public async Task all_certain_fixes_are_taken_at_once_and_the_corrected_text_is_checked_again()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var page = await CheckAsync(drafter, Draft);

        await PostAsync(drafter, page, "/accept-certain");
        var again = await drafter.FollowAsync(await PostAsync(drafter, page, "/again"));

        again.Page.QuerySelector(".proof-text")!.TextContent.ShouldContain("请认真部署，按时完成任务。");
        again.Page.QuerySelectorAll(".finding.error").Length.ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M3-B20")]
    public async Task what_the_unit_lets_stand_is_not_remarked_on_again_and_only_some_may_say_so()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var page = await CheckAsync(drafter, Draft);
        await PostAsync(drafter, page, "/decide", ("Number", "1"), ("Act", "always"), ("Reason", "引用原文"));

        (await CheckAsync(drafter, Draft)).Page.QuerySelectorAll(".finding").ShouldNotContain(f => f.TextContent.Contains("typo.word", StringComparison.Ordinal));

        var handler = await _office.SignedInAsAsync("meetings");
        var his = await CheckAsync(handler, "材料己经报送。");
        var answer = await handler.FollowAsync(await PostAsync(handler, his, "/decide", ("Number", "1"), ("Act", "always"), ("Reason", "不想看")));
        answer.Text.ShouldContain("没有“维护本单位校核词表”的权限");
        (await handler.GetAsync("/proofing/unit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await drafter.GetAsync("/proofing/unit")).Text.ShouldContain("不再提示 布署");
    }

    [Fact]
    public async Task the_units_own_word_counts_at_once_and_a_bad_pattern_is_told()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var list = await drafter.GetAsync("/proofing/unit");

        (await drafter.SubmitAsync(list, "form.box", ("Form.Text", "县府办"), ("Form.Fix", "县政府办公室"), ("Form.Severity", "Error"))).Location.ShouldEndWith("/proofing/unit");
        var refused = await drafter.SubmitAsync(list, "form.box", ("Form.Section", "Pattern"), ("Form.Text", "(?<=前)后"));

        refused.Text.ShouldContain("写法有误或用了不支持的前后查找");
        (await CheckAsync(drafter, "请报县府办备案。")).Text.ShouldContain("县政府办公室");
        var yaml = await drafter.Http.GetStringAsync(new Uri("/proofing/unit/list.yaml", UriKind.Relative));
        yaml.ShouldContain("- { wrong: \"县府办\", right: \"县政府办公室\", severity: \"错误\" }");
    }

    [Fact]
    public async Task a_proof_is_its_persons_alone_and_goes_after_the_days_that_the_unit_keeps()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        await CheckAsync(drafter, Draft);
        var id = await IdAsync();
        var director = await _office.SignedInAsAsync("director");

        (await director.GetAsync($"/proofing/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await director.GetAsync($"/proofing/{id}/corrected")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await director.GetAsync("/proofing")).Text.ShouldContain("还没有校核过文稿");

        _office.Clock.Advance(TimeSpan.FromDays(8));
        await using var scope = _office.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanProofs>().RunAsync(default);
        (await _office.ActAsAsync(null, o => o.Db.Set<Proof>().CountAsync())).ShouldBe(0);
        (await _office.ActAsAsync(null, o => o.Db.Set<ProofFinding>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task a_word_file_comes_back_with_comments_and_the_accepted_fix_as_a_tracked_change()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var docx = Proofing.Annotate.PlainDocx.Of(SourceDocument.FromText(Draft));

        var page = await UploadAsync(drafter, "通知.docx", docx);
        await PostAsync(drafter, page, "/decide", ("Number", "1"), ("Act", "accept"));
        var annotated = await drafter.Http.GetByteArrayAsync(new Uri($"/proofing/{await IdAsync()}/annotated.docx", UriKind.Relative));

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(annotated));
        using var comments = new StreamReader(zip.GetEntry("word/comments.xml")!.Open());
        (await comments.ReadToEndAsync()).ShouldContain("部署");
        using var body = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await body.ReadToEndAsync();
        (xml.Split("<w:ins ").Length - 1, xml.Split("<w:del ").Length - 1).ShouldBe((1, 1));
        (await _office.ActAsAsync(null, o => o.Db.Set<PersonalFile>().CountAsync())).ShouldBe(1);
        (await _office.ActAsAsync(null, o => o.Db.Set<UploadedFile>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task classified_text_is_refused_kept_nowhere_and_stays_in_the_form()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        const string Secret = "机密★1年\n云岭市数据局文件\n云数据〔2026〕7号\n关于检查工作的通知\n各单位：\n请按时完成。\n";

        var page = await drafter.SubmitAsync(await drafter.GetAsync("/proofing"), "form#check", ("text", Secret));

        page.Text.ShouldContain("涉密文稿不得录入");
        page.Text.ShouldContain("机密★1年");
        (await _office.ActAsAsync(null, o => o.Db.Set<Proof>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task a_text_of_a_megabyte_is_shown_page_by_page()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var text = string.Concat(Enumerable.Range(1, 6000).Select(i => $"　　第{i}组已按要求完成各项检查任务，情况良好，有关材料已经归档备查，并向上级作了汇报。{(i % 40 == 0 ? "请布署到位。" : "")}\n"));
        Encoding.UTF8.GetByteCount(text).ShouldBeGreaterThan(700_000);

        var page = await CheckAsync(drafter, text, ("depth", "fast"));

        page.Html.Length.ShouldBeLessThan(400_000);
        page.Page.QuerySelectorAll(".finding").Length.ShouldBe(60);
        page.Text.ShouldContain("第 1 页，共");
        page.Text.ShouldContain("（此处略去");
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task a_bad_file_gets_a_sentence_and_keeps_nothing(string name, byte[] bytes, string words)
    {
        var drafter = await _office.SignedInAsAsync("drafter");

        (await UploadAsync(drafter, name, bytes)).Text.ShouldContain(words);

        (await _office.ActAsAsync(null, o => o.Db.Set<PersonalFile>().CountAsync())).ShouldBe(0);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "a.docx", Papers.Docx()[..900], "损坏" },
        { "a.docx", Papers.WithPassword, "密码" },
        { "a.docx", Papers.Bomb(Papers.Docx(), "word/document.xml"), "异常庞大" },
        { "a.docx", "<html><body>通知</body></html>"u8.ToArray(), "网页" },
        { "a.txt", [], "空的" },
    };

    /// A slip as text: the gates that it has, then all that stands in it. A gate's name stands beside the middle of its lines, so a reader of pages finds it within one.
    internal static string Read(byte[] slip)
    {
        var text = string.Concat(DocumentReader.Read(slip, "a.pdf").Document.ShouldNotBeNull().Paragraphs.Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        string[] gates = [.. ((string[])["文字关", "内容关", "格式关", "传送关", "督办关"]).Where(gate => text.Contains(gate, StringComparison.Ordinal))];
        return string.Concat(gates) + gates.Aggregate(text, (rest, gate) => rest.Replace(gate, "", StringComparison.Ordinal));
    }

    private async Task<long> IdAsync() => await _office.ActAsAsync(null, o => o.Db.Set<Proof>().MaxAsync(p => p.Id));

    private static async Task<Answer> CheckAsync(TestBrowser browser, string text, params (string, string)[] fields)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync("/proofing"), "form#check", [("text", text), .. fields]);
        answer.Location.ShouldNotBeNull(answer.Text[..Math.Min(400, answer.Text.Length)]);
        return await browser.FollowAsync(answer);
    }

    private async Task<Answer> PostAsync(TestBrowser browser, Answer page, string act, params (string, string)[] fields)
    {
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await browser.PostAsync($"/proofing/{(await IdAsync()).ToString(CultureInfo.InvariantCulture)}{act}", [("__RequestVerificationToken", token), .. fields]);
        answer.Location.ShouldNotBeNull(answer.Text);
        return answer;
    }

    private static async Task<Answer> UploadAsync(TestBrowser browser, string name, byte[] bytes)
    {
        var token = (await browser.GetAsync("/proofing")).Page.QuerySelector("#upload input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name } };
        using var answer = await browser.Http.PostAsync(new Uri("/proofing/files", UriKind.Relative), form);
        return await browser.GetAsync(answer.Headers.Location.ShouldNotBeNull().ToString());
    }
}
