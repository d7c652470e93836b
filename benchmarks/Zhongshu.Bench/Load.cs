using System.Diagnostics;

namespace Zhongshu.Bench;

/// Several clients, each with one life after the other, for a number of windows after a warm-up.
internal sealed class Load(int clients, TimeSpan time, int warmUp = 20_000)
{
    private const int Windows = 5;
    private long _steps;
    private volatile bool _over;

    /// Called by a client after each acknowledged step.
    public void Step() => Interlocked.Increment(ref _steps);

    public bool Over => _over;

    /// The figures of a load: steps a second, and processor time a step.
    public async Task<IReadOnlyList<Figure>> MeasureAsync(string scenario, Func<int, Task> client, Func<TimeSpan> processor)
    {
        var running = Enumerable.Range(0, clients).Select(i => Task.Run(() => client(i))).ToArray();
        await WarmAsync(running);
        var rates = new List<double>();
        var (cpu, from) = (processor(), Interlocked.Read(ref _steps));
        for (var w = 0; w < Windows; w++)
        {
            var (started, before) = (Stopwatch.GetTimestamp(), Interlocked.Read(ref _steps));
            await Task.WhenAny(Task.Delay(time / Windows), Task.WhenAll(running));
            rates.Add((Interlocked.Read(ref _steps) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var (spent, steps) = (processor() - cpu, Interlocked.Read(ref _steps) - from);
        _over = true;
        await Task.WhenAll(running);
        return
        [
            .. Figure.Rates(scenario, $"durable steps, {clients} clients", rates),
            new(scenario, "processor time a step", Math.Round(spent.TotalMilliseconds / steps, 3), "ms"),
            new(scenario, "steps measured", steps, ""),
        ];
    }

    // Until the program is compiled as far as it will be.
    private async Task WarmAsync(Task[] running)
    {
        while (Interlocked.Read(ref _steps) < warmUp && !running.Any(r => r.IsFaulted)) await Task.Delay(100);
        if (running.FirstOrDefault(r => r.IsFaulted) is { } failed) await failed;
    }
}
