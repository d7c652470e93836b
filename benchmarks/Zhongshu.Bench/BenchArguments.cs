using System.Globalization;
using System.Text.Json;

namespace Zhongshu.Bench;

internal sealed record BenchArguments(IReadOnlyList<string> Names, string Data, string Program, TimeSpan Time)
{
    public static BenchArguments Read(string[] args)
    {
        string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
        var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var seconds = int.TryParse(Value("--seconds"), CultureInfo.InvariantCulture, out var s) ? s : 10;
        return new(names, Value("--data") ?? "data", Value("--program") ?? Path.Combine("artifacts", "app", "Zhongshu.dll"), TimeSpan.FromSeconds(seconds));
    }
}

/// One measured figure.
internal sealed record Figure(string Scenario, string Name, double Value, string Unit)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// Median and p95 of times in milliseconds.
    public static IEnumerable<Figure> Times(string scenario, string name, IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToList();
        yield return new(scenario, $"{name} median", Math.Round(sorted[sorted.Count / 2], 2), "ms");
        yield return new(scenario, $"{name} p95", Math.Round(sorted[Math.Min(sorted.Count - 1, sorted.Count * 95 / 100)], 2), "ms");
    }
}
