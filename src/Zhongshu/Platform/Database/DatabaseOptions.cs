using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhongshu.Platform.Database;

internal enum DatabaseEngine
{
    Sqlite,
    Postgres,
}

/// Which database: a PostgreSQL connection string (it names a Host), or a SQLite file under the data folder.
internal sealed record DatabaseOptions(DatabaseEngine Engine, string ConnectionString)
{
    public static DatabaseOptions From(string? connection, string dataFolder)
    {
        if (!string.IsNullOrWhiteSpace(connection) && connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new(DatabaseEngine.Postgres, Quick(connection));
        var file = string.IsNullOrWhiteSpace(connection) ? Path.Combine(dataFolder, "zhongshu.db") : connection;
        var builder = new SqliteConnectionStringBuilder(file.Contains('=', StringComparison.Ordinal) ? file : $"Data Source={file}")
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        return new(DatabaseEngine.Sqlite, builder.ToString());
    }

    /// Compiling a statement takes PostgreSQL longer than running any of ours.
    private static string Quick(string connection)
    {
        var builder = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        if (string.IsNullOrEmpty(builder.Options)) builder.Options = "-c jit=off";
        return builder.ToString();
    }

    public void Apply(DbContextOptionsBuilder options)
    {
        if (Engine == DatabaseEngine.Sqlite)
            // A list goes in as one parameter: the statement keeps its text whoever asks, and need not be written anew for each number of subjects.
            options.UseSqlite(ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(SqlitePragmas.Instance, KeptStatements.Instance);
        else
            options.UseNpgsql(ConnectionString).AddInterceptors(OneAtATime.Instance, KeptConnection.Instance);
        options.EnableDetailedErrors(false).EnableThreadSafetyChecks(false);
        // "Are there more than so many" is asked in no order.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }
}
