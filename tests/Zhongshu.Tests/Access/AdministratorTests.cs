using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

public sealed class AdministratorTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("auditor")]
    public async Task an_administrator_is_nobody_but_themselves_and_holds_no_office_permission(string login)
    {
        var actor = await _office.ActAsAsync(login, o => Task.FromResult(o.Actor));
        actor.Subjects.ShouldBe([Participant.Person(TestOffice.PersonOf(login)).Value]);
        actor.Permissions.ShouldAllBe(p => !p.StartsWith("matters.", StringComparison.Ordinal) && !p.StartsWith("incoming.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_reset_password_opens_the_password_page_only_until_it_is_changed()
    {
        var administrator = await _office.SignedInAsAsync("secadmin");
        var before = await _office.SignedInAsAsync("registry");
        var reset = await administrator.SubmitAsync(await administrator.GetAsync(Account("registry")), "form:has(input[value=reset])");
        var password = reset.Page.QuerySelector("code.secret").ShouldNotBeNull(reset.Text).TextContent;
        (await before.GetAsync("/me")).Location.ShouldStartWith("/sign-in", Case.Sensitive, "the reset ends what was open");

        var browser = _office.Stranger();
        (await browser.SignInAsync("registry", password)).Location.ShouldBe("/");
        (await browser.GetAsync("/me")).Location.ShouldBe("/me/password");
        var changed = await browser.SubmitAsync(await browser.GetAsync("/me/password"), "form:has(#present)",
            ("Form.Present", password), ("Form.Password", "Quite-New-77"), ("Form.Repeat", "Quite-New-77"));
        changed.Location.ShouldBe("/me", changed.Text);
        (await browser.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_disabled_account_is_out_at_once_and_comes_back_when_enabled()
    {
        var administrator = await _office.SignedInAsAsync("secadmin");
        var browser = await _office.SignedInAsAsync("registry");
        (await administrator.SubmitAsync(await administrator.GetAsync(Account("registry")), "form:has(input[value=disable])")).Location.ShouldBe(Account("registry"));
        (await browser.GetAsync("/me")).Location.ShouldStartWith("/sign-in");
        (await _office.Stranger().SignInAsync("registry", DemoSignIn.Password)).Text.ShouldContain("已停用");
        await administrator.SubmitAsync(await administrator.GetAsync(Account("registry")), "form:has(input[value=enable])");
        (await _office.Stranger().SignInAsync("registry", DemoSignIn.Password)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task a_security_administrator_neither_disables_themselves_nor_raises_their_own_clearance()
    {
        var administrator = await _office.SignedInAsAsync("secadmin");
        var page = await administrator.GetAsync(Account("secadmin"));
        (await administrator.SubmitAsync(page, "form:has(input[value=disable])")).Text.ShouldContain("由另一名安全管理员办理");
        (await administrator.SubmitAsync(page, "form:has(#clearance)", ("Form.Clearance", "3"))).Text.ShouldContain("由另一名安全管理员办理");
    }

    [Fact]
    public async Task a_clearance_counts_from_the_next_request_and_stands_on_the_trail()
    {
        var administrator = await _office.SignedInAsAsync("secadmin");
        await administrator.SubmitAsync(await administrator.GetAsync(Account("handler2")), "form:has(#clearance)", ("Form.Clearance", "2"));
        (await _office.ActAsAsync("handler2", o => Task.FromResult(o.Actor.Clearance))).ShouldBe(Classification.Confidential);
        (await (await _office.SignedInAsAsync("auditor")).GetAsync("/settings/trail?verb=account")).Text.ShouldContain("调整为“机密”");
    }

    [Fact]
    public async Task an_account_is_opened_with_a_login_that_nobody_else_has()
    {
        var administrator = await _office.SignedInAsAsync("secadmin");
        var person = (await _office.ActAsAsync(null, o => o.Db.Set<Person>().Where(p => !o.Db.Set<Account>().Any(a => a.PersonId == p.Id)).OrderBy(p => p.Id).FirstAsync())).Id;
        var page = await administrator.GetAsync($"/settings/accounts/{person}");
        (await administrator.SubmitAsync(page, "form:has(#login)", ("Form.Login", "registry"))).Text.ShouldContain("已有人使用");
        (await administrator.SubmitAsync(page, "form:has(#login)", ("Form.Login", "新人"))).Text.ShouldContain("登录名请用");
        (await administrator.SubmitAsync(page, "form:has(#login)", ("Form.Login", "newcomer"))).Text.ShouldContain("一次性口令");
    }

    private static string Account(string login) => $"/settings/accounts/{TestOffice.PersonOf(login)}";
}
