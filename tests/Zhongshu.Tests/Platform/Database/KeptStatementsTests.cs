using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform.Database;

/// What a connection to SQLite keeps between two uses of its context, and what a step neither reads nor writes.
public sealed class KeptStatementsTests
{
    [Fact]
    public async Task A_text_that_comes_again_finds_its_statement_ready()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            await AskAsync(db, 1);
            var kept = Statements(db);

            (await AskAsync(db, 2)).ShouldBe(2);

            kept.ShouldBeGreaterThan(0);
            Statements(db).ShouldBe(kept);
            return true;
        });
    }

    [Fact]
    public async Task The_same_text_asked_again_while_it_is_being_answered_gives_each_its_own_rows()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            var pairs = new List<(long, long)>();
            await foreach (var outer in db.Set<Unit>().OrderBy(u => u.Id).Take(3).Select(u => u.Id).AsAsyncEnumerable())
                await foreach (var inner in db.Set<Unit>().OrderBy(u => u.Id).Take(3).Select(u => u.Id).AsAsyncEnumerable())
                    pairs.Add((outer, inner));

            var ids = pairs.Select(p => p.Item1).Distinct().ToList();
            pairs.ShouldBe([.. ids.SelectMany(a => ids.Select(b => (a, b)))]);
            return true;
        });
    }

    [Fact]
    public async Task The_oldest_statements_leave_when_there_are_many()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AsSystemAsync(async services =>
        {
            var db = services.GetRequiredService<OfficeDb>();
            for (var i = 0; i < 150; i++) await db.Database.SqlQueryRaw<int>(Text(i)).ToListAsync();
            var full = Statements(db);

            for (var i = 1000; i < 1300; i++) await db.Database.SqlQueryRaw<int>(Text(i)).ToListAsync();

            full.ShouldBeGreaterThan(0);
            Statements(db).ShouldBeLessThan(full * 5 / 4);
            return true;
        });
    }

    [Fact]
    public void A_connection_that_is_only_closed_stays_open_without_its_transaction()
    {
        using var connection = new LongConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE TABLE paper (id INTEGER)");
        using (connection.BeginTransaction())
        {
            Run(connection, "INSERT INTO paper VALUES (1)");
            connection.Close();
        }

        connection.State.ShouldBe(ConnectionState.Open);
        Run(connection, "SELECT count(*) FROM paper").ShouldBe(0L);
        connection.Dispose();
        connection.State.ShouldBe(ConnectionState.Closed);
    }

    [Fact]
    public async Task A_step_reads_and_writes_only_the_items_that_it_changes()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于报送今冬供热保障情况的通知"));
        await scene.ReadyToCloseAsync(code);
        var view = (await scene.SeeAsync("director", code)).ShouldNotBeNull();
        var form = new ActForm { Item = view.Mine[0].Number, Verb = "approve", Opinion = "同意办结。" };

        var (held, all) = await scene.AsAsync("director", async services =>
        {
            (await services.GetRequiredService<ActOnMatter>().RunAsync(code, form, default)).Refusal.ShouldBeNull();
            var db = services.GetRequiredService<Office>().Db;
            return (db.ChangeTracker.Entries<WorkItem>().Select(e => e.Entity.Number).ToList(), await db.Set<WorkItem>().CountAsync(w => w.MatterId == view.Matter.Id));
        });

        held.ShouldBe([view.Mine[0].Number]);
        all.ShouldBeGreaterThan(2);
    }

    private static Task<int> AskAsync(OfficeDb db, int number) => db.Database.SqlQuery<int>($"SELECT {number} AS Value").SingleAsync();

    private static string Text(int number) => $"SELECT {number} AS Value";

    /// Bytes that the connection's prepared statements take.
    private static int Statements(OfficeDb db)
    {
        raw.sqlite3_db_status(((SqliteConnection)db.Database.GetDbConnection()).Handle!, raw.SQLITE_DBSTATUS_STMT_USED, out var used, out _, 0).ShouldBe(raw.SQLITE_OK);
        return used;
    }

    private static object? Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
