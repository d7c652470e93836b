using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Database;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform.Database;

/// The parts of a page share one connection to PostgreSQL with whoever writes on that page.
public sealed class OneAtATimeTests
{
    [PostgresFact]
    public async Task A_commit_waits_for_the_rows_that_another_part_is_reading()
    {
        await using var scene = await Scene.OpenAsync(DatabaseEngine.Postgres);
        await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            await using var transaction = await db.BeginWriteAsync(default);
            await using var rows = db.Database.SqlQuery<int>($"SELECT n AS \"Value\" FROM generate_series(1, 100000) AS n").AsAsyncEnumerable().GetAsyncEnumerator();
            (await rows.MoveNextAsync()).ShouldBeTrue();

            var commit = transaction.CommitAsync();
            commit.IsCompleted.ShouldBeFalse();
            await rows.DisposeAsync();
            await commit;
            return true;
        });
    }

    [PostgresFact]
    public async Task A_write_begins_when_the_rows_have_been_read()
    {
        await using var scene = await Scene.OpenAsync(DatabaseEngine.Postgres);
        await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            await using var rows = db.Database.SqlQuery<int>($"SELECT n AS \"Value\" FROM generate_series(1, 100000) AS n").AsAsyncEnumerable().GetAsyncEnumerator();
            (await rows.MoveNextAsync()).ShouldBeTrue();

            var begin = db.BeginWriteAsync(default);
            begin.IsCompleted.ShouldBeFalse();
            await rows.DisposeAsync();
            await using var transaction = await begin;
            await transaction.CommitAsync();
            return true;
        });
    }
}
