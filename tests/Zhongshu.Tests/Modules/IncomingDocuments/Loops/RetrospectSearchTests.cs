using AngleSharp.Html.Dom;
using System.Net;
using Zhongshu.Tests.BadInput;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Loops;

/// What went wrong with several documents, in one list that is searched before rules are amended.
public sealed class RetrospectSearchTests
{
    [Fact]
    [Trait("req", "M16-A21")]
    [Trait("req", "M16-A24")]
    public async Task Findings_of_all_documents_stand_in_one_list_and_are_found_by_problem_cause_or_measure()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        await NoteAsync(director, await EveryPage.RegisterAsync(office, "关于防汛的请示"), "批示三天后才分到科室", "没有当日转办");
        await NoteAsync(director, await EveryPage.RegisterAsync(office, "关于供暖的请示"), "答复口径不一致", "会办没有盯办");

        (await RowsAsync(director, "")).Count.ShouldBe(2);
        (await RowsAsync(director, "口径")).ShouldHaveSingleItem().ShouldContain("关于供暖的请示");
        (await RowsAsync(director, "当日转办")).ShouldHaveSingleItem().ShouldContain("关于防汛的请示");
        (await RowsAsync(director, "印章")).ShouldBeEmpty();
    }

    private static async Task NoteAsync(TestBrowser director, string code, string problem, string cause)
    {
        var path = $"/incoming/{code}/retrospect";
        var form = EveryPage.FormsOf(await director.GetAsync(path)).First();
        var fields = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement).Select(e => e.GetAttribute("name")!)
            .Distinct(StringComparer.Ordinal).Select(name => (name, Value(form, name, problem, cause)));
        (await director.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, [.. fields])).Status.ShouldBe(HttpStatusCode.Found);
    }

    private static string Value(IHtmlFormElement form, string name, string problem, string cause) => form.Elements.First(e => e.GetAttribute("name") == name) switch
    {
        _ when name.EndsWith("roblem", StringComparison.Ordinal) => problem,
        _ when name.EndsWith("ause", StringComparison.Ordinal) => cause,
        IHtmlSelectElement select => select.Options[select.Options.Length - 1].Value,
        IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
        _ => "建立登记",
    };

    private static async Task<IReadOnlyList<string>> RowsAsync(TestBrowser director, string words) =>
        [.. (await director.GetAsync("/incoming/retrospects?q=" + Uri.EscapeDataString(words))).Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent)];
}
