using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Flow;
using Zhongshu.Modules.Organisation;
using Zhongshu.Modules.Organisation.Delegate;
using Zhongshu.Modules.Organisation.HandOver;
using Zhongshu.Modules.Organisation.Units;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Office = Zhongshu.Platform.Hosting.Office;
using Participant = Zhongshu.Platform.Access.Participant;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Tests.Modules.Organisation;

public sealed class DelegationTests
{
    private const long Drafter = 21;
    private const long Deputy = 31;
    private static readonly CancellationToken Go = CancellationToken.None;

    private static readonly FlowCase NoCase = new(new Dictionary<string, FieldValue>(), _ => null);

    /// A matter that begins with work for this holder.
    private static Task<long> BeginAsync(OrganisationOffice office, Participant holder, int classification = 0) => office.AsAsync(40, [], async services =>
    {
        var at = services.GetRequiredService<Office>();
        services.GetRequiredService<CurrentActor>().Actor = at.Actor with { SeesAll = true };
        await using var transaction = await at.Db.BeginWriteAsync(Go);
        var matter = new Matter { Id = at.Ids.Next(), Code = $"T{at.Ids.Next()}", Title = "关于灌区改造的请示", Kind = "test", UnitId = 10, OpenedAt = at.Now, Classification = classification };
        at.Db.Add(matter);
        var started = await services.GetRequiredService<FlowDesk>().StartAsync(matter, "free", NoCase, new FlowNext(new Assignment("passing", [new Zhongshu.Flow.Participant(holder.Value, holder.IsPool)])), Go);
        started.Succeeded.ShouldBeTrue(started.Refusal?.Message);
        await at.Db.SaveChangesAsync(Go);
        await transaction.CommitAsync(Go);
        return matter.Id;
    });

    private static Task<List<WorkItem>> OpenItemsAsync(OrganisationOffice office) =>
        office.ReadAsync(db => db.Set<WorkItem>().Where(w => w.Status == WorkStatus.Open).OrderBy(w => w.Id).ToListAsync());

    private static async Task<DelegationForm> FormAsync(OrganisationOffice office, bool takesWaiting = true) => await office.AdministerAsync(desk =>
    {
        var now = OfficeDay.Local(desk.Office.Now).DateTime;
        return Task.FromResult(new DelegationForm { Id = desk.NewId(), DeputyId = Deputy, From = now.AddMinutes(-1), To = now.AddDays(3), Reason = "赴省里开会", TakesWaiting = takesWaiting });
    });

    private static Task<T> DelegateAsync<T>(OrganisationOffice office, long person, Func<DelegationDesk, Task<T>> act) =>
        office.AsAsync(person, [], services => act(services.GetRequiredService<DelegationDesk>()));

    [Fact]
    [Trait("req", "M17-A01")]
    public async Task what_waits_goes_to_the_deputy_at_once_with_both_names_on_the_trail()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var matter = await BeginAsync(office, Participant.Person(Drafter));
        var form = await FormAsync(office);

