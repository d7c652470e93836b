using Npgsql;
using Zhongshu.Platform.Database;

namespace Zhongshu.Tests.Support;

/// A database of its own for one test: a file in the test's folder, or a fresh database on the PostgreSQL server.
internal static class TestDatabase
{
    public static async Task<string?> MakeAsync(DatabaseEngine engine)
    {
        if (engine == DatabaseEngine.Sqlite) return null;
        var name = "zhongshu_" + Guid.NewGuid().ToString("N")[..12];
        await RunAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Server) { Database = name, MaxPoolSize = 20 }.ToString();
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
