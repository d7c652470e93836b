using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Organisation.Deputies;
using Zhongshu.Modules.Organisation.Leaders;
using Zhongshu.Modules.Organisation.People;
using Zhongshu.Modules.Organisation.Posts;
using Zhongshu.Modules.Organisation.Roles;
using Zhongshu.Modules.Organisation.Units;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Tests.Modules.Organisation;

public sealed class OrganisationChangeTests
{
    private static readonly CancellationToken Go = CancellationToken.None;

    [Fact]
    public async Task a_renamed_unit_stands_on_the_trail_and_moves_the_version()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var before = await office.VersionAsync();
        var form = UnitForm.Of((await office.BookAsync()).Unit(15)!);
        form.Name = "综合调研科";

        (await office.AdministerAsync(desk => UnitChanges.SaveAsync(desk, form, Go))).Succeeded.ShouldBeTrue();

        (await office.BookAsync()).Unit(15)!.Name.ShouldBe("综合调研科");
        (await office.VersionAsync()).ShouldBe(before + 1);
        var line = (await office.TrailAsync())[^1];
        line.Text.ShouldBe("综合科更名为综合调研科");
        line.PersonName.ShouldBe("机恒稳");
    }

    [Fact]
    public async Task whoever_saves_an_old_form_is_told_and_nothing_is_overwritten()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var mine = UnitForm.Of((await office.BookAsync()).Unit(15)!);
        var theirs = UnitForm.Of((await office.BookAsync()).Unit(15)!);
        theirs.ShortName = "综合";
        mine.ShortName = "调研";
        (await office.AdministerAsync(desk => UnitChanges.SaveAsync(desk, theirs, Go))).Succeeded.ShouldBeTrue();

        (await office.AdministerAsync(desk => UnitChanges.SaveAsync(desk, mine, Go))).Refusal!.Rule.ShouldBe("organisation.stale");
        (await office.BookAsync()).Unit(15)!.ShortName.ShouldBe("综合");
    }

    [Fact]
    public async Task a_form_sent_twice_makes_one_unit_and_one_line()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var id = await office.AdministerAsync(desk => Task.FromResult(desk.NewId()));
        UnitForm Form() => new() { Id = id, ParentId = 10, Kind = UnitKind.Section, Name = "外事科", Since = new(2026, 1, 1) };

        (await office.AdministerAsync(desk => UnitChanges.SaveAsync(desk, Form(), Go))).Succeeded.ShouldBeTrue();
        (await office.AdministerAsync(desk => UnitChanges.SaveAsync(desk, Form(), Go))).Succeeded.ShouldBeTrue();

        (await office.BookAsync()).Units.Count(u => u.Name == "外事科").ShouldBe(1);
        (await office.TrailAsync()).Count(e => e.Text.Contains("外事科", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task nobody_without_the_permission_changes_anything()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = UnitForm.Of((await office.BookAsync()).Unit(15)!);
        form.Name = "改";
        var refused = await office.AsAsync(21, ["matters.read-own"], s => UnitChanges.SaveAsync((Zhongshu.Modules.Organisation.OrganisationDesk)s.GetService(typeof(Zhongshu.Modules.Organisation.OrganisationDesk))!, form, Go));
        refused.Refusal!.Rule.ShouldBe("platform.forbidden");
    }

    [Theory]
    [InlineData(10L, "organisation.cycle")]
    [InlineData(13L, "organisation.cycle")]
    [InlineData(24L, "organisation.parent")]
    public async Task a_unit_is_not_moved_below_itself_or_below_one_that_is_gone(long parent, string rule)
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var book = await office.BookAsync();
        var form = UnitForm.Of(book.Unit(10)!);
        form.ParentId = parent;
        form.Refuses(book, new(2026, 11, 22))!.Rule.ShouldBe(rule);
    }

    [Fact]
    public async Task a_merged_section_leaves_its_people_duties_and_portfolios_to_the_successor()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var today = await office.AdministerAsync(desk => Task.FromResult(desk.Office.Today));
        var unit = (await office.BookAsync()).Unit(14)!;
        var form = new EndUnitForm { Id = 14, Stamp = Zhongshu.Modules.Organisation.Stamp.Of(unit), SuccessorId = 13, Day = today, Reason = "云府发〔2026〕9号" };

        (await office.AdministerAsync(desk => EndUnit.RunAsync(desk, [], form, Go))).Succeeded.ShouldBeTrue();

        var book = await office.BookAsync();
        book.Unit(14)!.SuccessorId.ShouldBe(13);
        book.MembersOf(13, today).Select(m => m.Person.Name).ShouldContain("禾小满");
        var duty = book.Duties.Where(d => d.Title.StartsWith("城乡建设", StringComparison.Ordinal)).OrderBy(d => d.Since).ToList();
        duty.Select(d => (d.UnitId, d.Until)).ShouldBe([(14, today), (13, null)]);
        book.Portfolios.Count(p => p.UnitId == 14 && p.Until is null).ShouldBe(0);
    }

    [Fact]
    public async Task one_number_moves_a_leader_and_the_others_close_up()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var book = await office.BookAsync();
        long[] Arranged(long person, string place) => [.. LeaderChanges.Arrange(book, new PrecedenceForm
        {
            Places = LeaderChanges.Order(book).ToDictionary(p => p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), p => p.Id == person ? place : p.Precedence?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        }).Value];

        Arranged(5, "3").ShouldBe([1, 2, 5, 3, 4, 6, 10, 11]);
        Arranged(2, "4").ShouldBe([1, 3, 4, 2, 5, 6, 10, 11]);
        Arranged(6, "").ShouldBe([1, 2, 3, 4, 5, 10, 11]);
        LeaderChanges.Arrange(book, new PrecedenceForm { Places = { ["1"] = "首位" } }).Refusal!.Message.ShouldContain("岭知行");
    }

    [Fact]
    public async Task the_three_administrators_stay_three_persons()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var holding = await office.AdministerAsync(desk => Task.FromResult(new HoldingForm { Id = desk.NewId(), PersonId = 62, PostId = 220, Since = desk.Office.Today }));
        (await office.AdministerAsync(desk => PersonChanges.AppointAsync(desk, holding, Go))).Refusal!.Rule.ShouldBe("organisation.three-officers");

        var post = RolesForm.Of((await office.BookAsync()).Post(162)!);
        post.Roles["auditor"] = true;
        (await office.GrantAsync(desk => GrantRoles.RunAsync(desk, post, Go))).Refusal!.Rule.ShouldBe("organisation.three-officers");
    }

    [Fact]
    public async Task an_administrator_takes_no_part_in_office_work_not_even_from_a_later_day()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var ahead = await office.AdministerAsync(desk => Task.FromResult(new HoldingForm { Id = desk.NewId(), PersonId = 93, PostId = 110, Since = desk.Office.Today.AddDays(30) }));
        (await office.AdministerAsync(desk => PersonChanges.AppointAsync(desk, ahead, Go))).Refusal!.Rule.ShouldBe("organisation.three-officers");
        (await office.BookAsync()).HoldingsOf(93).ShouldAllBe(h => h.PostId != 110);
    }

    [Fact]
    public async Task nobody_gives_himself_a_role()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var mine = (await office.BookAsync()).PostsOf(OrganisationOffice.SecurityAdministrator, new DateOnly(2026, 11, 23)).First();
        var own = RolesForm.Of(mine);
        own.Roles["leader"] = true;
        own.Roles["security-administrator"] = false;

        (await office.GrantAsync(desk => GrantRoles.RunAsync(desk, own, Go))).Refusal!.Rule.ShouldBe("organisation.own-roles");
        (await office.BookAsync()).Post(mine.Id)!.Roles.ShouldBe(mine.Roles);
    }

    [Fact]
    public async Task a_post_is_set_up_by_the_system_administrator_and_its_roles_are_granted_by_the_security_administrator()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = await office.AdministerAsync(desk => Task.FromResult(new PostForm { Id = desk.NewId(), UnitId = 14, Name = "信息岗" }));
        (await office.AdministerAsync(desk => PostChanges.SaveAsync(desk, form, Go))).Refusal.ShouldBeNull();
        var post = (await office.BookAsync()).Post(form.Id)!;
        post.Roles.ShouldBeEmpty();

        var grant = RolesForm.Of(post);
        grant.Roles["handler"] = true;
        (await office.AdministerAsync(desk => GrantRoles.RunAsync(desk, grant, Go))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await office.GrantAsync(desk => GrantRoles.RunAsync(desk, grant, Go))).Refusal.ShouldBeNull();
        (await office.BookAsync()).Post(form.Id)!.Roles.ShouldBe("handler");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task no_way_of_changing_the_organisation_grants_roles_or_clearance_on_the_side(bool roles)
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var done = await office.AdministerAsync(desk => desk.ChangeAsync(async (db, _) =>
        {
            if (roles) (await db.FindAsync<Post>(141L))!.Roles = "office-director";
            else (await db.FindAsync<Person>(31L))!.Clearance = 3;
            return new Act("organisation.test", "顺带授权");
        }, Go));
        done.Refusal!.Rule.ShouldBe("organisation.not-granted");
    }

    [Fact]
    [Trait("req", "M17-B01")]
    public async Task a_pair_of_deputies_is_entered_once_for_both_directions()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        var form = await office.AdministerAsync(desk => Task.FromResult(new PairForm { Id = desk.NewId(), BackId = desk.NewId(), Person = "桥通达", Deputy = "岭知行", Mutual = true }));
        (await office.AdministerAsync(desk => DeputyChanges.PairAsync(desk, form, Go))).Succeeded.ShouldBeTrue();
        (await office.AdministerAsync(desk => DeputyChanges.PairAsync(desk, form, Go))).Succeeded.ShouldBeTrue();

        var pairs = (await office.BookAsync()).Deputies.Where(d => d.PersonId is 1 or 6).Select(d => (d.PersonId, d.DeputyId)).Order();
        pairs.ShouldBe([(1, 6), (6, 1)]);
    }

    [Fact]
    public async Task whoever_still_holds_a_post_has_not_left()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        (await office.AdministerAsync(desk => PersonChanges.LeaveAsync(desk, 31, Go))).Refusal!.Rule.ShouldBe("organisation.person-holds");
        var holding = (await office.BookAsync()).HoldingsOf(31).Single();
        (await office.AdministerAsync(desk => PersonChanges.RelieveAsync(desk, holding.Id, Go))).Succeeded.ShouldBeTrue();
        (await office.AdministerAsync(desk => PersonChanges.LeaveAsync(desk, 31, Go))).Succeeded.ShouldBeTrue();
        (await office.BookAsync()).Deputies.ShouldNotContain(d => d.PersonId == 31 || d.DeputyId == 31);
    }
}
