using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using static Zhongshu.Engines.Tests.Calendar.Office;

namespace Zhongshu.Engines.Tests.Calendar;

public sealed class WorkTimeTests
{
    private static readonly Arbitrary<DateTimeOffset> Instants =
        Gen.Choose(0, 3 * 365 * 24 * 60).Select(m => Time(2025, 1, 1, 0).AddMinutes(m)).ToArbitrary();

    private static readonly Arbitrary<int> Minutes = Gen.Choose(1, 60 * 24 * 30).ToArbitrary();

    [Fact]
    public void working_hours_leave_out_lunch_nights_weekends_and_holidays()
    {
        Office.Calendar.AddWorkHours(Time(2026, 3, 2, 11), 2).ShouldBe(Time(2026, 3, 2, 15));
        Office.Calendar.AddWorkHours(Time(2026, 3, 2, 16), 4).ShouldBe(Time(2026, 3, 3, 11));
        Office.Calendar.AddWorkHours(Time(2026, 3, 6, 17), 1).ShouldBe(Time(2026, 3, 9, 9));
        Office.Calendar.AddWorkHours(Time(2026, 2, 14, 16), 2).ShouldBe(Time(2026, 2, 24, 9));
        Office.Calendar.AddWorkHours(Time(2026, 3, 7, 10), 7).ShouldBe(Time(2026, 3, 9, 17, 30), "a full day ends in the evening");
        Office.Calendar.AddWorkHours(Time(2026, 3, 3, 9), -1).ShouldBe(Time(2026, 3, 2, 17));
        Office.Calendar.AddWorkHours(Time(2026, 3, 3, 15), -1).ShouldBe(Time(2026, 3, 3, 14), "not at noon");
    }

    [Fact]
    public void an_instant_of_another_offset_is_read_on_the_office_clock() =>
        Office.Calendar.AddWorkHours(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero), 2)
            .ShouldBe(Time(2026, 3, 2, 15));

    [Fact]
    public void the_working_time_between_an_instant_and_its_deadline_is_what_was_added() =>
        Prop.ForAll(Instants, Minutes, (start, minutes) =>
        {
            var amount = TimeSpan.FromMinutes(minutes);
            return Office.Calendar.WorkTimeBetween(start, Office.Calendar.AddWorkTime(start, amount)) == amount
                && Office.Calendar.WorkTimeBetween(start, Office.Calendar.AddWorkTime(start, -amount)) == -amount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void working_time_added_always_ends_inside_working_hours() =>
        Prop.ForAll(Instants, Minutes, (start, minutes) =>
        {
            var end = Office.Calendar.AddWorkTime(start, TimeSpan.FromMinutes(minutes));
            var time = ChinaTime.TimeOf(end);
            return Office.Calendar.IsWorkday(ChinaTime.DateOf(end)) && Hours.Spans.Any(s => s.From <= time && time <= s.To);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void half_of_the_time_is_half_of_the_working_time()
    {
        Office.Calendar.AtShare(Time(2026, 3, 6, 8, 30), Time(2026, 3, 9, 17, 30), 0.5m).ShouldBe(Time(2026, 3, 6, 17, 30));
        Office.Calendar.AtShare(Time(2026, 3, 7, 8, 0), Time(2026, 3, 7, 18, 0), 0.5m)
            .ShouldBe(Time(2026, 3, 7, 13, 0), "a day off has no working time: the plain half");
    }

    [Fact]
    public void hours_that_overlap_or_run_backwards_are_refused()
    {
        Should.Throw<ArgumentException>(() => new WorkHours([]));
        Should.Throw<ArgumentException>(() => new WorkHours([new(new(12, 0), new(8, 30))]));
        Should.Throw<ArgumentException>(() => new WorkHours([new(new(8, 30), new(12, 0)), new(new(11, 0), new(17, 0))]));
    }
}
