using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Zhongshu.Platform.Database;

namespace Zhongshu.Tests.Support;

/// A database of its own for one test: a file in the test's folder, or a fresh database on the PostgreSQL server.
internal static class TestDatabase
{
    /// Empty, or the copy of another.
    public static async Task<string?> MakeAsync(DatabaseEngine engine, string? of = null)
    {
        if (engine == DatabaseEngine.Sqlite) return null;
        var name = "zhongshu_" + Guid.NewGuid().ToString("N")[..12];
        await RunAsync(of is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {of}");
        return new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    /// Closes what an application holds open of its database, so that its files can be copied or removed.
    public static async Task LetGoAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        switch (scope.ServiceProvider.GetRequiredService<OfficeDb>().Database.GetDbConnection())
        {
            case SqliteConnection file: SqliteConnection.ClearPool(file); break;
            case NpgsqlConnection server: NpgsqlConnection.ClearPool(server); break;
        }
    }

    public static async Task DropAsync(string? connection)
    {
        if (connection is null) return;
        await using (var own = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(own);
        await RunAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static async Task RunAsync(string sql)
    {
        await using var server = new NpgsqlConnection(PostgresFactAttribute.Server);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
