using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

public sealed class TokenTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task a_token_made_on_the_page_acts_for_the_person_until_it_is_revoked()
    {
        var browser = await _office.SignedInAsAsync("registry");
        var made = await MakeAsync(browser, "90");
        using var program = With(made.Page.QuerySelector("code.secret")!.TextContent);
        (await program.GetAsync(Me)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(await browser.GetAsync("/me/tokens"), "td form")).Location.ShouldBe("/me/tokens");
        (await program.GetAsync(Me)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task only_the_hash_of_a_token_is_kept()
    {
        var text = (await MakeAsync(await _office.SignedInAsAsync("registry"), "90")).Page.QuerySelector("code.secret")!.TextContent;
        var row = await _office.ActAsAsync(null, o => o.Db.Set<ApiToken>().SingleAsync());
        row.Hash.Length.ShouldBe(64);
        row.Hash.ShouldNotContain(text[3..]);
    }

    [Fact]
    public async Task a_token_ends_with_its_days()
    {
        var made = await MakeAsync(await _office.SignedInAsAsync("registry"), "2");
        using var program = With(made.Page.QuerySelector("code.secret")!.TextContent);
        _office.Clock.Advance(TimeSpan.FromDays(2));
        (await program.GetAsync(Me)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task a_token_may_no_more_than_its_scopes()
    {
        (await (await _office.TokenAsync("auditor")).GetAsync(Trail)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await _office.TokenAsync("auditor", "matters.read-own")).GetAsync(Trail)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_disabled_persons_token_opens_nothing()
    {
        var program = await _office.TokenAsync("registry");
        await _office.ActAsAsync(null, o => o.Db.Set<Account>().Where(a => a.Login == "registry").ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true)));
        (await program.GetAsync(Me)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task the_same_form_posted_twice_makes_one_token()
    {
        var browser = await _office.SignedInAsAsync("registry");
        var page = await browser.GetAsync("/me/tokens");
        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => browser.SubmitAsync(page, Form, ("Form.Name", "取数"), ("Form.Days", "30"))));
        twice.Count(a => a.Text.Contains("令牌已生成", StringComparison.Ordinal)).ShouldBe(1);
        twice.Count(a => a.Text.Contains("没有重复办理", StringComparison.Ordinal)).ShouldBe(1);
        (await _office.ActAsAsync(null, o => o.Db.Set<ApiToken>().CountAsync())).ShouldBe(1);
    }

    private const string Form = "form:has(#name)";

    private static readonly Uri Me = new("/me", UriKind.Relative);

    private static readonly Uri Trail = new("/settings/trail", UriKind.Relative);

    private static async Task<Answer> MakeAsync(TestBrowser browser, string days) =>
        await browser.SubmitAsync(await browser.GetAsync("/me/tokens"), Form, ("Form.Name", "统计室取数"), ("Form.Days", days));

    private HttpClient With(string token)
    {
        var client = new HttpClient { BaseAddress = _office.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
