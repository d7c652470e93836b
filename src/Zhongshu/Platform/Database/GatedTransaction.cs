using Microsoft.EntityFrameworkCore.Storage;

namespace Zhongshu.Platform.Database;

/// A transaction that holds the write gate until it ends.
internal sealed class GatedTransaction(IDbContextTransaction inner, IDisposable? pass) : IDbContextTransaction
{
    public Guid TransactionId => inner.TransactionId;

    public void Commit() => inner.Commit();

    public Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

    public void Rollback() => inner.Rollback();

    public Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    public void Dispose()
    {
        inner.Dispose();
        pass?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        pass?.Dispose();
    }
}
