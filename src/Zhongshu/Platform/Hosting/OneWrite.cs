using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Hosting;

/// One action of the house's own chain as one transaction: the form's token is used, what was decided is saved, and a refusal leaves nothing behind.
internal static class OneWrite
{
    /// Those who act at once go one after another, so that what was counted still holds when it is saved: the gate on SQLite, the end of the platform's chain on PostgreSQL.
    public static async Task<Outcome<T>> WriteAsync<T>(this Office office, string? once, Func<Task<Outcome<T>>> act, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (!office.Db.IsSqlite) await office.Db.Database.ExecuteSqlAsync($"SELECT 1 FROM trail_head WHERE chain = 0 FOR UPDATE", cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        var done = await act();
        if (!done.Succeeded)
        {
            office.Db.ChangeTracker.Clear();
            return done;
        }

        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }
}
