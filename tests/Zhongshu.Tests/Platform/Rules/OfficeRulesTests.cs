using Zhongshu.Calendar;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Tests.Platform.Rules;

/// The rule files that ship.
public sealed class OfficeRulesTests
{
    private static readonly RuleBook Book = Load();

    [Fact]
    public void every_file_loads_and_every_need_of_the_program_is_met() =>
        Book.Entries.Count().ShouldBeGreaterThan(60);

    [Fact]
    public void every_entry_cites_a_source_and_a_date()
    {
        foreach (var entry in Book.Entries)
        {
            entry.Source.ShouldNotBeNullOrWhiteSpace(entry.Id);
            entry.Since.Year.ShouldBeInRange(1949, 2026, entry.Id);
            entry.Ref.Citation.ShouldStartWith($"依据：{entry.Source}", Case.Sensitive, entry.Id);
        }
    }

    [Fact]
    public void an_entry_of_a_regulation_is_never_freely_adjustable() =>
        Book.Entries.Where(e => e.Strength == Strength.Mandatory).ShouldAllBe(e => e.Adjustable != Adjustable.Freely);

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void a_published_year_has_its_workdays(int year, int workdays)
    {
        Book.Calendar.WorkdaysBetween(new(year - 1, 12, 31), new(year, 12, 31)).ShouldBe(workdays);
        Book.Years.Single(y => y.Arrangement.Year == year).Page.ShouldStartWith("https://www.gov.cn/");
    }

    [Fact]
    public void the_year_without_an_arrangement_is_announced() =>
        Book.Calendar.Notice(new(2026, 12, 31), new(2027, 1, 4)).ShouldBe("2027年放假安排尚未公布，暂按周末计算");

    [Theory]
    [Trait("req", "M1-A15")]
    [InlineData(3, "特急1个工作日")]
    [InlineData(0, "常规10个工作日")]
    public void handling_limits_follow_urgency(int rank, string figure) =>
        Book.LimitFor(DeadlineRules.Handle, rank).Ref.FigureText.ShouldBe(figure);

    [Fact]
    public void three_levels_of_chasing_name_whom_they_tell()
    {
        var levels = Book.Value(DeadlineRules.ChaseLevels);
        levels.Select(l => (l.Level, l.When)).ShouldBe([(1, "过半"), (2, "临期"), (3, "超期")]);
        levels[2].To.ShouldContain("office-director");
    }

    [Fact]
    public void the_figures_of_the_first_modules_are_there()
    {
        Book.Value(IncomingRules.Checks).Count.ShouldBe(8);
        Book.Value(IncomingRules.ThreeQuestions).Count.ShouldBe(3);
        Book.Value(IncomingRules.DocumentTypes).Count.ShouldBe(15);
        Book.Value(IncomingRules.RoutingPrinciples).Select(p => p.Word)
            .ShouldBe(["遵从职能", "依循先例", "综合优先", "按量定责", "归口负责", "接件即办"]);
        Book.Value(ArchiveRules.Periods).Select(p => p.Code).ShouldBe(["Y", "D30", "D10"]);
        Book.Value(AccountRules.LockoutTime).ShouldBe(new Within(15, TimeUnit.Minute));
    }

    [Fact]
    public void the_three_administrators_are_kept_apart()
    {
        var roles = Book.PermissionsByRole();
        string[] administrators = ["system-administrator", "security-administrator", "auditor"];
        foreach (var administrator in administrators)
        {
            foreach (var other in roles.Keys.Where(r => r != administrator))
            {
                roles[administrator].Intersect(roles[other]).ShouldBeEmpty();
                Book.MayHoldTogether(administrator, other).ShouldBeFalse($"{administrator} with {other}");
            }
        }
        Book.MayHoldTogether("registry-clerk", "archivist").ShouldBeTrue();
    }

    [Fact]
    public void an_entry_tells_where_it_is_used() =>
        Book.UsedFor("deadlines.chase-at-share").ShouldBe(["自动催办"]);

    [ArrangementSampleFact]
    public void published_years_agree_with_an_independent_list()
    {
        foreach (var year in Book.Years.Where(y => y.Arrangement.Published).Select(y => y.Arrangement.Year))
        {
            var named = ArrangementSampleFactAttribute.Read(year);
            named.Count.ShouldBeGreaterThan(20);
            foreach (var (date, off) in named) Book.Calendar.IsWorkday(date).ShouldBe(!off, $"{date:yyyy-MM-dd}");
            for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
                if (Book.Calendar.DayOf(day).Holiday is not null) named.ShouldContainKey(day);
        }
    }

    private static RuleBook Load()
    {
        var load = OfficeRules.Load(RulesFolder.Path);
        load.Book.ShouldNotBeNull(RuleProblem.StartText(load.Problems));
        return load.Book;
    }
}
