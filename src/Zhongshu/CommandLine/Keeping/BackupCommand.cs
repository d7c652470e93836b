using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Zhongshu.Platform.Access.Keys;
using Zhongshu.Platform.Database;

namespace Zhongshu.CommandLine.Keeping;

/// backup FILE: the database as it stands at one instant, and the files, in one zip; the site goes on working.
/// Files are only ever added, so packing them after the database never misses one that the database names.
internal static class BackupCommand
{
    public const string Usage = "用法：zhongshu backup 文件.zip [--data 目录]";

    internal const string DatabaseName = "zhongshu.db";

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, []);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var target]) return await terminal.RefuseAsync(Usage);
        if (File.Exists(target)) return await terminal.RefuseAsync($"{target} 已经存在。请换一个文件名，以免覆盖旧备份。");
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is not { } place || !Directory.Exists(place)) return await terminal.RefuseAsync($"{target} 所在的目录不存在。请先建立，或换一个位置。");
        var (folder, database) = (read.Value.DataFolder, DatabaseOptions.From(read.Value["--db"], read.Value.DataFolder));
        if (OpenOffice.FileOf(database) is { } file && !File.Exists(file)) return await terminal.RefuseAsync($"{folder} 中没有中枢的数据。请用 --data 指定数据目录。");

        var unfinished = target + ".unfinished";
        try
        {
            await PackAsync(database, folder, unfinished);
            File.Move(unfinished, target);
        }
        finally
        {
            File.Delete(unfinished);
        }

        var size = new FileInfo(target).Length / 1024.0 / 1024.0;
        if (database.Engine == DatabaseEngine.Postgres) await terminal.Out.WriteLineAsync("数据库在 PostgreSQL 中，本备份只含文件和密钥。数据库请另用 pg_dump -Fc 备份，先数据库、后文件。");
        await terminal.Out.WriteLineAsync($"主密钥不在备份里：{MasterKey.Load(folder).File}。请另存一份、分开保管；换机器恢复时一并放回，否则动态口令和通知渠道的密码须重新设置。");
        return await terminal.SayAsync($"备份完成：{target}（{size:0.0} MB）。请用 zhongshu restore 恢复到空目录后，再用 zhongshu verify 核验一遍。");
    }

    private static async Task PackAsync(DatabaseOptions database, string folder, string target)
    {
        await using var stream = new FileStream(target, FileMode.Create);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            var copy = target + ".db";
            try
            {
                await CopyAsync(database, copy);
                await zip.CreateEntryFromFileAsync(copy, DatabaseName, CompressionLevel.Fastest);
            }
            finally
            {
                File.Delete(copy);
            }
        }

        foreach (var part in (string[])["keys", "files"])
        {
            var from = Path.Combine(folder, part);
            if (!Directory.Exists(from)) continue;
            foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                // What is still being received has no name yet.
                if (!name.StartsWith("files/incoming/", StringComparison.Ordinal)) await zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest);
            }
        }
    }

    private static async Task CopyAsync(DatabaseOptions database, string copy)
    {
        File.Delete(copy);
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
