using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.CommandLine;
using Zhongshu.Demo;
using Zhongshu.Demo.Seeding;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Bench;

/// Whole lives of documents through the application layer: registered, then every act by its holder; a step counts when its commit lies on the disk.
internal static class StepsScenario
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var lives = await Script.PlayAsync();
        var folder = arguments.Data ?? Directory.CreateTempSubdirectory("zs-bench-").FullName;
        await using (var office = await OpenOffice.PreparedAsync(new OfficeSettings { DataFolder = Path.GetFullPath(folder) }))
        {
            var actors = await ActorsAsync(office, lives);
            var load = new Load(arguments.Clients, arguments.Time);
            foreach (var figure in await load.MeasureAsync("steps", client => LiveAsync(office, actors, lives, load, client), () => Process.GetCurrentProcess().TotalProcessorTime)) yield return figure;
        }

        if (arguments.Data is null) Directory.Delete(folder, recursive: true);
    }

    private static async Task<Dictionary<long, Actor>> ActorsAsync(OpenOffice office, IReadOnlyList<IReadOnlyList<PlayedAct>> lives)
    {
        var actors = new Dictionary<long, Actor>();
        foreach (var person in lives.SelectMany(l => l).Select(a => a.PersonId).Append(Registry).Distinct())
            actors.Add(person, (await office.Get<AccessShelf>().ActorAsync(person, 0, default))!);
        return actors;
    }

    private static async Task LiveAsync(OpenOffice office, Dictionary<long, Actor> actors, IReadOnlyList<IReadOnlyList<PlayedAct>> lives, Load load, int client)
    {
        for (var life = client; !load.Over; life++)
        {
            string code;
            await using (var scope = office.Scope(actors[Registry]))
                code = (await scope.ServiceProvider.GetRequiredService<RegisterDocument>().RunAsync(Paper(client, life), null, default)).Value;
            load.Step();
            foreach (var act in lives[life % lives.Count])
            {
                if (load.Over) return;
                await using var scope = office.Scope(actors[act.PersonId]);
                var outcome = await scope.ServiceProvider.GetRequiredService<ActOnMatter>().RunAsync(code, act.Form, default);
                if (!outcome.Succeeded) throw new InvalidOperationException(outcome.Refusal.Message);
                load.Step();
            }
        }
    }

    public static long Registry { get; } = DemoOffice.Present.Accounts.First(a => a.Login == "registry").PersonId;

    private static RegisterForm Paper(int client, int life) => new()
    {
        Title = "关于做好今冬明春防汛抗旱准备工作的通知",
        Sender = "岚川省水利厅",
        DocumentNumber = $"岚水发〔2026〕{client}-{life}-{Environment.TickCount64}号",
        Pages = 6,
    };
}
