using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Ledger;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class LedgerBoardTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [Trait("req", "M15-B18")]
    [InlineData(10, 7, "Green")]
    [InlineData(10, 8, "Yellow")]
    [InlineData(10, 10, "Yellow")]
    [InlineData(10, 11, "Red")]
    [InlineData(0, 0, "Green")]
    [InlineData(0, 1, "Red")]
    public void The_light_follows_the_share_of_the_plan(int planned, int actual, string light) =>
        Line([Plan(planned)], [.. Enumerable.Repeat(On(3), actual)], []).Light.ToString().ShouldBe(light);

    [Fact]
    public void Without_a_plan_there_is_no_light() => Line([], [On(3)], []).Light.ShouldBeNull();

    [Fact]
    [Trait("req", "M15-A03")]
    public void It_is_compared_with_the_same_days_of_last_year_and_not_with_the_whole_of_it()
    {
        var line = Line([], [On(3), On(5)], [On(3, 2025), On(12, 2025)]);
        line.LastYear.ShouldBe(2);
        line.Change.ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M15-B05")]
    public void Last_year_is_what_the_plan_says_where_the_ledger_was_not_kept() => Line([Plan(5, 8)], [On(3)], []).LastYear.ShouldBe(8);

    [Fact]
    public void Months_add_up_to_the_actual_and_only_what_is_counted_counts() =>
        Prop.ForAll(Gen.Elements(EntryState.Counted, EntryState.Asked, EntryState.Refused, EntryState.Withdrawn).Zip(Gen.Choose(1, 12)).NonEmptyListOf().ToArbitrary(), items =>
        {
            var line = Line([Plan(3)], [.. items.Select(i => On(i.Item2) with { State = i.Item1 })], []);
            return line.Months.Sum() == line.Actual && line.Actual == items.Count(i => i.Item1 == EntryState.Counted) && line.Asked == items.Count(i => i.Item1 == EntryState.Asked);
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("req", "M15-B05")]
    public void What_a_unit_without_anything_last_year_did_is_more_and_a_sum_speaks_of_all_it_compares()
    {
        LedgerBoard Draw(params BurdenPlan[] plans) => LedgerBoard.Draw(2026, Today, new LedgerPapers(plans, [On(3), On(3) with { IssuerId = 53 }, On(4) with { IssuerId = 53 }], [On(3, 2025), On(4, 2025)]), 0.8m);
        Draw().Lines.ToDictionary(l => l.UnitId, l => l.Change).ShouldBe(new Dictionary<long, int?> { [52] = -1, [53] = 2 }, ignoreOrder: true);
        LedgerBoard.ChangeOf(Draw().Lines).ShouldBe(1, "three now, two then");
        // Last year's figure of the second is known from its plan alone: there are no days to compare, and no sum.
        var typed = Draw(new BurdenPlan { IssuerId = 53, Year = 2026, Kind = BurdenKind.Document, Planned = 5, LastYear = 8 });
        typed.Lines.Single(l => l.UnitId == 53).Change.ShouldBeNull();
        LedgerBoard.ChangeOf(typed.Lines).ShouldBeNull();
        LedgerBoard.ChangeOf([]).ShouldBeNull();
    }

    private static LedgerLine Line(IReadOnlyList<BurdenPlan> plans, IReadOnlyList<Happened> now, IReadOnlyList<Happened> before) =>
        LedgerBoard.Draw(2026, Today, new LedgerPapers(plans, now, before), 0.8m).Lines.Single();

    private static Happened On(int month, int year = 2026) => new(52, BurdenKind.Document, "通知", "", new DateOnly(year, month, 20), EntryState.Counted);

    private static BurdenPlan Plan(int planned, int? lastYear = null) => new() { IssuerId = 52, Year = 2026, Kind = BurdenKind.Document, Planned = planned, LastYear = lastYear };
}
