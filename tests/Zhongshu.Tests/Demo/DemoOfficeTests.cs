using Zhongshu.Demo;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Demo;

public sealed class DemoOfficeTests
{
    private static readonly DateOnly BeforeReform = new(2025, 2, 10);
    private static readonly DateOnly Now = new(2026, 11, 22);
    private readonly DemoOffice _office = DemoOffice.Read();

    [Fact]
    public void every_number_is_given_once_and_points_somewhere()
    {
        _office.Units.Select(u => u.Id).ShouldBeUnique();
        _office.Posts.Select(p => p.Id).ShouldBeUnique();
        _office.People.Select(p => p.Id).ShouldBeUnique();
        var units = _office.Units.Select(u => u.Id).ToHashSet();
        var posts = _office.Posts.Select(p => p.Id).ToHashSet();
        var people = _office.People.Select(p => p.Id).ToHashSet();
        _office.Units.Where(u => u.ParentId is { } parent && !units.Contains(parent)).ShouldBeEmpty();
        _office.Posts.Where(p => !units.Contains(p.UnitId)).ShouldBeEmpty();
        _office.Holdings.Where(h => !posts.Contains(h.PostId) || !people.Contains(h.PersonId)).ShouldBeEmpty();
        _office.Deputies.Where(d => !people.Contains(d.PersonId) || !people.Contains(d.DeputyId)).ShouldBeEmpty();
        _office.Secretaries.Where(s => !people.Contains(s.LeaderId) || !people.Contains(s.SecretaryId)).ShouldBeEmpty();
        _office.Duties.Where(d => !units.Contains(d.UnitId)).ShouldBeEmpty();
    }

    [Fact]
    public void every_login_stands_for_a_person_who_holds_the_post_today()
    {
        var book = _office.Book();
        _office.Accounts.Where(a => book.PostsOf(a.PersonId, Now).All(p => p.Id != a.PostId)).ShouldBeEmpty();
        _office.Accounts.Select(a => a.Login).ShouldBeUnique();
    }

    [Fact]
    public void a_person_may_hold_several_posts_at_once() =>
        _office.Book().PostsOf(101, Now).Select(p => p.Name).ShouldBe(["档案员", "主任"]);

    [Fact]
    public void the_reform_moved_digital_government_to_the_new_bureau()
    {
        string[] At(DateOnly day) => [.. _office.Duties
            .Where(d => d.Keywords.Split(' ').Contains("数字政府") && d.Since <= day && (d.Until is null || day <= d.Until))
            .Select(d => _office.Units.Single(u => u.Id == d.UnitId).ShortName)];

        At(BeforeReform).ShouldBe(["电子政务科", "市发展改革委"]);
        At(Now).ShouldBe(["市数据局"]);
    }

    [Fact]
    public void the_office_has_its_superior_above_and_its_subordinates_below()
    {
        var book = _office.Book();
        var own = _office.Units.Single(u => u.Kind == UnitKind.Own);
        book.Unit(own.ParentId!.Value)!.Kind.ShouldBe(UnitKind.Superior);
        book.ChildrenOf(own.Id).Count(u => u.Kind == UnitKind.Subordinate).ShouldBeGreaterThan(10);
    }
}
