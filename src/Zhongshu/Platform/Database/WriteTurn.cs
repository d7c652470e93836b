using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zhongshu.Platform.Database;

/// One writer's turn at the gate. Meanwhile its SQLite connection leaves the flush to the gate, which flushes once for all who have just committed.
internal sealed class WriteTurn : IDisposable
{
    private readonly WriteGate _gate;
    private readonly sqlite3? _connection;
    private readonly string? _log;
    private IDisposable? _pass;

    private WriteTurn(WriteGate gate, IDisposable? pass, DbConnection connection)
    {
        (_gate, _pass) = (gate, pass);
        if (pass is null || connection is not SqliteConnection { Handle: { } handle }) return;
        _connection = handle;
        _log = raw.sqlite3_db_filename(handle, "main").utf8_to_string() + "-wal";
        Run("PRAGMA synchronous=NORMAL");
    }

    /// The connection must be open.
    public static async ValueTask<WriteTurn> TakeAsync(WriteGate gate, DbConnection connection, CancellationToken cancel)
    {
        var pass = await gate.EnterAsync(cancel);
        try
        {
            return new WriteTurn(gate, pass, connection);
        }
        catch
        {
            pass?.Dispose();
            throw;
        }
    }

    /// The next writer goes on; this one waits for the disk.
    public Task CommittedAsync()
    {
        Dispose();
        return _log is null ? Task.CompletedTask : _gate.FlushedAsync(_log);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pass, null) is not { } pass) return;
        try
        {
            Run("PRAGMA synchronous=FULL");
        }
        finally
        {
            pass.Dispose();
        }
    }

    private void Run(string pragma)
    {
        if (_connection is not null && raw.sqlite3_exec(_connection, pragma) is var result and not raw.SQLITE_OK)
            throw new InvalidOperationException($"{pragma}: {result}");
    }
}
