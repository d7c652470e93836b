namespace Zhongshu.Platform.Jobs;

/// Work that happens because of time: a name, when, and an action that can be run again without harm.
internal abstract record OfficeJob(string Name, TimeSpan Every)
{
    /// One line for the page of jobs.
    public string Purpose { get; init; } = "";

    /// Once a day at this time in China, instead of the interval.
    public TimeOnly? DailyAt { get; init; }

    /// Tells how many things it handled.
    public abstract Task<int> RunAsync(IServiceProvider scope, CancellationToken cancel);

    /// Whether it should have run by now and has not.
    public bool IsMissed(DateTimeOffset? lastStart, DateTimeOffset now) => lastStart is not { } last || NextAfter(last) <= now;

    /// The first time it is due after a run.
    public DateTimeOffset NextAfter(DateTimeOffset start)
    {
        if (DailyAt is not { } time) return start + Every;
        var today = new DateTimeOffset(OfficeDay.Of(start).ToDateTime(time), OfficeDay.Offset);
        return today > start ? today : today.AddDays(1);
    }

    public string When => DailyAt is { } time ? $"每日{time:H:mm}" : Every switch
    {
        { TotalSeconds: < 60 } => $"每{Every.TotalSeconds:0}秒",
        { TotalMinutes: < 60 } => $"每{Every.TotalMinutes:0}分钟",
        _ => $"每{Every.TotalHours:0}小时",
    };
}

internal sealed record OfficeJob<TJob>(string Name, TimeSpan Every, Func<TJob, CancellationToken, Task<int>> Run) : OfficeJob(Name, Every) where TJob : class
{
    public override Task<int> RunAsync(IServiceProvider scope, CancellationToken cancel) => Run(scope.GetRequiredService<TJob>(), cancel);
}