        var begun = await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go));

        begun.Value.ShouldBe(new Moved(1, 0));
        var item = (await OpenItemsAsync(office)).Single();
        item.Assignee.ShouldBe(Participant.Person(Deputy).Value);
        item.OriginalAssignee.ShouldBe(Drafter);
        var line = (await office.TrailAsync(matter))[^1];
        (line.PersonName, line.ForName, line.Quote).ShouldBe(("墨言信", "墨言信", "赴省里开会"));
        line.Text.ShouldContain("禾小满");
        (await office.ReadAsync(db => db.Set<Notice>().Where(n => n.PersonId == Deputy && n.Kind == "delegation").CountAsync())).ShouldBe(1);
        (await office.ReadAsync(db => db.Set<MatterAccess>().AnyAsync(a => a.MatterId == matter && a.Subject == Participant.Person(Deputy).Value))).ShouldBeTrue();
    }

    [Fact]
    [Trait("req", "M17-A01")]
    public async Task new_work_reaches_the_deputy_until_it_is_revoked_and_then_comes_back()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = await FormAsync(office);
        (await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go))).Succeeded.ShouldBeTrue();
        await BeginAsync(office, Participant.Person(Drafter));
        (await OpenItemsAsync(office)).Single().Assignee.ShouldBe(Participant.Person(Deputy).Value);

        (await DelegateAsync(office, Drafter, d => d.RevokeAsync(form.Id, takeBack: true, Go))).Value.Items.ShouldBe(1);
        (await OpenItemsAsync(office)).Single().Assignee.ShouldBe(Participant.Person(Drafter).Value);
        await BeginAsync(office, Participant.Person(Drafter));
        (await OpenItemsAsync(office)).ShouldAllBe(i => i.Assignee == Participant.Person(Drafter).Value);
    }

    [Fact]
    public async Task a_classified_piece_stays_when_the_deputy_may_not_read_it()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        await BeginAsync(office, Participant.Person(Drafter), classification: 2);
        var form = await FormAsync(office);

        (await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go))).Value.ShouldBe(new Moved(0, 1));
        (await OpenItemsAsync(office)).Single().Assignee.ShouldBe(Participant.Person(Drafter).Value);
    }

    [Fact]
    public async Task the_same_form_sent_twice_makes_one_delegation()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = await FormAsync(office);
        (await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go))).Succeeded.ShouldBeTrue();
        (await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go))).Succeeded.ShouldBeTrue();
        (await office.BookAsync()).Delegations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_stranger_cannot_revoke_it()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = await FormAsync(office);
        (await DelegateAsync(office, Drafter, d => d.BeginAsync(form, Go))).Succeeded.ShouldBeTrue();
        (await DelegateAsync(office, 40, d => d.RevokeAsync(form.Id, true, Go))).Succeeded.ShouldBeFalse();
        (await office.BookAsync()).Delegations.Single().RevokedAt.ShouldBeNull();
    }

    [Fact]
    public async Task what_cannot_be_a_delegation_is_refused_with_its_reason()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var book = await office.BookAsync();
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
        DelegationForm Form() => new() { Id = 9, DeputyId = Deputy, From = now.DateTime, To = now.DateTime.AddDays(2), Reason = "休假" };
        string Rule(Action<DelegationForm> change, OrganisationBook? other = null)
        {
            var form = Form();
            change(form);
            return form.Decide(other ?? book, Drafter, now).Refusal!.Rule;
        }

        Form().Decide(book, Drafter, now).Succeeded.ShouldBeTrue();
        Rule(f => f.DeputyId = Drafter).ShouldBe("delegation.self");
        Rule(f => f.To = f.From).ShouldBe("delegation.span");
        Rule(f => f.From = f.To = now.DateTime.AddDays(-3)).ShouldBe("delegation.span");
        Rule(f => (f.From, f.To) = (now.DateTime.AddDays(-3), now.DateTime.AddDays(-1))).ShouldBe("delegation.past");
        Rule(f => f.To = now.DateTime.AddYears(2)).ShouldBe("delegation.long");
        Rule(f => f.Reason = " ").ShouldBe("delegation.reason");
        var back = With(book, new Delegation { Id = 1, FromPersonId = Deputy, ToPersonId = Drafter, Since = now, Until = now.AddDays(1) });
        Rule(_ => { }, back).ShouldBe("delegation.cycle");
        var mine = With(book, new Delegation { Id = 1, FromPersonId = Drafter, ToPersonId = 40, Since = now, Until = now.AddDays(1) });
        Rule(_ => { }, mine).ShouldBe("delegation.overlap");
    }

    [Fact]
    public async Task whoever_leaves_hands_everything_to_a_successor_in_one_step()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var matters = new[] { await BeginAsync(office, Participant.Person(Drafter)), await BeginAsync(office, Participant.Person(Drafter)) };
        var form = new HandOverForm { PersonId = Drafter, Successor = "砚秋白", Reason = "调离", Relieve = true, Appoint = true };

        var moved = await office.AsAsync(62, OrganisationOffice.Administrator, s => HandOverWork.RunAsync(s.GetRequiredService<OrganisationDesk>(), s.GetRequiredService<WaitingWork>(), form, Go));

        moved.Value.ShouldBe(new Moved(2, 0));
        (await OpenItemsAsync(office)).ShouldAllBe(i => i.Assignee == Participant.Person(20).Value);
        var book = await office.BookAsync();
        var today = DateOnly.FromDateTime(OfficeDay.Local(TimeProvider.System.GetUtcNow()).DateTime);
        book.PostsOf(Drafter, today).ShouldBeEmpty();
        book.HoldersOf(121, today).Select(p => p.Id).ShouldBe([20]);
        foreach (var matter in matters) (await office.TrailAsync(matter))[^1].Text.ShouldBe("墨言信的在办事项移交砚秋白（流转办理）");
    }

    [Fact]
    public async Task open_work_of_a_merged_section_follows_to_the_successor()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var matter = await BeginAsync(office, Participant.Section(14));
        var unit = (await office.BookAsync()).Unit(14)!;

        var done = await office.AsAsync(62, OrganisationOffice.Administrator, s =>
        {
            var desk = s.GetRequiredService<OrganisationDesk>();
            var form = new EndUnitForm { Id = 14, Stamp = Zhongshu.Modules.Organisation.Stamp.Of(unit), SuccessorId = 13, Day = desk.Office.Today, Reason = "机构改革" };
            return EndUnit.RunAsync(desk, s.GetServices<UnitSucceeded>(), form, Go);
        });

        done.Succeeded.ShouldBeTrue(done.Refusal?.Message);
        (await OpenItemsAsync(office)).Single().Assignee.ShouldBe(Participant.Section(13).Value);
        (await office.ReadAsync(db => db.Set<MatterAccess>().AnyAsync(a => a.MatterId == matter && a.Subject == Participant.Section(13).Value))).ShouldBeTrue();
    }

    private static OrganisationBook With(OrganisationBook book, Delegation delegation) =>
        new([.. book.Units], [.. book.People], [.. book.Posts], [.. book.Holdings]) { Delegations = [delegation] };
}
