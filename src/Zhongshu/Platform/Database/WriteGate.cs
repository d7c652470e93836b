namespace Zhongshu.Platform.Database;

/// SQLite has one writer at a time: writers of this process queue here in order instead of polling the file's lock.
/// They leave the gate when they have committed and then wait together for one flush to the disk (ADR 0020). PostgreSQL needs no gate.
internal sealed class WriteGate(Action<string>? flush) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiting;
    private bool _flushing;
    private string _log = "";
    private volatile Exception? _broken;

    public static WriteGate For(DatabaseEngine engine) => new(engine == DatabaseEngine.Sqlite ? FlushLog : null);

    /// Null when there is nothing to wait for.
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        if (flush is null) return null;
        await _one.WaitAsync(cancel);
        if (_broken is null) return new Pass(_one);
        _one.Release();
        throw Unwritable(_broken);
    }

    /// Completes when everything committed to this log before the call lies on the disk.
    public Task FlushedAsync(string log)
    {
        lock (_lock)
        {
            _log = log;
            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_flushing) ThreadPool.UnsafeQueueUserWorkItem(gate => gate.FlushAll(), this, preferLocal: false);
            _flushing = true;
            return _waiting.Task;
        }
    }

    public void Dispose() => _one.Dispose();

    private void FlushAll()
    {
        while (true)
        {
            TaskCompletionSource served;
            lock (_lock)
            {
                if (_waiting is null)
                {
                    _flushing = false;
                    return;
                }

                (served, _waiting) = (_waiting, null);
            }

            try
            {
                // What an earlier flush has lost cannot be made good by a later one.
                if (_broken is not null) throw Unwritable(_broken);
                flush!(_log);
                served.SetResult();
            }
            catch (Exception fault)
            {
                _broken ??= fault;
                served.SetException(fault);
            }
        }
    }

    private static IOException Unwritable(Exception fault) => new("数据没有写到磁盘上，已停止写入。请检查数据盘的空间和状态，再重新启动。", fault);

    // Opened each time: when the last connection is closed the log is emptied into the database, flushed and removed.
    private static void FlushLog(string log)
    {
        try
        {
            using var file = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
        catch (FileNotFoundException)
        {
        }
    }

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) one.Release();
        }
    }
}
