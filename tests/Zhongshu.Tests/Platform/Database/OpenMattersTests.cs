using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;
using Zhongshu.Modules.IncomingDocuments;

namespace Zhongshu.Tests.Platform.Database;

/// What is in hand is found by a mark on the access list that the database keeps in step with the matter.
public sealed class OpenMattersTests
{
    [Fact]
    public Task The_access_list_knows_which_matters_are_open() => FollowsAsync(DatabaseEngine.Sqlite);

    [PostgresFact]
    public Task The_access_list_knows_it_on_postgres() => FollowsAsync(DatabaseEngine.Postgres);

    [Fact]
    public async Task Overdue_are_the_open_ones_whose_time_has_passed_and_open_are_those_and_the_suspended()
    {
        await using var office = await TestOffice.StartAsync();
        await office.ActAsAsync("registry", async house =>
        {
            var late = Plant(house, MatterState.Open, -2);
            Plant(house, MatterState.Suspended, -2);
            Plant(house, MatterState.Open, 2);
            Plant(house, MatterState.Open, null);
            Plant(house, MatterState.Closed, -2);
            await house.Db.SaveChangesAsync();

            (await IdsAsync(house, "overdue")).ShouldBe([late]);
            (await IdsAsync(house, "open")).Count.ShouldBe(4);
            (await IdsAsync(house, "closed")).Count.ShouldBe(1);
            (await IdsAsync(house, "all")).Count.ShouldBe(5);
        });
    }

    [Fact]
    public async Task The_desk_shows_the_first_due_of_all_my_hats_together_and_what_has_no_due_at_the_end()
    {
        await using var office = await TestOffice.StartAsync();
        await office.ActAsAsync("registry", async house =>
        {
            var (me, pool) = (Participant.Person(house.Actor.PersonId).Value, Participant.Office(house.Actor.HomeUnitId).Value);
            foreach (var (days, holder) in new (int?, long)[] { (3, me), (null, pool), (1, pool), (2, me), (null, me) })
                Give(house, Plant(house, MatterState.Open, days), holder, days);
            Give(house, Plant(house, MatterState.Suspended, 1), me, 1);
            await house.Db.SaveChangesAsync();

            var desk = await DeskView.ReadAsync(house, default);

            desk.ToDo.Select(r => r.DueAt is { } due ? (int?)(due - house.Now).Days : null).ShouldBe([1, 2, 3, null, null]);
        });
    }

    private static async Task FollowsAsync(DatabaseEngine engine)
    {
        await using var office = await TestOffice.StartAsync(engine);
        await office.ActAsAsync("registry", async house =>
        {
            var id = Plant(house, MatterState.Open, 1);
            await house.Db.SaveChangesAsync();
            (await MarksAsync(house, id)).ShouldBe([true]);

            foreach (var (state, isOpen) in new[] { (MatterState.Suspended, true), (MatterState.Closed, false), (MatterState.Filed, false), (MatterState.Open, true), (MatterState.Ended, false) })
            {
                house.Db.Set<Matter>().Local.Single().State = state;
                await house.Db.SaveChangesAsync();
                (await MarksAsync(house, id)).ShouldBe([isOpen], state.ToString());
            }
        });
    }

    private static Task<List<bool>> MarksAsync(Office house, long matter) =>
        house.Db.Set<MatterAccess>().AsNoTracking().Where(a => a.MatterId == matter).Select(a => a.IsOpen).ToListAsync();

    private static async Task<List<long>> IdsAsync(Office house, string state) =>
        [.. (await LedgerQuery.PageAsync(house, new LedgerFilter { State = state }, LedgerFilter.PageSize, default)).Rows.Select(r => r.Id)];

    private static long Plant(Office house, MatterState state, int? dueInDays)
    {
        var id = house.Ids.Next();
        var matter = new Matter
        {
            Id = id,
            Code = $"2026-{id}",
            Title = "关于开展安全检查的通知",
            Kind = "incoming",
            UnitId = house.Actor.HomeUnitId,
            State = state,
            OpenedAt = house.Now,
            DueAt = dueInDays is { } days ? house.Now.AddDays(days) : null,
        };
        house.Db.Add(matter);
        house.Db.Add(new IncomingDocument { MatterId = id, UnitId = matter.UnitId, Title = matter.Title, Sender = "岚川省应急管理厅", RegistryNumber = $"{id}", RegistryYear = 2026, RegistrySerial = id, ReceivedAt = house.Now });
        house.Db.Grant(matter, Participant.Person(house.Actor.PersonId), "登记", house.Now);
        return id;
    }

    private static void Give(Office house, long matter, long holder, int? dueInDays) => house.Db.Add(new WorkItem
    {
        Id = house.Ids.Next(),
        MatterId = matter,
        InstanceId = matter,
        Number = 1,
        StepId = "proposed-handling",
        StepTitle = "拟办",
        Assignee = holder,
        Kind = WorkKind.Handle,
        Status = WorkStatus.Open,
        OpenedAt = house.Now,
        DueAt = dueInDays is { } days ? house.Now.AddDays(days) : null,
    });
}
