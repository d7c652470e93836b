using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// One site serves a data folder: a second one would run every job twice. The system frees the lock of a program that was killed.
internal static class SiteLock
{
    /// Null on PostgreSQL, where several nodes are meant to work together.
    public static Outcome<FileStream?> Take(OfficeSettings settings)
    {
        if (DatabaseOptions.From(settings.Connection, settings.DataFolder).Engine == DatabaseEngine.Postgres) return (FileStream?)null;
        Directory.CreateDirectory(settings.DataFolder);
        try
        {
            return new FileStream(Path.Combine(settings.DataFolder, "site.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException) && !DiskFull.Is(fault))
        {
            return new Refusal("serve.locked", $"数据目录 {settings.DataFolder} 正由另一个中枢站点使用。请先停止它，或用 --data 另指定目录。");
        }
    }
}
