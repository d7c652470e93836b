using AngleSharp.Html.Dom;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// A double click, and a form that was opened before somebody else acted, on the page of a matter.
public sealed class SentTwiceTests : IAsyncLifetime
{
    private TestOffice _office = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _office = await TestOffice.StartAsync();
        _code = await EveryPage.RegisterAsync(_office);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task an_answer_sent_twice_acts_once_and_the_second_is_told_so()
    {
        var director = await _office.SignedInAsAsync("director");
        var form = await ActFormAsync(director);

        (await director.PostAsync(Path, form)).Status.ShouldBe(HttpStatusCode.Found);
        var second = await director.PostAsync(Path, form);

        (await director.FollowAsync(second)).Text.ShouldContain("您已经提交过了，没有重复办理");
        (await OpinionsAsync()).ShouldBe(["请秘书二科研究。"]);
    }

    [Fact]
    public async Task an_answer_from_an_old_picture_of_the_page_is_told_and_its_words_stay()
    {
        var director = await _office.SignedInAsAsync("director");
        var form = await ActFormAsync(director);
        var registry = await _office.TokenAsync("director");
        using var jump = await registry.PostAsync(new Uri($"/api/v1/matters/{_code}/acts", UriKind.Relative), JsonContent.Create(new { item = 0, verb = "terminate", opinion = "来文单位要求撤回。" }));
        jump.StatusCode.ShouldBe(HttpStatusCode.OK);

        var late = await director.PostAsync(Path, form);

        late.Status.ShouldBe(HttpStatusCode.OK);
        late.Text.ShouldContain("这一步已不在您手中");
        late.Text.ShouldContain("请秘书二科研究。");
        (await OpinionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_program_that_names_what_it_saw_does_not_act_on_anything_newer()
    {
        var director = await _office.TokenAsync("director");
        using var seen = await director.GetAsync(new Uri($"/api/v1/matters/{_code}", UriKind.Relative));
        var tag = seen.Headers.ETag.ShouldNotBeNull();

        (await ActAsync(director, tag, "suspend")).ShouldBe(HttpStatusCode.OK);
        (await ActAsync(director, tag, "resume")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await ActAsync(director, new EntityTagHeaderValue("\"abc\""), "resume")).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<HttpStatusCode> ActAsync(HttpClient program, EntityTagHeaderValue tag, string verb)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/matters/{_code}/acts") { Content = JsonContent.Create(new { item = 0, verb, opinion = "等候补充材料。" }) };
        request.Headers.IfMatch.Add(tag);
        using var answer = await program.SendAsync(request);
        return answer.StatusCode;
    }

    private string Path => $"/matters/{_code}";

    private async Task<(string, string)[]> ActFormAsync(TestBrowser director)
    {
        var form = EveryPage.FormsOf(await director.GetAsync(Path)).First(f => f.GetAttribute("data-keep")?.StartsWith("act-", StringComparison.Ordinal) == true);
        var hidden = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden").Select(i => (i.Name!, i.Value));
        var asked = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name?.StartsWith("Input.Fields[", StringComparison.Ordinal) == true).Select(i => (i.Name!, "申请资金"));
        return [.. hidden, .. asked, ("Input.Verb", "complete"), ("Input.Way", "routing"), ("Input.Opinion", "请秘书二科研究。")];
    }

    private Task<List<string>> OpinionsAsync() => _office.ActAsAsync(null, o => Task.FromResult(o.Db.Set<Opinion>().Select(p => p.Text).ToList()));
}
