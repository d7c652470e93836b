using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zhongshu.Platform.Database;

/// A transaction that holds the write gate until it ends; a commit returns when it lies on the disk. Beginning and committing talk to the
/// connection too: they wait for the command that another part of the page has on it (OneAtATime).
internal sealed class GatedTransaction(IDbContextTransaction inner, WriteTurn turn, SemaphoreSlim asking) : IDbContextTransaction
{
    public static async Task<GatedTransaction> BeginAsync(DatabaseFacade database, WriteTurn turn, SemaphoreSlim asking, CancellationToken cancel)
    {
        await asking.WaitAsync(cancel);
        try
        {
            return new GatedTransaction(await database.BeginTransactionAsync(cancel), turn, asking);
        }
        finally
        {
            asking.Release();
        }
    }

    public Guid TransactionId => inner.TransactionId;

    public void Commit() => throw new NotSupportedException("A write is committed by CommitAsync, which waits for the disk.");

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            await inner.CommitAsync(cancellationToken);
        }
        finally
        {
            asking.Release();
        }

        await turn.CommittedAsync();
    }

    public void Rollback() => inner.Rollback();

    public Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    public void Dispose()
    {
        inner.Dispose();
        turn.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        turn.Dispose();
    }
}
