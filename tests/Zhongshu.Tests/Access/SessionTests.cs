using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

/// Where an account is signed in, and ending one of these places.
public sealed class SessionTests
{
    [Fact]
    public async Task one_session_of_several_is_ended_by_its_owner_and_the_others_go_on()
    {
        await using var office = await TestOffice.StartAsync();
        var here = await office.SignedInAsAsync("registry");
        var there = await office.SignedInAsAsync("registry");
        var third = await office.SignedInAsAsync("registry");
        var me = await here.GetAsync("/me");
        me.Text.ShouldContain("本次登录");
        var forms = me.Page.QuerySelectorAll("form[action^='/me/sessions/']").Select(f => f.GetAttribute("action")!).ToList();
        forms.Count.ShouldBe(2);
        var ids = await office.ActAsAsync(null, o => o.Db.Set<SignInSession>().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

        (await here.SubmitAsync(me, $"form[action='/me/sessions/{ids[1]}/end']")).Location.ShouldBe("/me");

        (await there.GetAsync("/incoming")).Location!.ShouldStartWith("/sign-in");
        (await here.GetAsync("/incoming")).Status.ShouldBe(HttpStatusCode.OK);
        (await third.GetAsync("/incoming")).Status.ShouldBe(HttpStatusCode.OK);
        (await TrailAsync(office)).ShouldContain(t => t.StartsWith("退出本人在", StringComparison.Ordinal));
    }

    [Fact]
    public async Task nobody_ends_the_session_of_another_but_the_security_administrator()
    {
        await using var office = await TestOffice.StartAsync();
        var victim = await office.SignedInAsAsync("registry");
        var drafter = await office.SignedInAsAsync("drafter");
        var person = TestOffice.PersonOf("registry");
        var id = await office.ActAsAsync(null, o => o.Db.Set<SignInSession>().Where(s => s.PersonId == person).Select(s => s.Id).SingleAsync());
        var token = ("__RequestVerificationToken", (await drafter.GetAsync("/me")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

        await drafter.PostAsync($"/me/sessions/{id}/end", token);
        (await drafter.PostAsync($"/settings/accounts/{person}/sessions/{id}/end", token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await victim.GetAsync("/incoming")).Status.ShouldBe(HttpStatusCode.OK);

        var administrator = await office.SignedInAsAsync("secadmin");
        await administrator.SubmitAsync(await administrator.GetAsync($"/settings/accounts/{person}"), $"form[action='/settings/accounts/{person}/sessions/{id}/end']");
        (await victim.GetAsync("/incoming")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task a_new_password_leaves_only_the_session_it_was_set_in()
    {
        await using var office = await TestOffice.StartAsync();
        var here = await office.SignedInAsAsync("registry");
        var there = await office.SignedInAsAsync("registry");

        await here.SubmitAsync(await here.GetAsync("/me/password"), "main form", ("Form.Present", DemoSignIn.Password), ("Form.Password", "Quite-Good-2026"), ("Form.Repeat", "Quite-Good-2026"));

        (await there.GetAsync("/incoming")).Location!.ShouldStartWith("/sign-in");
        var me = await here.GetAsync("/me");
        me.Page.QuerySelectorAll("form[action^='/me/sessions/']").ShouldBeEmpty();
        me.Text.ShouldContain("本次登录");
    }

    [Fact]
    public async Task a_session_that_lies_idle_ends_and_leaves_the_list()
    {
        await using var office = await TestOffice.StartAsync();
        var here = await office.SignedInAsAsync("registry");
        office.Clock.Advance(TimeSpan.FromMinutes(31));

        (await here.GetAsync("/incoming")).Location!.ShouldStartWith("/sign-in");
        office.Clock.Advance(TimeSpan.FromMinutes(10));
        var again = await office.SignedInAsAsync("registry");
        (await again.GetAsync("/me")).Page.QuerySelectorAll("form[action^='/me/sessions/']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36", "Windows Chrome")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1", "手机 Safari")]
    [InlineData("", "其他设备")]
    public void a_device_is_named_so_that_its_owner_knows_it(string agent, string words) => SessionBook.DeviceOf(agent).ShouldBe(words);

    private static Task<List<string>> TrailAsync(TestOffice office) => office.ActAsAsync(null, o => o.Db.Set<TrailEntry>().Where(t => t.MatterId == 0).Select(t => t.Text).ToListAsync());
}
