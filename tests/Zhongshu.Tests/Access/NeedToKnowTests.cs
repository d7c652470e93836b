using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

public sealed class NeedToKnowTests
{
    private sealed record Case(int Classification, long[] Listed);

    [Fact]
    public Task a_matter_is_seen_exactly_when_clearance_suffices_and_the_list_names_one_of_my_subjects() => SeenExactlyWhenAsync(DatabaseEngine.Sqlite);

    [PostgresFact]
    public Task a_matter_is_seen_exactly_when_clearance_suffices_and_the_list_names_one_of_my_subjects_on_postgres() => SeenExactlyWhenAsync(DatabaseEngine.Postgres);

    [Fact]
    public async Task a_restricted_matter_leaves_the_offices_sight_and_stays_in_that_of_the_persons_named()
    {
        await using var office = await TestOffice.StartAsync();
        var id = await office.ActAsAsync("registry", async o =>
        {
            var matter = Matter(o, 0);
            o.Db.Add(matter);
            o.Db.Grant(matter, Participant.Office(o.Actor.HomeUnitId), "登记", o.Now);
            await o.Db.SaveChangesAsync();
            return matter.Id;
        });
        (await SeesAsync(office, "director", id)).ShouldBeTrue();
        await office.ActAsAsync("director", async o =>
        {
            var matter = await o.Db.Set<Matter>().SingleAsync(m => m.Id == id);
            (await o.RestrictAsync(matter, [TestOffice.PersonOf("leader1"), TestOffice.PersonOf("handler2")], default)).ShouldBeNull();
            o.Db.Grant(matter, Participant.Office(o.Actor.HomeUnitId), "登记", o.Now);
            await o.Db.SaveChangesAsync();
        });
        (await SeesAsync(office, "director", id)).ShouldBeFalse();
        (await SeesAsync(office, "registry", id)).ShouldBeFalse();
        (await SeesAsync(office, "leader1", id)).ShouldBeTrue();
        (await SeesAsync(office, "handler2", id)).ShouldBeTrue();
        (await office.ActAsAsync(null, o => o.Db.Set<TrailEntry>().CountAsync(e => e.MatterId == id && e.Verb == "matter.restricted"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Internet", 1, true)]
    [InlineData("Intranet", 3, true)]
    [InlineData("Intranet", 0, false)]
    [InlineData("Classified", 3, false)]
    public void a_classified_text_is_refused_on_anything_but_a_classified_intranet(string network, int classification, bool refused) =>
        ClassifiedText.MayBeKept(Enum.Parse<Network>(network), classification).ShouldBe(!refused);

    private static async Task SeenExactlyWhenAsync(DatabaseEngine engine)
    {
        await using var office = await TestOffice.StartAsync(engine);
        var cases = new Dictionary<long, Case>();
        await office.ActAsAsync(null, async o =>
        {
            var listed = Gen.Elements(Enumerable.Range(900_001, 12).Select(i => (long)i).ToArray());
            foreach (var made in Gen.Zip(Gen.Choose(0, 3), listed.ArrayOf(3)).Sample(10, 120))
            {
                var matter = Matter(o, made.Item1);
                o.Db.Add(matter);
                foreach (var subject in made.Item2.Distinct()) o.Db.Grant(matter, new Participant(subject), "知悉", o.Now);
                cases[matter.Id] = new Case(made.Item1, made.Item2);
            }

            await o.Db.SaveChangesAsync();
        });
        await using var scope = office.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var askers = Gen.Zip(Gen.Choose(0, 3), Gen.SubListOf(Enumerable.Range(900_001, 12).Select(i => (long)i).ToArray()));
        Prop.ForAll(askers.ToArbitrary(), asker =>
        {
            current.Actor = new Actor { PersonId = 1, Clearance = asker.Item1, Subjects = [.. asker.Item2] };
            var seen = db.Set<Matter>().Select(m => m.Id).ToHashSet();
            return seen.SetEquals(cases.Where(c => c.Value.Classification <= asker.Item1 && c.Value.Listed.Any(asker.Item2.Contains)).Select(c => c.Key));
        }).QuickCheckThrowOnFailure();
    }

    private static Matter Matter(Office office, int classification)
    {
        var id = office.Ids.Next();
        return new Matter { Id = id, Code = $"T{id}", Title = "关于试验的事项", Kind = "test", UnitId = 1, Classification = classification, OpenedAt = office.Now };
    }

    private static Task<bool> SeesAsync(TestOffice office, string login, long matterId) =>
        office.ActAsAsync(login, o => o.Db.Set<Matter>().AnyAsync(m => m.Id == matterId));
}
