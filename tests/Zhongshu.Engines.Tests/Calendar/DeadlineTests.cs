using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using static Zhongshu.Engines.Tests.Calendar.Office;

namespace Zhongshu.Engines.Tests.Calendar;

public sealed class DeadlineTests
{
    private static readonly LightThresholds HalfOrLastDay = new(ShareLeft: 0.5m, WorkdaysLeft: 1);

    [Theory]
    [InlineData("当日")]
    [InlineData("30分钟")]
    [InlineData("2小时")]
    [InlineData("4个工作小时")]
    [InlineData("5个工作日")]
    [InlineData("15日")]
    [InlineData("3个月")]
    public void a_limit_is_read_and_written_as_an_office_writes_it(string text)
    {
        Within.TryParse(text, out var within).ShouldBeTrue();
        within.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0日")]
    [InlineData("05日")]
    [InlineData("五日")]
    [InlineData("-3日")]
    [InlineData("5天")]
    [InlineData("99999日")]
    [InlineData("个月")]
    public void anything_else_is_not_a_limit(string text) => Within.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void every_limit_reads_back() =>
        Prop.ForAll(Gen.Choose(1, 9999).ToArbitrary(), Gen.Elements(Enum.GetValues<TimeUnit>()).ToArbitrary(), (amount, unit) =>
        {
            var within = unit == TimeUnit.SameDay ? Within.SameDay : new Within(amount, unit);
            return Within.TryParse(within.ToString(), out var back) && back == within;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_first_day_is_not_counted_and_the_last_ends_at_midnight()
    {
        var due = new Deadline(Time(2026, 2, 12, 16), new Within(5, TimeUnit.Workday)).DueBy(Office.Calendar);
        due.Day.ShouldBe(new(2026, 2, 26));
        due.Instant.ShouldBe(Time(2026, 2, 27, 0));
    }

    [Fact]
    public void same_day_work_that_comes_after_hours_is_for_the_next_workday()
    {
        Due(Time(2026, 3, 6, 17, 29)).ShouldBe(new(2026, 3, 6));
        Due(Time(2026, 3, 6, 17, 30)).ShouldBe(new(2026, 3, 9));
        Due(Time(2026, 3, 7, 9)).ShouldBe(new(2026, 3, 9));
        Due(Time(2026, 3, 7, 19)).ShouldBe(new(2026, 3, 9));

        static DateOnly Due(DateTimeOffset start) => new Deadline(start, Within.SameDay).DueBy(Office.Calendar).Day;
    }

    [Fact]
    public void each_unit_is_counted_in_its_own_way()
    {
        var start = Time(2026, 3, 6, 16);
        At(new Within(30, TimeUnit.Minute)).ShouldBe(Time(2026, 3, 6, 16, 30));
        At(new Within(2, TimeUnit.Hour)).ShouldBe(Time(2026, 3, 6, 18));
        At(new Within(2, TimeUnit.WorkHour)).ShouldBe(Time(2026, 3, 9, 9));
        At(new Within(15, TimeUnit.Day)).ShouldBe(Time(2026, 3, 24, 0), "the 21st is a Saturday");
        At(new Within(1, TimeUnit.Month)).ShouldBe(Time(2026, 4, 8, 0), "the 6th is 清明");

        DateTimeOffset At(Within limit) => new Deadline(start, limit).DueBy(Office.Calendar).Instant;
    }

    [Fact]
    public void time_spent_asking_others_is_not_counted()
    {
        var deadline = new Deadline(Time(2026, 3, 2), new Within(20, TimeUnit.Workday));
        deadline.DueBy(Office.Calendar).Day.ShouldBe(new(2026, 3, 30));
        var asked = deadline with { Pauses = [new Pause(Time(2026, 3, 5), Time(2026, 3, 12))] };
        asked.DueBy(Office.Calendar).Day.ShouldBe(new(2026, 4, 7), "five workdays later, over 清明");
        var late = deadline with { Pauses = [new Pause(Time(2026, 4, 20), Time(2026, 4, 25))] };
        late.DueBy(Office.Calendar).Day.ShouldBe(new(2026, 3, 30), "a pause after the due day changes nothing");
    }

    [Fact]
    public void an_extension_counts_on_from_the_day_it_extends()
    {
        var deadline = new Deadline(Time(2026, 3, 2), new Within(20, TimeUnit.Workday))
        {
            Extensions = [new Within(20, TimeUnit.Workday)],
        };
        deadline.DueBy(Office.Calendar).Day.ShouldBe(new(2026, 4, 28));
        var complaint = new Deadline(Time(2026, 3, 3), new Within(60, TimeUnit.Day)) { Extensions = [new Within(30, TimeUnit.Day)] };
        complaint.DueBy(Office.Calendar).Day.ShouldBe(new(2026, 6, 1));
    }

    [Fact]
    public void overlapping_pauses_count_once()
    {
        var deadline = new Deadline(Time(2026, 3, 2), new Within(20, TimeUnit.Workday));
        var one = deadline with { Pauses = [new Pause(Time(2026, 3, 5), Time(2026, 3, 12))] };
        var split = deadline with
        {
            Pauses =
            [
                new Pause(Time(2026, 3, 9), Time(2026, 3, 12)),
                new Pause(Time(2026, 3, 5), Time(2026, 3, 10)),
                new Pause(Time(2026, 3, 6), Time(2026, 3, 6)),
            ],
        };
        split.DueBy(Office.Calendar).ShouldBe(one.DueBy(Office.Calendar));
    }

    [Fact]
    public void a_pause_never_brings_a_due_time_forward_and_costs_exactly_its_own_length() =>
        Prop.ForAll(
            Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(0, 400 * 24).ToArbitrary(), Gen.Choose(0, 60 * 24).ToArbitrary(),
            (limit, after, length) =>
            {
                var deadline = new Deadline(Time(2025, 3, 3), new Within(limit, TimeUnit.Workday));
                var from = deadline.Start.AddHours(after);
                var to = from.AddHours(length);
                var plain = deadline.DueBy(Office.Calendar).Day;
                var paused = (deadline with { Pauses = [new Pause(from, to)] }).DueBy(Office.Calendar).Day;
                var cost = ChinaTime.DateOf(from) <= plain && to > from
                    ? Office.Calendar.WorkdaysBetween(ChinaTime.DateOf(from), ChinaTime.DateOf(to))
                    : 0;
                return Office.Calendar.WorkdaysBetween(plain, paused) == cost;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-03-02T09:00", Light.Green, "剩5个工作日")]
    [InlineData("2026-03-04T17:00", Light.Green, "剩3个工作日")]
    [InlineData("2026-03-05T15:00", Light.Yellow, "剩2个工作日")]
    [InlineData("2026-03-07T10:00", Light.Yellow, "剩1个工作日")]
    [InlineData("2026-03-09T23:59", Light.Yellow, "今日到期")]
    [InlineData("2026-03-10T00:00", Light.Red, "超期1日")]
    [InlineData("2026-03-11T09:00", Light.Red, "超期2日")]
    public void lights_and_words_follow_the_clock(string now, Light light, string words)
    {
        var deadline = new Deadline(Time(2026, 3, 2), new Within(5, TimeUnit.Workday));
        var state = DeadlineState.At(deadline, Local(now), Office.Calendar, new LightThresholds(0.5m, 1));
        (state.Light, state.Words, state.Paused, state.Notice).ShouldBe((light, words, false, null));
    }

    [Fact]
    public void hours_are_said_in_hours()
    {
        var urgent = new Deadline(Time(2026, 3, 2, 9), new Within(2, TimeUnit.Hour));
        Say(urgent, Time(2026, 3, 2, 9, 30)).ShouldBe("剩1小时30分");
        Say(urgent, Time(2026, 3, 2, 10, 59)).ShouldBe("剩1分钟");
        Say(urgent, Time(2026, 3, 2, 11, 40)).ShouldBe("超期40分钟");
        Say(urgent, Time(2026, 3, 4, 9)).ShouldBe("超期2日");
        var work = new Deadline(Time(2026, 3, 2, 16), new Within(10, TimeUnit.WorkHour));
        Say(work, Time(2026, 3, 2, 16)).ShouldBe("剩1个工作日");
        Say(work, Time(2026, 3, 3, 17)).ShouldBe("剩2小时工作时间");
        Say(new Deadline(Time(2026, 3, 2), new Within(15, TimeUnit.Day)), Time(2026, 3, 10)).ShouldBe("剩7日");

        static string Say(Deadline deadline, DateTimeOffset now) =>
            DeadlineState.At(deadline, now, Office.Calendar, HalfOrLastDay).Words;
    }

    [Fact]
    public void a_paused_deadline_stands_as_it_stood()
    {
        var deadline = new Deadline(Time(2026, 3, 2), new Within(5, TimeUnit.Workday))
        {
            Pauses = [new Pause(Time(2026, 3, 3), null)],
        };
        var state = DeadlineState.At(deadline, Time(2026, 5, 8), Office.Calendar, HalfOrLastDay);
        (state.Light, state.Words, state.Paused).ShouldBe((Light.Green, "已暂停，剩4个工作日", true));
        deadline.PausedSince.ShouldBe(Time(2026, 3, 3));
    }

    [Fact]
    public void a_deadline_in_a_year_without_an_arrangement_carries_the_notice()
    {
        var deadline = new Deadline(Time(2026, 12, 29), new Within(5, TimeUnit.Workday));
        DeadlineState.At(deadline, Time(2026, 12, 29), Office.Calendar, HalfOrLastDay).Notice
            .ShouldBe("2027年放假安排尚未公布，暂按周末计算");
    }

    [Fact]
    public void a_light_only_ever_worsens_while_the_clock_runs() =>
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 2000).ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(),
            (limit, hours, more) =>
            {
                var deadline = new Deadline(Time(2026, 1, 30), new Within(limit, TimeUnit.Workday));
                return Light(hours) <= Light(hours + more);

                Light Light(int h) =>
                    DeadlineState.At(deadline, deadline.Start.AddHours(h), Office.Calendar, HalfOrLastDay).Light;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_reminder_comes_ahead_of_the_due_time()
    {
        var due = new Deadline(Time(2026, 2, 12), new Within(3, TimeUnit.Workday)).DueBy(Office.Calendar);
        due.Day.ShouldBe(new(2026, 2, 24));
        Office.Calendar.Before(due, new Within(1, TimeUnit.Workday)).ShouldBe(Time(2026, 2, 14, 8, 30));
        Office.Calendar.Before(due, new Within(2, TimeUnit.WorkHour)).ShouldBe(Time(2026, 2, 24, 15, 30));
    }

    private static DateTimeOffset Local(string text) =>
        new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), ChinaTime.Offset);
}
