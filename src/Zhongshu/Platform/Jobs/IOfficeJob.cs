namespace Zhongshu.Platform.Jobs;

/// Work that happens because of time: an interval, and an action that can be run again without harm. Returns how many things it handled.
internal interface IOfficeJob
{
    static abstract string Name { get; }

    static abstract TimeSpan Every { get; }

    Task<int> RunAsync(CancellationToken cancel);
}
