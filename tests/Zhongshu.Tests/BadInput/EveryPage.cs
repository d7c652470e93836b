using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Platform.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// Every page of the running house with somebody who may open it: the office first, the administrators last, since what they change others feel.
internal static class EveryPage
{
    private static readonly string[] Visitors = ["director", "registry", "leader1", "head2", "secretary", "archivist", "supervision", "meetings", "duty", "security", "assets", "bureau", "county", "auditor", "secadmin", "sysadmin"];

    public static async Task<IReadOnlyList<(string Login, string Path, Type Component)>> OfAsync(TestOffice office, string code)
    {
        var actors = new List<(string Login, Actor Actor)>();
        foreach (var login in Visitors) actors.Add((login, await office.ActAsAsync(login, o => Task.FromResult(o.Actor))));
        return
        [
            .. office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.Metadata.GetMetadata<RequiresAttribute>() is not null)
                .DistinctBy(e => e.RoutePattern.RawText, StringComparer.Ordinal)
                .Select(e => (actors.FindIndex(a => e.Metadata.GetMetadata<RequiresAttribute>()!.Admits(a.Actor)), Path: Fill(e.RoutePattern.RawText!, code), e.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type))
                .OrderBy(e => e.Item1).ThenBy(e => e.Path, StringComparer.Ordinal).Select(e => (actors[e.Item1].Login, e.Path, e.Type)),
        ];
    }

    /// A document that lies with the director, whose code the pages of one matter are opened with.
    public static async Task<string> RegisterAsync(TestOffice office, string title = "关于拨付防汛资金的请示")
    {
        var registry = await office.TokenAsync("registry");
        using var answer = await registry.PostAsJsonAsync(new Uri("/api/v1/incoming/", UriKind.Relative), new { kind = "request", title, sender = "青禾县人民政府", documentNumber = $"青政〔2026〕{title.Sum(c => c) % 900 + 1}号", pages = 6 });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    /// The forms of the page itself that ask for something; those of the frame (sign out, large text) are the same everywhere.
    public static IEnumerable<IHtmlFormElement> FormsOf(Answer page) =>
        page.Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => f.Method == "post" && f.Elements.Any(IsAsked));

    public static bool IsAsked(AngleSharp.Dom.IElement field) => field is IHtmlTextAreaElement or IHtmlSelectElement or IHtmlInputElement { Type: not ("hidden" or "submit" or "button" or "checkbox" or "radio" or "file") };

    /// Something in Chinese that a person can act on.
    public static bool Speaks(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static string Fill(string pattern, string code)
    {
        var id = pattern switch
        {
            _ when pattern.Contains("/units/", StringComparison.Ordinal) => "13",
            _ when pattern.Contains("/posts/", StringComparison.Ordinal) => "120",
            _ when pattern.Contains("/people/", StringComparison.Ordinal) || pattern.Contains("/handover/", StringComparison.Ordinal) || pattern.Contains("/accounts/", StringComparison.Ordinal) => "20",
            _ => "1",
        };
        return "/" + string.Join('/', pattern.Trim('/').Split('/').Select(part => !part.StartsWith('{') ? part : part == "{Code}" ? code : id));
    }
}
