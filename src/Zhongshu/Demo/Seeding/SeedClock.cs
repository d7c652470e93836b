namespace Zhongshu.Demo.Seeding;

/// The clock of the plays: it stands until it is moved.
internal sealed class SeedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void Set(DateTimeOffset to) => _now = to;

    public void Pass(TimeSpan time) => _now += time;
}
