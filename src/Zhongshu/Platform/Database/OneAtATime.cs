using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhongshu.Platform.Database;

/// The parts of a page ask at the same time through the one context of the request, but a PostgreSQL connection answers one command
/// after the other: each waits here for the one before it. SQLite answers before the next part begins to ask and needs none of this.
internal sealed class OneAtATime : DbCommandInterceptor
{
    public static readonly OneAtATime Instance = new();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(eventData.Context, command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(eventData.Context, command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(eventData.Context, command, cancellationToken);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, command);
        return ValueTask.FromResult(result);
    }

    /// The rows have been read, however many were wanted.
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Leave(eventData.Context, command);
        return result;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, command);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context, command);
        return Task.CompletedTask;
    }

    private static async Task EnterAsync(DbContext? context, DbCommand command, CancellationToken cancel)
    {
        if (context is not OfficeDb db) return;
        await db.Turn.WaitAsync(cancel);
        db.Asking = command;
    }

    private static void Leave(DbContext? context, DbCommand command)
    {
        if (context is not OfficeDb db || !ReferenceEquals(db.Asking, command)) return;
        db.Asking = null;
        db.Turn.Release();
    }
}

/// A context keeps the PostgreSQL connection it opened until its end: the parts of a page would open it at the same time.
internal sealed class KeptConnection : DbConnectionInterceptor
{
    public static readonly KeptConnection Instance = new();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
