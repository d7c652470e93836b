using System.IO.Compression;

namespace Zhongshu.CommandLine.Keeping;

/// restore FILE --data DIR: unpacks a backup into an empty folder. It never writes over data.
internal static class RestoreCommand
{
    public const string Usage = "用法：zhongshu restore 文件.zip --data 空目录";

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, []);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source]) return await terminal.RefuseAsync(Usage);
        if (!File.Exists(source)) return await terminal.RefuseAsync($"找不到备份文件 {source}。");
        var folder = read.Value.DataFolder;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return await terminal.RefuseAsync($"{folder} 不是空目录。为免覆盖现有数据，请用 --data 指定一个空目录。");
        var (stood, whole) = (Directory.Exists(folder), false);
        try
        {
            if (!IsBackup(source)) return await terminal.RefuseAsync($"{source} 不是中枢的备份文件。请换一份由 zhongshu backup 生成的备份。");
            await ZipFile.ExtractToDirectoryAsync(source, folder);
            whole = true;
        }
        catch (InvalidDataException)
        {
            return await terminal.RefuseAsync($"{source} 不是完整的备份文件。请换一份备份。");
        }
        finally
        {
            if (!whole) TakeBack(folder, stood);
        }

        return await terminal.SayAsync($"已恢复到 {folder}。请用 zhongshu verify --data {folder} 核验，再用 ./run --data {folder} 启动。");
    }

    /// What broke off in the middle must not look like data. The folder was empty: all that is in it came from here.
    private static void TakeBack(string folder, bool stood)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder)) File.Delete(file);
        foreach (var inner in Directory.EnumerateDirectories(folder)) Directory.Delete(inner, recursive: true);
        if (!stood) Directory.Delete(folder);
    }

    /// Any zip can be unpacked, a docx too: a backup holds the database, the keys and the files, and nothing else.
    private static bool IsBackup(string source)
    {
        using var zip = ZipFile.OpenRead(source);
        return zip.Entries.Count > 0 && zip.Entries.All(e => e.FullName == BackupCommand.DatabaseName || e.FullName.StartsWith("keys/", StringComparison.Ordinal) || e.FullName.StartsWith("files/", StringComparison.Ordinal));
    }
}
