using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using static Zhongshu.Engines.Tests.Calendar.Office;

namespace Zhongshu.Engines.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(new DateOnly(2024, 6, 1).DayNumber, new DateOnly(2028, 6, 1).DayNumber)
            .Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int> Counts = Gen.Choose(-400, 400).ToArbitrary();

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // a Saturday worked before 春节
    [InlineData("2026-02-13", 2, "2026-02-24")] // over the holiday
    [InlineData("2026-02-13", 6, "2026-02-28")] // and onto the Saturday worked after it
    [InlineData("2026-02-24", -2, "2026-02-13")]
    [InlineData("2026-02-18", -1, "2026-02-14")] // back from inside the holiday
    [InlineData("2025-09-30", 1, "2025-10-09")] // 国庆 with 中秋
    [InlineData("2025-09-26", 1, "2025-09-28")] // a Sunday worked
    [InlineData("2025-12-31", 1, "2026-01-04")] // across the year, onto a Sunday worked
    [InlineData("2026-12-31", 1, "2027-01-01")] // into a year without data: a plain Friday
    [InlineData("2026-03-07", 0, "2026-03-07")] // nothing added: the date itself, even a Saturday
    public void workdays_are_counted_by_the_official_arrangement(string from, int workdays, string expected)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Office.Calendar.AddWorkdays(DateOnly.Parse(from, culture), workdays).ShouldBe(DateOnly.Parse(expected, culture));
    }

    [Fact]
    public void a_year_has_248_workdays_in_2025_and_in_2026()
    {
        Office.Calendar.WorkdaysBetween(new(2024, 12, 31), new(2025, 12, 31)).ShouldBe(248);
        Office.Calendar.WorkdaysBetween(new(2025, 12, 31), new(2026, 12, 31)).ShouldBe(248);
    }

    [Fact]
    public void adding_workdays_is_what_walking_day_by_day_gives() =>
        Prop.ForAll(Days, Counts, (day, count) => Office.Calendar.AddWorkdays(day, count) == Walk(day, count))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void adding_then_subtracting_returns_to_a_workday() =>
        Prop.ForAll(Days, Counts, (any, count) =>
        {
            var day = Office.Calendar.OnOrAfter(any);
            return Office.Calendar.AddWorkdays(Office.Calendar.AddWorkdays(day, count), -count) == day;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_workdays_between_a_day_and_its_deadline_are_those_added() =>
        Prop.ForAll(Days, Gen.Choose(0, 400).ToArbitrary(), (day, count) =>
        {
            var due = Office.Calendar.AddWorkdays(day, count);
            return Office.Calendar.WorkdaysBetween(day, due) == count
                && Office.Calendar.WorkdaysBetween(due, day) == -count
                && (count == 0 || Office.Calendar.IsWorkday(due));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void adding_in_two_parts_is_adding_at_once() =>
        Prop.ForAll(Days, Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (day, a, b) =>
            Office.Calendar.AddWorkdays(Office.Calendar.AddWorkdays(day, a), b) == Office.Calendar.AddWorkdays(day, a + b))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-02-10", 6, "2026-02-24")] // ends in 春节
    [InlineData("2026-03-02", 5, "2026-03-09")] // ends on a Saturday
    [InlineData("2026-02-10", 4, "2026-02-14")] // ends on a Saturday that is worked
    [InlineData("2026-03-02", 4, "2026-03-06")]
    public void a_natural_day_period_that_ends_on_a_day_off_runs_to_the_next_workday(string from, int days, string expected)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Office.Calendar.AddNaturalDays(DateOnly.Parse(from, culture), days).ShouldBe(DateOnly.Parse(expected, culture));
        Office.Calendar.AddNaturalDays(DateOnly.Parse(from, culture), days, RollOver.None)
            .ShouldBe(DateOnly.Parse(from, culture).AddDays(days));
    }

    [Fact]
    public void months_clip_to_the_last_day_of_a_shorter_month()
    {
        Office.Calendar.AddMonths(new(2026, 1, 31), 1, RollOver.None).ShouldBe(new(2026, 2, 28));
        Office.Calendar.AddMonths(new(2028, 1, 31), 1, RollOver.None).ShouldBe(new(2028, 2, 29));
        Office.Calendar.AddMonths(new(2026, 1, 31), 1).ShouldBe(new(2026, 2, 28), "a Saturday that is worked");
        Office.Calendar.AddMonths(new(2026, 8, 31), 1).ShouldBe(new(2026, 9, 30));
    }

    [Fact]
    public void lead_times_begin_on_a_workday_no_later_than_asked()
    {
        Office.Calendar.Before(new DateOnly(2026, 1, 31), new Within(1, TimeUnit.Month)).ShouldBe(new(2025, 12, 31));
        Office.Calendar.Before(new DateOnly(2026, 3, 31), new Within(1, TimeUnit.Month)).ShouldBe(new(2026, 2, 28));
        Office.Calendar.Before(new DateOnly(2026, 4, 20), new Within(2, TimeUnit.Month)).ShouldBe(new(2026, 2, 14));
        Office.Calendar.Before(new DateOnly(2026, 3, 30), new Within(15, TimeUnit.Day)).ShouldBe(new(2026, 3, 13));
        Office.Calendar.Before(new DateOnly(2026, 3, 2), new Within(2, TimeUnit.Workday)).ShouldBe(new(2026, 2, 27));
        Should.Throw<ArgumentException>(() => Office.Calendar.Before(new DateOnly(2026, 3, 2), Within.SameDay));
    }

    [Fact]
    public void a_year_without_an_arrangement_is_counted_by_weekends_and_says_so()
    {
        Office.Calendar.IsWorkday(new(2027, 10, 1)).ShouldBeTrue("a Friday, and nothing else is known");
        Office.Calendar.Notice(new(2026, 12, 30), new(2027, 1, 4)).ShouldBe("2027年放假安排尚未公布，暂按周末计算");
        Office.Calendar.Notice(new(2027, 1, 1), new(2029, 1, 4)).ShouldBe("2027至2029年放假安排尚未公布，暂按周末计算");
        Office.Calendar.Notice(new(2019, 5, 1), new(2019, 6, 4)).ShouldBe("2019年放假安排未录入，暂按周末计算");
        Office.Calendar.Notice(new(2025, 12, 30), new(2026, 1, 4)).ShouldBeNull();
    }

    [Fact]
    public void a_day_tells_why_it_is_off_or_worked()
    {
        Office.Calendar.DayOf(new(2026, 2, 17)).ShouldBe(new Day(new(2026, 2, 17), false, "春节", false));
        Office.Calendar.DayOf(new(2026, 2, 14)).ShouldBe(new Day(new(2026, 2, 14), true, "春节", true));
        Office.Calendar.DayOf(new(2026, 3, 7)).ShouldBe(new Day(new(2026, 3, 7), false, null, false));
    }

    [Fact]
    public void an_arrangement_that_contradicts_itself_is_refused_in_words()
    {
        var broken = new YearArrangement(2026, true,
            [new("春节", new(2026, 2, 15), new(2026, 2, 23)), new("元旦", new(2026, 1, 3), new(2026, 1, 1))],
            [new("春节", new(2026, 2, 21)), new("春节", new(2026, 2, 25)), new("春节", new(2024, 2, 24))]);
        broken.Problems().ShouldBe(
        [
            "元旦的结束日期早于开始日期",
            "2026年2月21日既列为放假又列为调休上班",
            "调休上班日2026年2月25日不是周六或周日",
            "调休上班日2024年2月24日不在2026年",
        ]);
        Should.Throw<ArgumentException>(() => new WorkCalendar([broken], Hours));
        Year2026.Problems().ShouldBeEmpty();
    }

    private static DateOnly Walk(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        while (count != 0)
        {
            day = day.AddDays(step);
            if (Office.Calendar.IsWorkday(day)) count -= step;
        }
        return day;
    }
}
