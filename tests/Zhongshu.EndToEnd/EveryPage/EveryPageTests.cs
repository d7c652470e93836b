using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.EndToEnd.Support;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Access;

namespace Zhongshu.EndToEnd.EveryPage;

/// Every page of the house, opened by somebody who may, on an office PC and on a phone.
public sealed class EveryPageTests
{
    /// In the order in which a page's visitor is sought; the desks of the first eight are all looked at.
    private static readonly string[] Visitors = ["director", "registry", "leader1", "head2", "secretary", "archivist", "sysadmin", "secadmin", "auditor", "supervision", "meetings", "duty", "security", "assets"];

    /// Pages in one window, and windows side by side: what one waits for, the other computes.
    private const int AtOneVisit = 20;
    private const int Windows = 2;

    [BrowserFact]
    public async Task No_page_overflows_a_phone_or_fails_the_accessibility_rules_or_logs_an_error()
    {
        await using var site = await Site.OpenAsync();
        var code = await FurnishAsync(site);
        var pages = await PagesAsync(site, code);
        pages.Sum(p => p.Value.Count).ShouldBeGreaterThan(40);
        var stranger = await site.StrangerAsync();
        var faults = new ConcurrentBag<string>(await LookAsync(stranger, "/sign-in", "sign-in"));
        var walks = pages.SelectMany(p => p.Value.Chunk(AtOneVisit).Select(paths => (Login: p.Key, Paths: paths)));
        await Parallel.ForEachAsync(walks, new ParallelOptions { MaxDegreeOfParallelism = Windows }, async (walk, _) =>
        {
            foreach (var fault in await WalkAsync(site, walk.Login, walk.Paths)) faults.Add(fault);
        });
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private static async Task<List<string>> WalkAsync(Site site, string login, string[] paths)
    {
        var visitor = await site.SignInAsync(login);
        var faults = new List<string>();
        foreach (var path in paths) faults.AddRange(await LookAsync(visitor, path, NameOf(path, login)));
        faults.AddRange(visitor.Errors);
        await visitor.Page.Context.CloseAsync();
        return faults;
    }

    private static async Task<List<string>> LookAsync(Visitor visitor, string path, string name)
    {
        var faults = new List<string>();
        await visitor.GoAsync(path);
        // The page as a phone shows it is the one that is examined; the desks, with the menu beside them, are examined wide too.
        if (path == "/") faults.AddRange((await Axe.LookAsync(visitor.Page)).Select(v => $"{name}: {v}"));
        foreach (var screen in new[] { Screens.Wide, Screens.Phone })
        {
            await Screens.TakeAsync(visitor.Page, name, screen);
            var over = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) faults.Add($"{path} at {screen.Width}: {over} px too wide");
        }

        faults.AddRange((await Axe.LookAsync(visitor.Page)).Select(v => $"{path}: {v}"));
        return faults;
    }

    /// Each page of the routes with its parameters filled in, under the first visitor who may open it; and the desk of everybody with a menu of their own.
    private static async Task<Dictionary<string, List<string>>> PagesAsync(Site site, string code)
    {
        var actors = new List<(string Login, Actor Actor)>();
        foreach (var login in Visitors) actors.Add((login, (await site.ActorAsync(login)).ShouldNotBeNull()));
        var pages = Visitors.Take(8).ToDictionary(v => v, _ => new List<string> { "/" }, StringComparer.Ordinal);
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal))
        {
            if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null || endpoint.Metadata.GetMetadata<RequiresAttribute>() is not { } requires) continue;
            var path = Fill(endpoint.RoutePattern.RawText!, code);
            if (path is "/" or "/not-found") continue;
            var visitor = actors.First(a => requires.Admits(a.Actor)).Login;
            if (!pages.TryGetValue(visitor, out var list)) pages[visitor] = list = [];
            if (!list.Contains(path, StringComparer.Ordinal)) list.Add(path);
        }

        return pages;
    }

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

    private static string NameOf(string path, string login) => path == "/" ? $"desk-{login}" : string.Join('-', path.Trim('/').Split('/').Select(p => p.Length > 0 && char.IsAsciiDigit(p[0]) ? "one" : p));

    /// A dozen documents of different urgency, so that lists have rows; returns the code of one.
    private static async Task<string> FurnishAsync(Site site)
    {
        string[] about = ["关于做好老旧小区改造资金预算工作的通知", "关于解决农村公路养护经费的请示", "关于清溪流域防汛抗旱有关情况的报告", "关于征求校园食品安全管理办法意见的函", "关于开展养老服务专项检查的通知", "关于下达高标准农田建设年度计划的通知"];
        var code = "";
        for (var i = 0; i < about.Length; i++)
        {
            var form = new RegisterForm { Title = $"云岭市财政局{about[i]}", Sender = "云岭市财政局", DocumentNumber = $"云财〔2026〕{i + 1}号", Urgency = (Platform.Matters.Urgency)(i % 3) };
            code = await site.AsAsync("registry", async s =>
            {
                var document = await s.GetRequiredService<RegisterDocument>().RunAsync(form, default);
                var office = s.GetRequiredService<Platform.Hosting.Office>();
                return (await office.Db.Set<Platform.Matters.Matter>().FindAsync(document.Value.MatterId))!.Code;
            });
        }

        return code;
    }
}
