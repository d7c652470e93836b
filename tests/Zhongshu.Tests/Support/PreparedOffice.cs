using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Tests.Support;

/// The demonstration office as a first start leaves it, made once for an engine; every test works on a copy of its own.
internal static class PreparedOffice
{
    private static readonly ConcurrentDictionary<DatabaseEngine, Lazy<Task<Prepared>>> Made = new();

    /// A folder and, on PostgreSQL, a database that nobody else has.
    public static async Task<(string Folder, string? Connection)> CopyAsync(DatabaseEngine engine)
    {
        var made = await Made.GetOrAdd(engine, e => new(() => MakeAsync(e))).Value;
        var folder = Directory.CreateTempSubdirectory("zhongshu-test-").FullName;
        foreach (var file in Directory.EnumerateFiles(made.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(made.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return (folder, await TestDatabase.MakeAsync(engine, made.Database));
    }

    private static async Task<Prepared> MakeAsync(DatabaseEngine engine)
    {
        var folder = Directory.CreateTempSubdirectory("zhongshu-prepared-").FullName;
        var connection = await TestDatabase.MakeAsync(engine);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder, connection);
        await using (var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder, Urls = "http://127.0.0.1:0", Connection = connection }, new TestClock(TestClock.MondayMorning)))
        {
            await OfficeHost.PrepareAsync(app, CancellationToken.None);
            await TestDatabase.LetGoAsync(app.Services);
        }

        return new Prepared(folder, connection is null ? null : new NpgsqlConnectionStringBuilder(connection).Database);
    }

    private static void Remove(string folder, string? connection)
    {
        Directory.Delete(folder, recursive: true);
        TestDatabase.DropAsync(connection).GetAwaiter().GetResult();
    }

    private sealed record Prepared(string Folder, string? Database);
}
