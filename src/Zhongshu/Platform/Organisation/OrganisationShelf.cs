using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Organisation;

/// Holds the present OrganisationBook. Whoever changes the organisation calls Renew after saving;
/// other processes see the change within a few seconds through the version row.
internal sealed class OrganisationShelf(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private (OrganisationBook Book, long Version, DateTimeOffset CheckedAt)? _present;

    public async ValueTask<OrganisationBook> BookAsync(CancellationToken cancel)
    {
        if (_present is { } fresh && clock.GetUtcNow() - fresh.CheckedAt < LookAgain) return fresh.Book;
        await _reading.WaitAsync(cancel);
        try
        {
            if (_present is { } again && clock.GetUtcNow() - again.CheckedAt < LookAgain) return again.Book;
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            var version = await db.Set<OrganisationVersion>().Select(v => v.Version).SingleAsync(cancel);
            var book = _present is { } old && old.Version == version ? old.Book : await OrganisationBook.ReadAsync(db, cancel);
            _present = (book, version, clock.GetUtcNow());
            return book;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Renew() => _present = null;

    public void Dispose() => _reading.Dispose();
}
