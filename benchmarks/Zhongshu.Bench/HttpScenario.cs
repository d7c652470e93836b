using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Demo.Seeding;

namespace Zhongshu.Bench;

/// The same lives over the REST API of a site in a process of its own: token, JSON, access, flow, commit on the disk.
internal static class HttpScenario
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var lives = await Script.PlayAsync();
        var folder = arguments.Data ?? Directory.CreateTempSubdirectory("zs-bench-").FullName;
        var tokens = await Tokens.MakeAsync(folder, lives.SelectMany(l => l).Select(a => a.PersonId).Append(StepsScenario.Registry));
        using (var site = await Site.StartAsync(arguments.Program, folder))
        {
            var load = new Load(arguments.Clients, arguments.Time);
            foreach (var figure in await load.MeasureAsync("http", client => LiveAsync(site, tokens, lives, load, client), () => site.ProcessorTime)) yield return figure;
            yield return new("http", "resident memory of the site afterwards", site.ResidentMegabytes, "MB");
        }

        if (arguments.Data is null) Directory.Delete(folder, recursive: true);
    }

    private static async Task LiveAsync(Site site, IReadOnlyDictionary<long, string> tokens, IReadOnlyList<IReadOnlyList<PlayedAct>> lives, Load load, int client)
    {
        for (var life = client; !load.Over; life++)
        {
            var paper = new { Title = "关于做好今冬明春防汛抗旱准备工作的通知", Sender = "岚川省水利厅", DocumentNumber = $"岚水发〔2026〕{client}-{life}-{Environment.TickCount64}号", Pages = 6 };
            using var made = await site.PostAsync("/api/v1/incoming", tokens[StepsScenario.Registry], paper);
            var code = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
            load.Step();
            foreach (var act in lives[life % lives.Count])
            {
                if (load.Over) return;
                (await site.PostAsync($"/api/v1/matters/{code}/acts", tokens[act.PersonId], act.Form)).Dispose();
                load.Step();
            }
        }
    }
}
