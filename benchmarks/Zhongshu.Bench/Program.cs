using System.Text.Json;
using Zhongshu.Bench;

// ./bench NAME…: one JSON line a figure. Run in Release; the folder of the data keeps what steps and http add to it.
var arguments = BenchArguments.Read(args);
Dictionary<string, Func<BenchArguments, IAsyncEnumerable<Figure>>> scenarios = new(StringComparer.Ordinal)
{
    ["flow"] = FlowScenario.RunAsync,
    ["steps"] = StepsScenario.RunAsync,
    ["http"] = HttpScenario.RunAsync,
    ["supervision"] = SupervisionScenario.RunAsync,
    ["pages"] = PagesScenario.RunAsync,
    ["start"] = StartScenario.RunAsync,
    ["seed"] = SeedScenario.RunAsync,
    ["proofing"] = ProofingScenario.RunAsync,
    ["typesetting"] = TypesettingScenario.RunAsync,
};
if (arguments.Names.Count == 0 || arguments.Names.Any(n => !scenarios.ContainsKey(n)))
{
    await Console.Error.WriteLineAsync($"用法：./bench {string.Join('|', scenarios.Keys)} … [--data 目录] [--db 连接] [--matters 件数,件数] [--clients 并发数] [--seconds 秒]");
    return 2;
}

foreach (var name in arguments.Names)
    await foreach (var figure in scenarios[name](arguments))
        Console.WriteLine(JsonSerializer.Serialize(figure, Figure.Json));
return 0;
