using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Zhongshu.Platform.Database;

/// A query that every step asks, translated once for each engine instead of looked up by its shape each time.
internal sealed class CompiledQuery<TKey, TResult>(Expression<Func<OfficeDb, TKey, TResult>> query)
{
    private readonly Func<OfficeDb, TKey, CancellationToken, Task<TResult>> _sqlite = Compile(query);
    private readonly Func<OfficeDb, TKey, CancellationToken, Task<TResult>> _postgres = Compile(query);

    public Task<TResult> AskAsync(OfficeDb db, TKey key, CancellationToken cancel) => (db.IsSqlite ? _sqlite : _postgres)(db, key, cancel);

    private static Func<OfficeDb, TKey, CancellationToken, Task<TResult>> Compile(Expression<Func<OfficeDb, TKey, TResult>> query) =>
        EF.CompileAsyncQuery(Expression.Lambda<Func<OfficeDb, TKey, CancellationToken, TResult>>(query.Body, [.. query.Parameters, Expression.Parameter(typeof(CancellationToken))]));
}

/// The same for a list of rows.
internal sealed class CompiledRows<TKey, TRow>(Expression<Func<OfficeDb, TKey, IQueryable<TRow>>> query)
{
    private readonly Func<OfficeDb, TKey, IAsyncEnumerable<TRow>> _sqlite = EF.CompileAsyncQuery(query);
    private readonly Func<OfficeDb, TKey, IAsyncEnumerable<TRow>> _postgres = EF.CompileAsyncQuery(query);

    public async Task<List<TRow>> AskAsync(OfficeDb db, TKey key, CancellationToken cancel)
    {
        var rows = new List<TRow>();
        await foreach (var row in (db.IsSqlite ? _sqlite : _postgres)(db, key).WithCancellation(cancel)) rows.Add(row);
        return rows;
    }
}

/// The same for the rows of a key from a number on.
internal sealed class CompiledRows<TKey, TFrom, TRow>(Expression<Func<OfficeDb, TKey, TFrom, IQueryable<TRow>>> query)
{
    private readonly Func<OfficeDb, TKey, TFrom, IAsyncEnumerable<TRow>> _sqlite = EF.CompileAsyncQuery(query);
    private readonly Func<OfficeDb, TKey, TFrom, IAsyncEnumerable<TRow>> _postgres = EF.CompileAsyncQuery(query);

    public async Task<List<TRow>> AskAsync(OfficeDb db, TKey key, TFrom from, CancellationToken cancel)
    {
        var rows = new List<TRow>();
        await foreach (var row in (db.IsSqlite ? _sqlite : _postgres)(db, key, from).WithCancellation(cancel)) rows.Add(row);
        return rows;
    }
}
