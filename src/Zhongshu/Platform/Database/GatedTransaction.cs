using Microsoft.EntityFrameworkCore.Storage;

namespace Zhongshu.Platform.Database;

/// A transaction that holds the write gate until it ends; a commit returns when it lies on the disk.
internal sealed class GatedTransaction(IDbContextTransaction inner, WriteTurn turn) : IDbContextTransaction
{
    public Guid TransactionId => inner.TransactionId;

    public void Commit() => throw new NotSupportedException("A write is committed by CommitAsync, which waits for the disk.");

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await inner.CommitAsync(cancellationToken);
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
