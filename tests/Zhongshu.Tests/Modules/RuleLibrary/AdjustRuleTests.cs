using AngleSharp.Html.Dom;
using System.Net;
using System.Net.Http.Headers;
using Zhongshu.Tests.BadInput;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.RuleLibrary;

/// 制度库 as the director keeps it: what is changed on the page holds at once and stands there with its author and reason.
public sealed class AdjustRuleTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M16-A20")]
    public async Task a_figure_is_changed_with_a_reason_and_the_change_stands_beside_it_and_on_the_auditors_trail()
    {
        var director = await _office.SignedInAsAsync("director");
        (await AdjustAsync(director, "deadlines.chase-pause", "6个工作小时", "")).Text.ShouldContain("理由");
        (await AdjustAsync(director, "deadlines.chase-pause", "过一阵", "催得太勤")).Text.ShouldContain("过一阵");

        (await AdjustAsync(director, "deadlines.chase-pause", "6个工作小时", "科室反映催得太勤")).Status.ShouldBe(HttpStatusCode.Found);

        var row = (await director.GetAsync("/rules")).Page.QuerySelector("tr[id='deadlines.chase-pause']")!.TextContent;
        row.ShouldContain("6个工作小时");
        row.ShouldContain("原为4个工作小时");
        row.ShouldContain("科室反映催得太勤");
        (await (await _office.SignedInAsAsync("auditor")).GetAsync("/settings/trail")).Text.ShouldContain("科室反映催得太勤");
    }

    [Fact]
    [Trait("req", "M16-B20")]
    public async Task the_handbook_of_a_step_is_written_in_the_library_and_shown_with_the_steps_of_the_flow()
    {
        var director = await _office.SignedInAsAsync("director");
        var written = FormOf(await director.GetAsync("/rules?adjust=incoming.step-duties")).Elements.OfType<IHtmlTextAreaElement>().Single().Value;
        var lines = written.Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains("proposed-handling", StringComparison.Ordinal));
        lines[at] = System.Text.RegularExpressions.Regex.Replace(lines[at], "demand: \"[^\"]*\"", "demand: \"先查前案，再写拟办\"");

        (await AdjustAsync(director, "incoming.step-duties", string.Join('\n', lines), "写入办公室手册")).Status.ShouldBe(HttpStatusCode.Found);

        (await (await _office.SignedInAsAsync("handler2")).GetAsync("/incoming/steps")).Text.ShouldContain("先查前案，再写拟办");
    }

    [Fact]
    [Trait("req", "M16-A13")]
    public async Task the_rules_of_documents_supervision_and_archives_stand_in_the_library_under_their_names()
    {
        var page = (await (await _office.SignedInAsAsync("handler2")).GetAsync("/rules")).Page;

        page.QuerySelectorAll(".rule-group h2").Select(h => h.TextContent).Where(t => !EveryPage.Speaks(t)).ShouldBeEmpty();
        foreach (var (group, rule) in new[] { ("收文", "incoming.step-duties"), ("督查督办", "supervision.phases"), ("归档与保管期限", "archives.retention-criteria") })
            page.QuerySelectorAll(".rule-group").Single(g => g.QuerySelector("h2")!.TextContent == group).QuerySelector($"tr[id='{rule}']").ShouldNotBeNull(rule);
    }

    [Fact]
    public async Task a_file_over_the_units_limit_is_refused_on_the_registration_page_and_nothing_is_kept()
    {
        (await AdjustAsync(await _office.SignedInAsAsync("director"), "files.largest", "1", "网络较慢")).Status.ShouldBe(HttpStatusCode.Found);
        var registry = await _office.TokenAsync("registry");
        using var file = new ByteArrayContent(new byte[(1 << 20) + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        using var content = new MultipartFormDataContent { { file, "file", "大.txt" } };

        using var answer = await registry.PostAsync(new Uri("/api/v1/incoming/read", UriKind.Relative), content);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("1 MB");
        (await _office.ActAsAsync(null, o => Task.FromResult(o.Db.Set<Zhongshu.Platform.Files.UploadedFile>().Count()))).ShouldBe(0);
    }

    [Theory]
    [InlineData("accounts.lockout-attempts", "4")]
    [InlineData("access.roles", "- {id: office-director, word: 办公室主任, permissions: [matters.read-own, archive.file]}")]
    public async Task what_guards_accounts_and_what_roles_may_is_the_security_administrators_to_adjust(string rule, string figure)
    {
        var director = await _office.SignedInAsAsync("director");
        EveryPage.FormsOf(await director.GetAsync($"/rules?adjust={rule}")).ShouldBeEmpty();
        var hidden = FormOf(await director.GetAsync("/rules?adjust=deadlines.chase-pause")).Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden" && i.Name != "Input.Rule").Select(i => (i.Name!, i.Value));

        var refused = await director.PostAsync("/rules?adjust=deadlines.chase-pause", [.. hidden, ("Input.Rule", rule), ("Input.Figure", figure), ("Input.Reason", "方便")]);

        refused.Text.ShouldContain("调整账号和授权规则");
        if (rule == "accounts.lockout-attempts") (await AdjustAsync(await _office.SignedInAsAsync("secadmin"), rule, figure, "从严")).Status.ShouldBe(HttpStatusCode.Found);
        else FormOf(await (await _office.SignedInAsAsync("secadmin")).GetAsync($"/rules?adjust={rule}")).ShouldNotBeNull();
    }

    private static IHtmlFormElement FormOf(Answer page) => EveryPage.FormsOf(page).Single();

    private static async Task<Answer> AdjustAsync(TestBrowser director, string rule, string figure, string reason)
    {
        var path = $"/rules?adjust={rule}";
        var hidden = FormOf(await director.GetAsync(path)).Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden").Select(i => (i.Name!, i.Value));
        return await director.PostAsync(path, [.. hidden, ("Input.Figure", figure), ("Input.Reason", reason)]);
    }
}
