using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Search;

namespace Zhongshu.Demo.Seeding;

/// Prepared statements in one transaction for many documents; on PostgreSQL the rows go out together at its end.
internal sealed class SeedWriter(OfficeDb db) : IAsyncDisposable
{
    private readonly SeedCopy? _copy = db.IsSqlite ? null : new SeedCopy(db);
    private readonly Dictionary<TableRows, DbCommand> _commands = [];
    private DbCommand? _search;
    private DbCommand? _opinions;
    private IDbContextTransaction? _transaction;

    /// Nothing is served meanwhile, and a broken run starts anew: durability may wait until the end.
    public static async Task PrepareAsync(OfficeDb db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144" : "SET synchronous_commit = off");
    }

    /// Durable again, and the planner told what there is.
    public static async Task EndAsync(OfficeDb db)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize=0x10002" : "VACUUM ANALYZE");
        if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = on");
    }

    public async Task BeginAsync()
    {
        _transaction = await db.BeginWriteAsync(default);
        var inner = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var command in _commands.Values) command.Transaction = inner;
        if (_search is not null) _search.Transaction = inner;
        if (_opinions is not null) _opinions.Transaction = inner;
    }

    public void Write(TableRows table, object?[] row)
    {
        if (_copy is not null)
        {
            _copy.Add(table.Name, table.Columns.Select(c => c.Name), row);
            return;
        }

        if (!_commands.TryGetValue(table, out var command))
        {
            command = table.Command(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
            Fill(command, row);
            command.Prepare();
            _commands.Add(table, command);
        }

        Fill(command, row);
        command.ExecuteNonQuery();
    }

    /// The same entry as SearchWriting makes, without its round through the context.
    public void Index(long matterId, SearchText text)
    {
        if (_copy is not null)
        {
            var vector = SearchExpression.Vector(("title", SearchTokens.Of(text.Title)), ("number", SearchTokens.Of(text.Number)), ("sender", SearchTokens.Of(text.Sender)), ("text", SearchTokens.Of(text.Text)));
            _copy.Add("search_entry", ["matter_id", "tokens"], [matterId, vector]);
            return;
        }

        _search ??= Command("INSERT INTO search_entry (rowid, title, number, sender, text) VALUES (@p0, @p1, @p2, @p3, @p4)", 5);
        object[] values = [matterId, .. new[] { text.Title, text.Number, text.Sender, text.Text }.Select(t => string.Join(' ', SearchTokens.Of(t)))];
        for (var i = 0; i < values.Length; i++) _search.Parameters[i].Value = values[i];
        _search.ExecuteNonQuery();
    }

    /// The same entry as OpinionIndex makes later for what people write.
    public void IndexOpinions(long matterId, IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 0) return;
        if (_copy is not null)
        {
            _copy.Add("search_opinion", ["matter_id", "tokens"], [matterId, SearchExpression.Vector(("text", tokens))]);
            return;
        }

        _opinions ??= Command("INSERT INTO search_opinion (rowid, text) VALUES (@p0, @p1)", 2);
        (_opinions.Parameters[0].Value, _opinions.Parameters[1].Value) = (matterId, string.Join(' ', tokens));
        _opinions.ExecuteNonQuery();
    }

    public async Task CommitAsync()
    {
        if (_copy is not null) await _copy.SendAsync();
        await _transaction!.CommitAsync();
        await _transaction.DisposeAsync();
        _transaction = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values) await command.DisposeAsync();
        if (_search is not null) await _search.DisposeAsync();
        if (_opinions is not null) await _opinions.DisposeAsync();
        if (_transaction is not null) await _transaction.DisposeAsync();
    }

    private static void Fill(DbCommand command, object?[] row)
    {
        // Instants of the trail are still as the model has them.
        for (var i = 0; i < row.Length; i++)
            command.Parameters[i].Value = row[i] switch { null => DBNull.Value, DateTimeOffset at => at.ToUnixTimeMilliseconds(), var value => value };
    }

    private DbCommand Command(string text, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
