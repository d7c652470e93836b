using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.CommandLine;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Search;

namespace Zhongshu.Bench;

/// What the pages ask of the database, on a folder that seed made: the ledger, the desk and search, as the registry and as a leader see them.
internal static class PagesScenario
{
    private const int Times = 60;
    private const int WarmUp = 10;
    private static readonly string[] Words = ["防汛抗旱", "乡村振兴", "老旧小区改造 资金", "通知", "青禾县", "来文单位:水利厅"];

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        await using var office = await OpenOffice.PreparedAsync(new OfficeSettings { DataFolder = Path.GetFullPath(arguments.Data) });
        await using (var counting = office.Scope())
            yield return new("pages", "matters", await counting.ServiceProvider.GetRequiredService<OfficeDb>().Set<Matter>().CountAsync(), "");
        foreach (var login in new[] { "registry", "director", "leader2" })
        {
            var actor = (await office.ActorAsync(login)).Value;
            async Task<List<TimeSpan>> TimeAsync(Func<Office, int, Task> ask)
            {
                var times = new List<TimeSpan>();
                for (var i = -WarmUp; i < Times; i++)
                {
                    await using var scope = office.Scope(actor);
                    var started = Stopwatch.GetTimestamp();
                    await ask(scope.ServiceProvider.GetRequiredService<Office>(), Math.Max(0, i));
                    if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started));
                }

                return times;
            }

            string[] states = ["all", "open", "closed", "overdue"];
            foreach (var state in states)
                foreach (var f in Figure.Times("pages", $"{login} ledger {state}", await TimeAsync((o, _) => LedgerQuery.PageAsync(o, new LedgerFilter { State = state }, LedgerFilter.PageSize, default)))) yield return f;
            foreach (var f in Figure.Times("pages", $"{login} desk", await TimeAsync((o, _) => DeskView.ReadAsync(o, default)))) yield return f;
            foreach (var f in Figure.Times("pages", $"{login} search", await TimeAsync((o, i) => SearchQuery.FindAsync(o, SearchAsk.Read(Words[i % Words.Length]), null, 20, default)))) yield return f;
        }
    }
}
