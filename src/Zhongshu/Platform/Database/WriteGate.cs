namespace Zhongshu.Platform.Database;

/// SQLite has one writer at a time: writers of this process queue here in order instead of polling the file's lock.
/// PostgreSQL needs no gate.
internal sealed class WriteGate(bool serialise) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        if (!serialise) return null;
        await _one.WaitAsync(cancel);
        return new Pass(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) one.Release();
        }
    }
}
