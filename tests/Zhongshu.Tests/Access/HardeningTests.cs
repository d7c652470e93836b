using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

/// What every answer carries, and what a program may not do.
public sealed class HardeningTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health/ready")]
    [InlineData("/zhongshu.css")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/matters/none")]
    public async Task every_answer_keeps_the_browser_from_framing_sniffing_and_running_what_is_not_ours(string path)
    {
        using var answer = await _office.Stranger().Http.GetAsync(new Uri(path, UriKind.Relative));
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(';', values) : "";
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("SAMEORIGIN");
        Header("Referrer-Policy").ShouldBe("same-origin");
        var policy = Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("object-src 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldContain("form-action 'self'");
        policy.ShouldAllBe(p => !p.StartsWith("script-src", StringComparison.Ordinal) || !p.Contains("unsafe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/defects/1/check")]
    [InlineData("/defects/risks/1")]
    public async Task a_form_without_its_token_is_told_what_to_do_and_is_no_fault_of_the_program(string path)
    {
        var answer = await (await _office.SignedInAsAsync("director")).PostAsync(path, ("words", "核对过了"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("请返回上一页刷新后重新提交");
    }

    [Fact]
    public async Task the_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var browser = _office.Stranger();
        var page = await browser.GetAsync("/sign-in");
        using var content = new FormUrlEncodedContent(page.Page.QuerySelectorAll("form#sign-in input[name]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("name") switch { "Form.Login" => "registry", "Form.Password" => DemoSignIn.Password, _ => i.GetAttribute("value") ?? "" })));
        using var answer = await browser.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("zs-session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task a_program_that_runs_away_is_slowed_and_nobody_else_is()
    {
        var shelf = _office.Services.GetRequiredService<RuleShelf>();
        await _office.ActAsAsync("director", async o =>
        {
            o.Db.Add(new RuleOverrideRow { Id = o.Ids.Next(), RuleId = "accounts.api-requests", Figure = "60", Reason = "试验", AuthorId = o.Actor.PersonId, AuthorName = o.Actor.Name, At = o.Now });
            await o.Db.SaveChangesAsync();
        });
        await shelf.RenewAsync(default);
        var (program, other) = (await _office.TokenAsync("registry"), await _office.TokenAsync("director"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 130 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var answer = await program.GetAsync(new Uri("/api/v1/incoming", UriKind.Relative));
            answers.Add(answer.StatusCode);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests) continue;
            answer.Headers.RetryAfter.ShouldNotBeNull();
            (await answer.Content.ReadAsStringAsync()).ShouldContain("过于频繁");
        }

        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        answers.Count.ShouldBeGreaterThan(60, "sixty are free");
        using var beside = await other.GetAsync(new Uri("/api/v1/incoming", UriKind.Relative));
        beside.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await _office.SignedInAsAsync("registry")).GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK, "pages are not counted");
    }
}
