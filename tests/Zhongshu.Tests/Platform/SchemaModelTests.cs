using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Zhongshu.Platform.Database;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform;

/// The numbered scripts make what the model expects: columns with their types and whether they may be empty, and every index.
/// Two databases are compared: one made by the scripts, one made straight from the model.
public sealed class SchemaModelTests
{
    private const string SqliteCatalogue = """
        SELECT m.name || ' column ' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END || CASE c.pk WHEN 0 THEN '' ELSE ' key ' || c.pk END
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
        UNION ALL
        SELECT m.name || ' index ' || i.name || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END || ' (' || (SELECT group_concat(x.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) x) || ')'
        FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'
        """;

    private const string PostgresCatalogue = """
        SELECT table_name || ' column ' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT tablename || ' index ' || replace(indexdef, 'public.', '') FROM pg_indexes WHERE schemaname = 'public'
        """;

    [Fact]
    public Task the_scripts_of_sqlite_make_what_the_model_expects() => CompareAsync(DatabaseEngine.Sqlite, SqliteCatalogue);

    [PostgresFact]
    public Task the_scripts_of_postgresql_make_what_the_model_expects() => CompareAsync(DatabaseEngine.Postgres, PostgresCatalogue);

    private static async Task CompareAsync(DatabaseEngine engine, string catalogue)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (script, scripted) = await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>().Database;
            await db.OpenConnectionAsync();
            return (db.GenerateCreateScript(), await LinesAsync(db.GetDbConnection(), catalogue));
        });
        var modelled = await ModelledAsync(engine, script, catalogue);

        var tables = modelled.Select(TableOf).ToHashSet(StringComparer.Ordinal);
        modelled.Except(scripted, StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBeEmpty("the model expects these and the scripts do not make them so");
        scripted.Where(l => tables.Contains(TableOf(l)) && l.Contains(" column ", StringComparison.Ordinal)).Except(modelled, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBeEmpty("the scripts make these and the model does not know them so");
    }

    private static async Task<HashSet<string>> ModelledAsync(DatabaseEngine engine, string script, string catalogue)
    {
        var server = await TestDatabase.MakeAsync(engine);
        try
        {
            await using DbConnection connection = server is null ? new SqliteConnection("Data Source=:memory:") : new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = script;
                await command.ExecuteNonQueryAsync();
            }

            return await LinesAsync(connection, catalogue);
        }
        finally
        {
            await TestDatabase.DropAsync(server);
        }
    }

    private static async Task<HashSet<string>> LinesAsync(DbConnection connection, string catalogue)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = catalogue;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private static string TableOf(string line) => line[..line.IndexOf(' ', StringComparison.Ordinal)];
}
