using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Jobs;

/// What SQLite has to know of its tables to choose the right index once they have grown. PostgreSQL keeps such figures by itself.
internal sealed class TableStatistics(OfficeDb db)
{
    public static readonly OfficeJob<TableStatistics> Job = new("更新查询统计", TimeSpan.FromDays(1), (statistics, cancel) => statistics.RunAsync(cancel)) { DailyAt = new(3, 45), Purpose = "数据增多后仍按最快的方式查询。" };

    /// Looks at samples of the tables that have grown since (the second flag of sixteen: at all of them, not only at those this connection asked).
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!db.IsSqlite) return 0;
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002", cancel);
        await transaction.CommitAsync(cancel);
        return 1;
    }
}
