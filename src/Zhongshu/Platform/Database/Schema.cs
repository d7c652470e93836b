using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zhongshu.Platform.Database;

/// Brings the database up to the numbered SQL files of its engine: each is run once, in order, under a lock, in one transaction, and its checksum is kept.
internal static class Schema
{
    private sealed record Script(string Name, string Sql)
    {
        public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    public static async Task BringUpToDateAsync(OfficeDb db, CancellationToken cancel)
    {
        var scripts = Scripts(db.IsSqlite ? "sqlite" : "postgres");
        if (db.IsSqlite && await HasAllAsync(db, scripts, cancel)) return;
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!db.IsSqlite) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(20120701)", cancel);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS schema_script (name text PRIMARY KEY, checksum text NOT NULL)", cancel);
        var done = await DoneAsync(db, cancel);
        foreach (var script in scripts)
        {
            if (done.TryGetValue(script.Name, out var checksum))
            {
                if (checksum != script.Checksum) throw new InvalidDataException($"数据库结构脚本 {script.Name} 与已执行的不一致：程序文件可能被改动过，请重新安装同一版本或更高版本。");
                continue;
            }

            await RunAsync(db, script, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// Whether every script of this program has been run.
    public static async Task<bool> IsCurrentAsync(OfficeDb db, CancellationToken cancel)
    {
        var done = await DoneAsync(db, cancel);
        return Scripts(db.IsSqlite ? "sqlite" : "postgres").TrueForAll(s => done.GetValueOrDefault(s.Name) == s.Checksum);
    }

    private static async Task<bool> HasAllAsync(OfficeDb db, IReadOnlyList<Script> scripts, CancellationToken cancel)
    {
        var started = await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = 'schema_script'").SingleAsync(cancel);
        if (started == 0) return false;
        var done = await DoneAsync(db, cancel);
        return scripts.All(s => done.GetValueOrDefault(s.Name) == s.Checksum);
    }

    private static async Task<Dictionary<string, string>> DoneAsync(OfficeDb db, CancellationToken cancel) =>
        (await db.Database.SqlQuery<string>($"SELECT name || ' ' || checksum AS \"Value\" FROM schema_script").ToListAsync(cancel))
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static async Task RunAsync(OfficeDb db, Script script, CancellationToken cancel)
    {
        // Raw: the scripts hold braces and no parameters.
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = script.Sql;
        await command.ExecuteNonQueryAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO schema_script (name, checksum) VALUES ({script.Name}, {script.Checksum})", cancel);
    }

    private static List<Script> Scripts(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Zhongshu.Platform.Database.Sql.{engine}.";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => new Script(n[prefix.Length..^".sql".Length], Read(assembly, n)))];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
