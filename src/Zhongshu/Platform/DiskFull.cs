using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zhongshu.Platform;

/// No room is left where the data is kept: nothing half-written, but nothing more can be saved.
internal static class DiskFull
{
    private const int NoSpaceUnix = 28;
    private const int NoSpaceWindows = 0x70;

    public static bool Is(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } or PostgresException { SqlState: "53100" } => true,
        IOException io => (io.HResult & 0xFFFF) is NoSpaceUnix or NoSpaceWindows,
        _ => fault.InnerException is { } inner && Is(inner),
    };
}
