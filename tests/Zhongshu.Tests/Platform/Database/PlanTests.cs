using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Jobs;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform.Database;

public sealed class PlanTests
{
    [Fact]
    public async Task the_done_work_of_one_matter_is_found_by_the_matter_with_and_without_statistics()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.LiveAsync();
        foreach (var learnt in (bool[])[false, true])
        {
            await scene.AsSystemAsync(async services =>
            {
                var db = services.GetRequiredService<OfficeDb>();
                if (learnt) (await new TableStatistics(db).RunAsync(default)).ShouldBe(1);
                var one = db.Set<WorkItem>().Parts().Where(w => w.MatterId == 5 && w.Status == WorkStatus.Done && w.DoneBy != null).OrderByDescending(w => w.DoneAt).Take(1);
                (await PlanAsync(db, one)).ShouldContain("ix_work_item_matter_id_status", customMessage: $"statistics: {learnt}");
                return learnt;
            });
        }
    }

    [Fact]
    public async Task the_nightly_job_leaves_statistics_of_the_tables_that_have_grown()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.LiveAsync();
        var known = await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            await services.GetRequiredService<JobRunner>().RunAsync(TableStatistics.Job, default);
            return await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_stat1 WHERE tbl = 'matter'").SingleAsync();
        });
        known.ShouldBeGreaterThan(0);
    }

    private static async Task<string> PlanAsync<T>(OfficeDb db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}
