using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task a_stranger_is_sent_to_the_sign_in_page_and_comes_back_after()
    {
        var browser = _office.Stranger();
        var sent = await browser.GetAsync("/me?x=1");
        sent.Location.ShouldBe("/sign-in?to=%2Fme%3Fx%3D1");
        (await browser.SignInAsync("registry", DemoSignIn.Password, sent.Location!)).Location.ShouldBe("/me?x=1");
        (await browser.GetAsync("/me")).Text.ShouldContain("我的账号");
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task nobody_is_sent_to_another_site_after_signing_in(string to) =>
        (await _office.Stranger().SignInAsync("registry", DemoSignIn.Password, "/sign-in?to=" + Uri.EscapeDataString(to))).Location.ShouldBe("/");

    [Fact]
    public async Task a_program_without_a_token_gets_a_problem_in_Chinese_and_no_page()
    {
        using var http = new HttpClient { BaseAddress = _office.Address };
        using var answer = await http.GetAsync(new Uri("/api/v1/anything", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("access.signed-out");
    }

    [Fact]
    public async Task five_wrong_passwords_lock_the_account_even_to_the_right_one_for_a_quarter_of_an_hour()
    {
        var browser = _office.Stranger();
        for (var i = 0; i < 5; i++) (await browser.SignInAsync("registry", "wrong-Password-1")).Location.ShouldBeNull();
        (await browser.SignInAsync("registry", DemoSignIn.Password)).Text.ShouldContain("已暂时锁定");
        _office.Clock.Advance(TimeSpan.FromMinutes(15));
        (await browser.SignInAsync("registry", DemoSignIn.Password)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task guesses_made_at_once_are_all_counted()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _office.Stranger().SignInAsync("registry", "wrong-Password-1")));
        answers.Count(a => a.Text.Contains("已暂时锁定", StringComparison.Ordinal)).ShouldBe(4, "the fifth locks, three more find it locked");
    }

    [Fact]
    public async Task a_wrong_login_and_a_wrong_password_are_answered_alike()
    {
        var known = await _office.Stranger().SignInAsync("registry", "wrong-Password-1");
        var unknown = await _office.Stranger().SignInAsync("nobody-at-all", "wrong-Password-1");
        known.Page.QuerySelector(".callout")!.TextContent.ShouldBe(unknown.Page.QuerySelector(".callout")!.TextContent);
    }

    [Fact]
    public async Task too_many_attempts_from_one_address_wait_a_minute()
    {
        var browser = _office.Stranger();
        for (var i = 0; i < 20; i++) await browser.SignInAsync($"guess{i}", "wrong-Password-1");
        (await browser.SignInAsync("registry", DemoSignIn.Password)).Text.ShouldContain("过于频繁");
        _office.Clock.Advance(TimeSpan.FromMinutes(1));
        (await browser.SignInAsync("registry", DemoSignIn.Password)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task every_success_and_failure_stands_on_the_platforms_trail()
    {
        await _office.Stranger().SignInAsync("registry", "wrong-Password-1");
        await _office.SignedInAsAsync("registry");
        var trail = await _office.ActAsAsync(null, o => o.Db.Set<TrailEntry>().Where(e => e.MatterId == 0).OrderBy(e => e.Sequence).Select(e => e.Verb).ToListAsync());
        trail.ShouldBe(["access.sign-in-refused", "access.signed-in"]);
    }

    [Fact]
    public async Task a_session_ends_when_idle_for_half_an_hour_and_lasts_while_used()
    {
        var browser = await _office.SignedInAsAsync("registry");
        for (var i = 0; i < 4; i++)
        {
            _office.Clock.Advance(TimeSpan.FromMinutes(20));
            (await browser.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        }

        _office.Clock.Advance(TimeSpan.FromMinutes(31));
        (await browser.GetAsync("/me")).Location.ShouldBe("/sign-in?to=%2Fme");
    }

    [Fact]
    public async Task a_session_ends_after_half_a_day_however_busy()
    {
        var browser = await _office.SignedInAsAsync("registry");
        for (var i = 0; i < 36; i++)
        {
            _office.Clock.Advance(TimeSpan.FromMinutes(20));
            (await browser.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await browser.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        _office.Clock.Advance(TimeSpan.FromMinutes(1));
        (await browser.GetAsync("/me")).Location.ShouldBe("/sign-in?to=%2Fme");
    }

    [Fact]
    public async Task an_administrators_session_ends_sooner()
    {
        var browser = await _office.SignedInAsAsync("secadmin");
        _office.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync("/settings/accounts")).Location.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task a_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var here = await _office.SignedInAsAsync("registry");
        var there = await _office.SignedInAsAsync("registry");
        var answer = await here.SubmitAsync(await here.GetAsync("/me/password"), "form:has(#present)",
            ("Form.Present", DemoSignIn.Password), ("Form.Password", "Quite-New-77"), ("Form.Repeat", "Quite-New-77"));
        answer.Location.ShouldBe("/me", answer.Text);
        (await here.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/me")).Location.ShouldBe("/sign-in?to=%2Fme");
    }

    [Fact]
    public async Task a_form_that_arrives_after_the_session_ended_comes_back_with_its_text()
    {
        var browser = await _office.SignedInAsAsync("registry");
        var page = await browser.GetAsync("/me/tokens");
        _office.Clock.Advance(TimeSpan.FromHours(2));
        var ended = await browser.SubmitAsync(page, "form:has(#name)", ("Form.Name", "统计室取数"));
        ended.Status.ShouldBe(HttpStatusCode.Unauthorized);
        var back = await browser.SubmitAsync(ended, "#sign-in-again", ("Login", "registry"), ("Password", DemoSignIn.Password));
        back.Text.ShouldContain("统计室取数");
        (await browser.SubmitAsync(back, ".posted form")).Text.ShouldContain("令牌已生成");
    }

    [Fact]
    public async Task the_second_factor_is_asked_for_and_its_code_is_good_once()
    {
        const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        // As an older version left it; the next start encrypts it.
        await _office.ActAsAsync(null, async o =>
        {
            await o.Db.Set<Account>().Where(a => a.Login == "registry").ExecuteUpdateAsync(a => a.SetProperty(x => x.TotpOn, true).SetProperty(x => x.TotpKey, Key));
            await _office.Services.GetRequiredService<TotpSecrets>().ProtectOldAsync(o.Db, default);
            (await o.Db.Set<Account>().AsNoTracking().SingleAsync(a => a.Login == "registry")).TotpKey.ShouldNotBeNull().ShouldNotContain(Key);
        });
        var code = Totp.CodeAt(Key, Totp.StepAt(_office.Clock.GetUtcNow()));
        var first = _office.Stranger();
        var asks = await first.SignInAsync("registry", DemoSignIn.Password);
        asks.Location.ShouldBe("/sign-in/code?to=%2F");
        (await first.GetAsync("/me")).Location.ShouldBe("/sign-in?to=%2Fme", "the password alone opens nothing");
        (await first.SubmitAsync(await first.FollowAsync(asks), "form:has(#code)", ("Form.Code", code))).Location.ShouldBe("/");
        var second = _office.Stranger();
        var again = await second.SubmitAsync(await second.FollowAsync(await second.SignInAsync("registry", DemoSignIn.Password)), "form:has(#code)", ("Form.Code", code));
        again.Text.ShouldContain("不正确或已用过");
    }

    [Fact]
    public async Task signing_out_ends_the_session()
    {
        var browser = await _office.SignedInAsAsync("registry");
        (await browser.SubmitAsync(await browser.GetAsync("/me"), "form[action='/sign-out']")).Location.ShouldBe("/sign-in");
        (await browser.GetAsync("/me")).Location.ShouldStartWith("/sign-in");
    }
}

public sealed class SignInOnPostgresTests
{
    [PostgresFact]
    public async Task many_come_in_at_once_and_each_stands_on_the_trail()
    {
        await using var office = await TestOffice.StartAsync(DatabaseEngine.Postgres);
        var browsers = await Task.WhenAll(TestOffice.Logins.Take(8).Select(office.SignedInAsAsync));
        (await browsers[0].GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await office.ActAsAsync(null, o => o.Db.Set<TrailEntry>().CountAsync(e => e.Verb == "access.signed-in"))).ShouldBe(8);
    }
}
