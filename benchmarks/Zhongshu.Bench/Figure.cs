using System.Text.Json;

namespace Zhongshu.Bench;

/// One measured figure.
internal sealed record Figure(string Scenario, string Name, double Value, string Unit)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// Median and p95 of times in milliseconds.
    public static IEnumerable<Figure> Times(string scenario, string name, IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToList();
        yield return new(scenario, $"{name} median", Math.Round(sorted[sorted.Count / 2], 2), "ms");
        yield return new(scenario, $"{name} p95", Math.Round(sorted[Math.Min(sorted.Count - 1, sorted.Count * 95 / 100)], 2), "ms");
    }

    /// Rates of several windows: the machine may be shared, so the best and the median both say something.
    public static IEnumerable<Figure> Rates(string scenario, string name, IReadOnlyList<double> windows)
    {
        var sorted = windows.Order().ToList();
        yield return new(scenario, $"{name}, best of {windows.Count} windows", Math.Round(sorted[^1], 1), "1/s");
        yield return new(scenario, $"{name}, median of {windows.Count} windows", Math.Round(sorted[sorted.Count / 2], 1), "1/s");
    }
}
