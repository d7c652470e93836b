using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Zhongshu.Platform;

namespace Zhongshu.CommandLine;

/// What the world around the program can do to it: in Chinese, with what to do next. Null for what is a bug and must be seen whole.
internal static class StartFaults
{
    public static string? Explain(Exception fault, string folder) => fault switch
    {
        InvalidDataException { Message: var message } => message,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode, folder),
        PostgresException { SqlState: "28P01" or "28000" } => "数据库拒绝了连接串中的用户名或密码。请核对 --db。",
        PostgresException { SqlState: "3D000" } => "连接串指定的数据库不存在。请先在 PostgreSQL 中建库，或核对 --db。",
        PostgresException { SqlState: "53100" } => "数据库服务器磁盘已满。请清理磁盘后重新启动。",
        PostgresException postgres => $"数据库不能使用：{postgres.MessageText}",
        NpgsqlException => "连不上数据库。请确认 PostgreSQL 已启动，并核对 --db 中的主机、端口。",
        IOException { InnerException: AddressInUseException } => "端口已被占用：可能已有一个中枢在运行。请先停止它，或用 --urls 换一个端口，例如 --urls http://127.0.0.1:5081。",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "没有权限使用这个端口。请用 --urls 换成1024以上的端口。",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "本机没有 --urls 中的地址。请核对地址，或用 http://0.0.0.0:端口 对外提供服务。",
        IOException when DiskFull.Is(fault) => $"磁盘空间不足，不能写入 {folder}。请清理磁盘后重新启动；已保存的数据不受影响。",
        UnauthorizedAccessException => $"没有权限读写 {folder}。请检查目录的所有者和权限，或用 --data 另指定目录。",
        IOException => $"不能使用 {folder}：{fault.Message}。请检查目录是否存在、能否读写。",
        AggregateException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException when fault.InnerException is { } inner => Explain(inner, folder),
        _ => null,
    };

    private static string OfSqlite(int code, string folder) => code switch
    {
        SQLitePCL.raw.SQLITE_FULL => $"磁盘空间不足，不能写入 {folder}。请清理磁盘后重新启动；已保存的数据不受影响。",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"{folder} 中的数据库正被另一个程序占用。请先停止它，再重新启动。",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => $"不能读写 {folder} 中的数据库。请检查目录和文件的权限，或用 --data 另指定目录。",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => $"{folder} 中的数据库文件已损坏，或不是中枢的数据库。请保留原文件，用 zhongshu restore 从备份恢复到新目录。",
        _ => $"{folder} 中的数据库出错（SQLite {code}）。请检查磁盘，必要时用 zhongshu restore 从备份恢复。",
    };
}
