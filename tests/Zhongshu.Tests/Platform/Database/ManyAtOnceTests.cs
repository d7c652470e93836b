using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform.Database;

/// Many writers at the same moment: each stands or falls alone, and what is acknowledged lies on the disk.
public sealed class ManyAtOnceTests
{
    private static readonly RegisterForm Paper = new() { Title = "关于报送今冬供热保障情况的通知", Sender = "岚川省住房和城乡建设厅", DocumentNumber = "岚建发〔2026〕31号" };

    [Fact]
    public async Task Of_many_who_take_the_same_step_one_wins_and_the_others_are_told()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.CodeOfAsync((await scene.RegisterAsync("registry", Paper)).Value.MatterId);
        var seen = (await scene.SeeAsync("director", code)).ShouldNotBeNull();
        var form = new ActForm { Item = seen.Mine.Single().Number, Verb = "complete", Opinion = "拟请领导阅示。", To = "instruction", Version = seen.Matter.Version, Choices = [new Choice("instruction", [Participant.Person(1).Value])] };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.ActAsync("director", code, form))));

        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Refusal == Refusal.Stale);
        var now = (await scene.SeeAsync("director", code)).ShouldNotBeNull();
        now.Trail.Count(t => t.Verb == "flow.complete").ShouldBe(1);
        now.Trail.Count.ShouldBe(now.Matter.TrailCount);
    }

    [Fact]
    public async Task Documents_registered_at_the_same_moment_get_numbers_without_gap_and_a_refused_one_takes_none()
    {
        await using var scene = await Scene.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() =>
            scene.RegisterAsync("registry", Paper with { DocumentNumber = $"岚建发〔2026〕{100 + i / 2}号" }))));

        var made = outcomes.Where(o => o.Succeeded).Select(o => o.Value.RegistrySerial).Order().ToList();
        made.ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Refusal!.Rule == "incoming.duplicate");
        await scene.AsSystemAsync(async services =>
        {
            await using var other = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            other.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var verification = new TrailVerification(services.GetRequiredService<OfficeDb>(), other.ServiceProvider.GetRequiredService<OfficeDb>(), new TrailTally());
            await foreach (var fault in verification.RunAsync()) fault.ShouldBeNull();
            return true;
        });
    }

    [Fact]
    public async Task A_save_returns_after_its_own_log_was_flushed()
    {
        await using var office = await TestOffice.StartAsync();
        var flushed = new List<string>();
        using var gate = new WriteGate(flushed.Add);
        await office.ActAsAsync("registry", async house =>
        {
            house.Db.In(gate, new CurrentActor { Actor = house.Actor });
            var own = house.Db.Database.GetDbConnection().DataSource;
            house.Db.Add(Note(house));
            await house.Db.SaveChangesAsync();
            flushed.ShouldBe([own + "-wal"]);
            File.Exists(flushed[0]).ShouldBeTrue();

            await house.Db.SaveChangesAsync();
            flushed.Count.ShouldBe(1, "nothing was written");

            await using var transaction = await house.Db.BeginWriteAsync(default);
            house.Db.Add(Note(house));
            await house.Db.SaveChangesAsync();
            flushed.Count.ShouldBe(1, "not committed yet");
            await transaction.CommitAsync();
            flushed.Count.ShouldBe(2);
        });
    }

    [Fact]
    public async Task Outside_a_turn_at_the_gate_a_connection_flushes_each_commit_itself()
    {
        await using var office = await TestOffice.StartAsync();
        await office.ActAsAsync(null, async house =>
        {
            (await FlushingAsync(house.Db)).ShouldBe(Full);
            await using (await house.Db.BeginWriteAsync(default)) (await FlushingAsync(house.Db)).ShouldBe(LeftToTheGate);
            (await FlushingAsync(house.Db)).ShouldBe(Full, "after a rollback");
            await using (var transaction = await house.Db.BeginWriteAsync(default)) await transaction.CommitAsync();
            (await FlushingAsync(house.Db)).ShouldBe(Full, "after a commit");
        });
    }

    private const int Full = 2;
    private const int LeftToTheGate = 1;

    private static Task<int> FlushingAsync(OfficeDb db) => db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync();

    private static Notice Note(Office house) => new() { Id = house.Ids.Next(), PersonId = house.Actor.PersonId, Kind = "work", Text = "请阅", At = house.Now };
}
