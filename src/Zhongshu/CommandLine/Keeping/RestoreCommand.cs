using System.IO.Compression;

namespace Zhongshu.CommandLine.Keeping;

/// restore FILE --data DIR: unpacks a backup into an empty folder. It never writes over data.
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, []);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source]) return await terminal.RefuseAsync("用法：zhongshu restore 文件.zip --data 空目录");
        if (!File.Exists(source)) return await terminal.RefuseAsync($"找不到备份文件 {source}。");
        var folder = read.Value.DataFolder;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return await terminal.RefuseAsync($"{folder} 不是空目录。为免覆盖现有数据，请用 --data 指定一个空目录。");
        try
        {
            await ZipFile.ExtractToDirectoryAsync(source, folder);
        }
        catch (InvalidDataException)
        {
            return await terminal.RefuseAsync($"{source} 不是完整的备份文件。请换一份备份。");
        }

        return await terminal.SayAsync($"已恢复到 {folder}。请用 zhongshu verify --data {folder} 核验，再用 ./run --data {folder} 启动。");
    }
}
