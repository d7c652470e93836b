using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Demo;

namespace Zhongshu.Bench;

/// 督查督办 over HTTP, four clients beside it on the same cores: lives of items (six requests: made; sent, received, chased, fed back; closed), the board, an item, a Chinese word.
/// On a folder or a database that holds items: how many, and what the whole of them costs: the sweep of lights and chases, and a circular over thousands of items.
internal static class SupervisionScenario
{
    private const int Visits = 100;
    private const int WarmUp = 800;
    private const int InCircular = 5000;
    private static readonly string[] Words = ["老旧小区改造", "配套资金", "按期开工"];

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var folder = arguments.Data ?? Directory.CreateTempSubdirectory("zs-bench-").FullName;
        var (officer, unit) = (PersonOf("supervision"), PersonOf("bureau"));
        var tokens = await Tokens.MakeAsync(folder, [officer, unit], arguments.Connection);
        var circular = await SupervisionWhole.CircularAsync(folder, arguments.Connection, InCircular);
        if (circular is not null) await foreach (var figure in SupervisionWhole.SweepAsync(folder, arguments.Connection)) yield return figure;
        using (var site = await Site.StartAsync(arguments.Program, folder, arguments.Connection))
        {
            var codes = new string[arguments.Clients];
            var load = new Load(arguments.Clients, arguments.Time, arguments.WarmUp);
            foreach (var figure in await load.MeasureAsync("supervision", client => LiveAsync(site, (tokens[officer], tokens[unit]), load, client, codes), () => site.ProcessorTime))
                yield return figure with { Name = figure.Name.Replace("durable steps", "lives of an item", StringComparison.Ordinal) };
            (string Name, Func<int, string> Path)[] pages =
            [
                ("board", _ => "/supervision"), ("item", i => "/supervision/" + codes[i % codes.Length]), ("search", i => "/search?q=" + Uri.EscapeDataString(Words[i % Words.Length])),
            ];
            foreach (var (name, path) in pages)
            {
                var before = site.ProcessorTime;
                foreach (var figure in Figure.Times("supervision", $"{name}, {arguments.Clients} clients", await VisitAsync(arguments.Clients, i => site.GetAsync(path(i), tokens[officer])))) yield return figure;
                yield return new("supervision", $"{name}, processor time", Math.Round((site.ProcessorTime - before).TotalMilliseconds / (arguments.Clients * (Visits + WarmUp)), 2), "ms");
            }

            if (circular is var (items, period))
            {
                var started = Stopwatch.GetTimestamp();
                using var paper = await site.GetAsync("/supervision/reports/circular.docx?" + period, tokens[officer]);
                var bytes = await paper.Content.ReadAsByteArrayAsync();
                yield return new("supervision", $"circular over {items} items", Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2), "s");
                yield return new("supervision", "size of the circular", Math.Round(bytes.Length / 1024.0), "KB");
            }

            yield return new("supervision", "resident memory of the site afterwards", site.ResidentMegabytes, "MB");
        }

        if (arguments.Data is null) Directory.Delete(folder, recursive: true);
    }

    private static async Task LiveAsync(Site site, (string Officer, string Unit) tokens, Load load, int client, string[] codes)
    {
        while (!load.Over)
        {
            var task = new { Title = "推进老旧小区改造", Measure = "改造小区12个", Lead = "市发展改革委" };
            using var made = await site.PostAsync("/api/v1/supervision", tokens.Officer, new { Title = $"加快老旧小区改造进度（{Guid.NewGuid():N}）", Source = "meeting", Origin = "市政府常务会议", DespiteLikeness = true, Limit = "complex", Tasks = new[] { task } });
            var code = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
            (await site.PostAsync($"/api/v1/supervision/{code}/send", tokens.Officer, new { })).Dispose();
            foreach (var (token, act) in Course(tokens)) (await site.PostAsync($"/api/v1/supervision/{code}/tasks/1/acts", token, act)).Dispose();
            codes[client] = code;
            load.Step();
        }
    }

    private static IEnumerable<(string Token, object Act)> Course((string Officer, string Unit) tokens)
    {
        var evidence = new[] { new { Kind = "figures", Text = "工作台账" } };
        yield return (tokens.Unit, new { Verb = "Receive" });
        yield return (tokens.Officer, new { Verb = "Chase", Reason = "请按时间表推进。" });
        yield return (tokens.Unit, new { Verb = "Feed", Reason = "12个小区全部改造完成，已通过验收。", Progress = 100, IsFinal = true, Evidence = evidence });
        yield return (tokens.Officer, new { Verb = "Close", Reason = "已核对台账，情况属实。", Ways = new[] { "papers" } });
    }

    private static async Task<List<TimeSpan>> VisitAsync(int clients, Func<int, Task<HttpResponseMessage>> visit)
    {
        var times = new List<TimeSpan>[clients];
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            times[client] = [];
            for (var i = -WarmUp; i < Visits; i++)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await visit(client + Math.Max(0, i));
                await answer.Content.ReadAsByteArrayAsync();
                if (i >= 0) times[client].Add(Stopwatch.GetElapsedTime(started));
            }
        })));
        return [.. times.SelectMany(t => t)];
    }

    private static long PersonOf(string login) => DemoOffice.Present.Accounts.First(a => a.Login == login).PersonId;
}
