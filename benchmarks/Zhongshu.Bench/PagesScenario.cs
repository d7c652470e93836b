using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.CommandLine;
using Zhongshu.Demo;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Search;

namespace Zhongshu.Bench;

/// The ledger, the desk and search on seeded folders, as the registry, the director, a leader and an ordinary official see them:
/// what the page asks of the database, and the whole page over HTTP.
internal static class PagesScenario
{
    private const int Times = 60;
    private const int WarmUp = 15;
    private static readonly string[] Logins = ["registry", "director", "leader2", "handler2"];
    private static readonly string[] States = ["all", "open", "closed", "overdue"];
    private static readonly string[] Words = ["防汛抗旱", "乡村振兴", "老旧小区改造 资金", "通知", "青禾县", "来文单位:水利厅"];

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        foreach (var folder in await arguments.FoldersAsync())
        {
            var persons = DemoOffice.Present.Accounts.Where(a => Logins.Contains(a.Login, StringComparer.Ordinal)).ToDictionary(a => a.Login, a => a.PersonId, StringComparer.Ordinal);
            var tokens = await Tokens.MakeAsync(folder, persons.Values);
            await foreach (var figure in QueriesAsync(folder, persons.Keys)) yield return figure;
            using var site = await Site.StartAsync(arguments.Program, folder);
            foreach (var (login, person) in persons)
            {
                foreach (var state in States)
                    foreach (var f in Figure.Times("pages", $"http {login} ledger {state}", await TimeAsync(_ => VisitAsync(site, $"/incoming?state={state}", tokens[person])))) yield return f;
                foreach (var f in Figure.Times("pages", $"http {login} desk", await TimeAsync(_ => VisitAsync(site, "/", tokens[person])))) yield return f;
                foreach (var f in Figure.Times("pages", $"http {login} search", await TimeAsync(i => VisitAsync(site, "/search?q=" + Uri.EscapeDataString(Words[i % Words.Length]), tokens[person])))) yield return f;
            }
        }
    }

    private static async IAsyncEnumerable<Figure> QueriesAsync(string folder, IEnumerable<string> logins)
    {
        await using var house = await OpenOffice.PreparedAsync(new OfficeSettings { DataFolder = folder });
        await using (var counting = house.Scope())
            yield return new("pages", "matters", await counting.ServiceProvider.GetRequiredService<OfficeDb>().Set<Matter>().CountAsync(), "");
        foreach (var login in logins)
        {
            var actor = (await house.ActorAsync(login)).Value;
            Task<List<TimeSpan>> AskAsync(Func<Office, int, Task> ask) => TimeAsync(async i =>
            {
                await using var scope = house.Scope(actor);
                await ask(scope.ServiceProvider.GetRequiredService<Office>(), i);
            });

            foreach (var state in States)
                foreach (var f in Figure.Times("pages", $"{login} ledger {state}", await AskAsync((o, _) => LedgerQuery.PageAsync(o, new LedgerFilter { State = state }, LedgerFilter.PageSize, default)))) yield return f;
            foreach (var f in Figure.Times("pages", $"{login} desk", await AskAsync((o, _) => DeskView.ReadAsync(o, default)))) yield return f;
            foreach (var f in Figure.Times("pages", $"{login} search", await AskAsync((o, i) => SearchQuery.FindAsync(o, SearchAsk.Read(Words[i % Words.Length]), null, 20, default)))) yield return f;
        }
    }

    private static async Task VisitAsync(Site site, string path, string token)
    {
        using var answer = await site.GetAsync(path, token);
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<List<TimeSpan>> TimeAsync(Func<int, Task> visit)
    {
        var times = new List<TimeSpan>();
        for (var i = -WarmUp; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await visit(Math.Max(0, i));
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started));
        }

        return times;
    }
}
