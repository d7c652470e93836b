using Zhongshu.Demo;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Platform.Organisation;

public sealed class OrganisationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly DemoOffice _office = DemoOffice.Read();

    [Fact]
    [Trait("req", "M1-B24")]
    public void the_same_title_is_proposed_to_whoever_answered_for_it_on_that_day()
    {
        var book = _office.Book();
        string[] At(DateOnly day) => [.. DutyLibrary.Propose(book, "关于推进政务数据共享和数字政府建设的通知", day).Select(m => m.Unit.ShortName)];

        At(new(2025, 2, 28)).ShouldContain("市发展改革委");
        At(new(2025, 2, 28)).ShouldContain("电子政务科");
        At(new(2025, 3, 1)).ShouldContain("市数据局");
        At(new(2025, 3, 1)).ShouldNotContain("市发展改革委数据");
        At(new(2025, 3, 1))[0].ShouldBe("市数据局");
        At(new(2025, 3, 1)).ShouldNotContain("电子政务科");
    }

    [Fact]
    public void a_special_task_goes_before_the_usual_field() =>
        DutyLibrary.Propose(_office.Book(), "关于办好民生实事的督查通知", Today)[0].Duty.Kind.ShouldBe(DutyKind.Special);

    [Fact]
    public void within_the_office_only_its_own_sections_are_proposed() =>
        DutyLibrary.Propose(_office.Book(), "关于防汛工作的通知", Today, within: 10).ShouldAllBe(m => m.Unit.Kind == UnitKind.Section);

    [Fact]
    [Trait("req", "M17-A05")]
    public void vacant_posts_and_duties_that_nobody_answers_for_are_found()
    {
        _office.Units.Single(u => u.Id == 18).Until = Today.AddDays(-1);
        _office.Holdings.RemoveAll(h => h.PersonId == 358);
        var gaps = OrganisationChecks.Find(_office.Book(), 10, Today);

        gaps.ShouldContain(g => g.Kind == GapKind.VacantPost && g.Text == "综合科 机动岗");
        gaps.ShouldContain(g => g.Kind == GapKind.DutyWithoutUnit && g.Text.StartsWith("全市性会议审批与会务归口", StringComparison.Ordinal));
        gaps.ShouldContain(g => g.Kind == GapKind.DutyWithoutPerson && g.Text.Contains("市水利局", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("req", "M17-B01")]
    public void whoever_has_no_deputy_or_only_a_one_sided_one_is_found()
    {
        _office.Deputies.RemoveAll(d => d is { PersonId: 31, DeputyId: 21 });
        var gaps = OrganisationChecks.Find(_office.Book(), 10, Today);

        gaps.ShouldContain(g => g.Kind == GapKind.NoDeputy && g.Text.StartsWith("禾小满", StringComparison.Ordinal));
        gaps.ShouldContain(g => g.Kind == GapKind.OneSidedDeputy && g.Text.StartsWith("墨言信", StringComparison.Ordinal));
        gaps.ShouldNotContain(g => g.Text.StartsWith("砚秋白", StringComparison.Ordinal));
    }

    [Fact]
    public void two_of_one_name_are_told_apart_by_their_unit()
    {
        var book = _office.Book();
        PersonLabel.Of(book, 31, Today).ShouldBe("禾小满（秘书二科 科员）");
        PersonLabel.Find(book, "禾小满", Today, "Person").Refusal!.Message.ShouldContain("同名");
        PersonLabel.Find(book, "禾小满（市农业农村局 联络员）", Today, "Person").Value.Id.ShouldBe(355);
        PersonLabel.Find(book, "墨言信", Today, "Person").Value.Id.ShouldBe(21);
        PersonLabel.Find(book, "无此人", Today, "Person").Succeeded.ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M17-A02")]
    public void the_first_person_passes_a_matter_on_only_to_a_named_section_that_answers_for_it()
    {
        var book = _office.Book();
        var actor = new Actor { PersonId = 91, UnitId = 20 };
        var first = FirstContactRule.Receive(7, actor, DateTimeOffset.UnixEpoch);
        HandingOn To(long? section, string? reason = null) => new("关于城市防汛工作的请示", section, reason, Today);

        FirstContactRule.RefusesHandingOn(first, book, actor, To(null))!.Field.ShouldBe("Section");
        FirstContactRule.RefusesHandingOn(first, book, actor, To(24))!.Message.ShouldContain("已撤并");
        FirstContactRule.RefusesHandingOn(first, book, actor, To(20))!.Message.ShouldContain("首问人所在科室");
        FirstContactRule.RefusesHandingOn(first, book, actor, To(18))!.Field.ShouldBe("Reason");
        FirstContactRule.RefusesHandingOn(first, book, actor, To(18, "会务科牵头汇总")).ShouldBeNull();
        FirstContactRule.RefusesHandingOn(first, book, actor, To(14)).ShouldBeNull();

        FirstContactRule.HandOn(first, 14, DateTimeOffset.UnixEpoch);
        FirstContactRule.RefusesHandingOn(first, book, actor, To(null)).ShouldBeNull();
    }
}
