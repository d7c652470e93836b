using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Plans;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.PeopleFiles;

/// What a kind of learning asks of every time it is held, and what is owed of it over a year.
public sealed class TrainingPointsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly TrainingInput Study = new() { Title = "全会精神学习", On = "2026-11-20", People = [21, 31, 41] };

    [Theory]
    [Trait("req", "M17-B14")]
    [Trait("req", "M17-B21")]
    [Trait("req", "M17-B30")]
    [Trait("req", "M17-B41")]
    [InlineData("four", 4, "科室带学")]
    [InlineData("exchange", 4, "科技前沿")]
    [InlineData("informants", 2, "写作课")]
    [InlineData("league-meeting", 3, "团小组会")]
    [InlineData("league-system", 2, "团员教育评议")]
    public async Task A_study_of_several_sides_says_which_it_was_and_the_year_shows_what_has_not_come_up(string kind, int sides, string side)
    {
        await using var scene = await Scene.OpenAsync();
        Rules.KindOf(kind)!.Sides.Count.ShouldBe(sides);
        (await AddAsync(scene, "director", Study with { Kind = kind })).Refusal!.Field.ShouldBe("sides");
        (await AddAsync(scene, "director", Study with { Kind = kind, Sides = ["游学"] })).Refusal!.Field.ShouldBe("sides");
        var one = (await AddAsync(scene, "director", Study with { Kind = kind, Sides = [side] })).Value;
        (await ReadAsync(scene, db => db.Set<TrainingPoint>().Where(p => p.TrainingId == one.Id).Select(p => p.Word).ToListAsync())).ShouldBe([side]);
        (await LineAsync(scene, kind)).Open.ShouldBe(Rules.KindOf(kind)!.Sides.Where(s => s != side));
    }

    [Fact]
    [Trait("req", "M17-B39")]
    public async Task Whoever_has_not_come_by_both_tracks_is_named_with_what_is_missing()
    {
        await using var scene = await Scene.OpenAsync();
        (await AddAsync(scene, "director", Study with { Kind = "dual", Sides = ["政策"], People = [21, 31] })).Refusal.ShouldBeNull();
        (await AddAsync(scene, "director", Study with { Kind = "dual", Sides = ["技术"], People = [31] })).Refusal.ShouldBeNull();
        var sides = await scene.AsAsync("director", s => Rhythm.SidesAsync(s.GetRequiredService<Office>(), Rules.KindOf("dual")!, 2026, default));
        var people = new[] { new Person { Id = 21, Name = "甲" }, new Person { Id = 31, Name = "乙" }, new Person { Id = 41, Name = "丙" } };
        Rhythm.Uncovered(Rules.KindOf("dual")!, people, sides).Select(u => (u.Person.Id, string.Join('、', u.Missing))).ShouldBe([(21, "技术"), (41, "政策、技术")]);
    }

    [Fact]
    [Trait("req", "M17-B33")]
    public async Task Training_for_meetings_has_to_teach_all_four_diligences()
    {
        await using var scene = await Scene.OpenAsync();
        Rules.KindOf("meetings")!.Must.ShouldBe(["脑勤", "腿勤", "嘴勤", "眼勤"]);
        (await AddAsync(scene, "director", Study with { Kind = "meetings", Sides = ["脑勤", "腿勤"] })).Refusal!.Message.ShouldContain("嘴勤、眼勤");
        (await AddAsync(scene, "director", Study with { Kind = "meetings", Sides = ["脑勤", "腿勤", "嘴勤", "眼勤"] })).Refusal.ShouldBeNull();
    }

    [Theory, Engines]
    [Trait("req", "M17-B13")]
    [Trait("req", "M17-B16")]
    [Trait("req", "M17-B30")]
    public async Task What_a_kind_asks_is_written_down_each_time_and_what_is_missing_is_shown(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var (kind, sides, asks) in new[] { ("linked", Array.Empty<string>(), 4), ("three", [], 6), ("informants", ["业务课"], 2) })
        {
            var one = (await AddAsync(scene, "director", Study with { Kind = kind, Sides = sides })).Value;
            var of = Rules.KindOf(kind)!;
            of.Asks.Count.ShouldBe(asks);
            (await FillAsync(scene, "director", f => f.FillAsync(one.Id, new Dictionary<string, string> { ["天气"] = "晴" }, null, default))).Refusal!.Field.ShouldBe("asks");
            (await FillAsync(scene, "head1", f => f.FillAsync(one.Id, new Dictionary<string, string> { [of.Asks[0]] = "别科" }, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
            (await FillAsync(scene, "handler2", f => f.FillAsync(one.Id, new Dictionary<string, string> { [of.Asks[0]] = "抓住主线" }, null, default))).Refusal.ShouldBeNull("one of those who took part");
            var points = await ReadAsync(scene, db => db.Set<TrainingPoint>().Where(p => p.TrainingId == one.Id).ToListAsync());
            FillTraining.Missing(of with { Draws = [] }, points, []).ShouldBe(of.Asks.Skip(1));
            (await FillAsync(scene, "director", f => f.FillAsync(one.Id, of.Asks.ToDictionary(a => a, a => a + "已做"), null, default))).Refusal.ShouldBeNull();
            (await FillAsync(scene, "handler2", f => f.FillAsync(one.Id, of.Asks.ToDictionary(a => a, a => a == of.Asks[0] ? "再补一句" : ""), null, default))).Refusal.ShouldBeNull("from a page that did not have the others yet");
            FillTraining.Missing(of with { Draws = [] }, await ReadAsync(scene, db => db.Set<TrainingPoint>().Where(p => p.TrainingId == one.Id).ToListAsync()), []).ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("req", "M17-B16")]
    [Trait("req", "M17-B17")]
    public async Task Before_it_somebody_is_drawn_for_each_of_three_subjects_and_the_answer_is_written_down()
    {
        await using var scene = await Scene.OpenAsync();
        var one = (await AddAsync(scene, "director", Study with { Kind = "three" })).Value;
        (await FillAsync(scene, "director", f => f.DrawAsync(one.Id, null, default))).Refusal.ShouldBeNull();
        (await FillAsync(scene, "director", f => f.DrawAsync(one.Id, null, default))).Refusal!.Rule.ShouldBe("people.drawn");
        var drawn = await ReadAsync(scene, db => db.Set<TrainingQuestion>().OrderBy(q => q.Topic).ToListAsync());
        drawn.Select(d => d.Topic).ShouldBe(["国之大者", "省之要事", "厅之重点"], ignoreOrder: true);
        drawn.Select(d => d.PersonId).ShouldBe([21, 31, 41], ignoreOrder: true, "each once, as far as they reach");
        (await FillAsync(scene, "director", f => f.AnswerAsync(one.Id, "国之大者", "", null, default))).Refusal!.Field.ShouldBe("answer");
        (await FillAsync(scene, "director", f => f.AnswerAsync(one.Id, "国之大者", "答得全", null, default))).Refusal.ShouldBeNull();
        FillTraining.Missing(Rules.KindOf("three")!, [], await ReadAsync(scene, db => db.Set<TrainingQuestion>().ToListAsync())).Take(2).ShouldBe(["省之要事", "厅之重点"]);
    }

    [Fact]
    [Trait("req", "M17-B17")]
    public void The_lot_falls_by_chance_and_on_nobody_twice_before_all_had_their_turn()
    {
        var picks = new Queue<int>([2, 0, 0, 1]);
        FillTraining.Draw([1, 2, 3], ["甲", "乙", "丙", "丁"], _ => picks.Dequeue()).Select(d => d.Person).ShouldBe([3, 1, 2, 2]);
        FillTraining.Draw([], ["甲"], _ => 0).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M17-B19")]
    public async Task The_days_learning_goes_to_the_whole_house_and_is_due_every_working_day()
    {
        await using var scene = await Scene.OpenAsync();
        var daily = Study with { Kind = "daily", Title = "学而时习", People = [], On = "2026-11-23" };
        (await AddAsync(scene, "director", daily)).Refusal!.Field.ShouldBe("text");
        (await AddAsync(scene, "director", daily with { Text = "一段摘编" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => TrainingView.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Rows.Single().Training.Title.ShouldBe("学而时习");
        (await scene.AsAsync("bureau", s => TrainingView.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Rows.ShouldBeEmpty("another unit");
        (await AddAsync(scene, "bureau", daily with { Text = "委内摘编" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => TrainingView.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Rows.Count.ShouldBe(1, "what another unit gives its own is not sent to the house");

        var kinds = Rules.Value(PeopleRules.Kinds);
        bool Due(DateOnly last, DateOnly today) => PeopleChecks.Overdue(kinds, new Dictionary<string, DateOnly> { ["daily"] = last }, today, Rules.Calendar).Any(d => d.Kind.Id == "daily");
        Due(new(2026, 11, 20), new(2026, 11, 23)).ShouldBeFalse("Friday's, on Monday");
        Due(new(2026, 11, 20), new(2026, 11, 24)).ShouldBeTrue("nothing on Monday");
    }

    [Theory, Engines]
    [Trait("req", "M17-A14")]
    public async Task Outings_are_planned_three_to_five_times_a_year_and_what_was_held_or_called_off_is_seen(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await LineAsync(scene, "outing")).Short.ShouldBe(3, "none planned, none held");
        var plans = new List<TrainingPlan>();
        foreach (var month in new[] { 3, 6, 9, 11, 12 }) plans.Add((await PlanAsync(scene, k => k.AddAsync(new PlanInput("outing", $"{month}月联谊", $"2026-{month}-28"), null, default))).Value);
        (await PlanAsync(scene, k => k.AddAsync(new PlanInput("outing", "再来一次", "2026-12-30"), null, default))).Refusal!.Rule.ShouldBe("people.plan-most");
        (await LineAsync(scene, "outing")).Short.ShouldBe(0);

        var held = (await AddAsync(scene, "director", Study with { Kind = "outing", Title = "到远帆市联谊" })).Value;
        (await PlanAsync(scene, k => k.HoldAsync(plans[3].Id, 1, null, default))).Refusal!.Field.ShouldBe("training");
        (await PlanAsync(scene, k => k.HoldAsync(plans[3].Id, held.Id, null, default))).Refusal.ShouldBeNull();
        (await PlanAsync(scene, k => k.HoldAsync(plans[4].Id, held.Id, null, default))).Refusal!.Rule.ShouldBe("people.plan-taken");
        foreach (var plan in plans.Take(3)) (await PlanAsync(scene, k => k.DropAsync(plan.Id, "防汛", null, default))).Refusal.ShouldBeNull();
        (await PlanAsync(scene, k => k.DropAsync(plans[0].Id, "再取消", null, default))).Refusal!.Rule.ShouldBe("people.plan-over");
        var line = await LineAsync(scene, "outing");
        (line.Times, line.Planned, line.Short, line.IsOwed).ShouldBe((1, 1, 1, true));
    }

    [Fact]
    [Trait("req", "M17-B42")]
    public async Task Team_building_is_registered_down_to_the_person()
    {
        await using var scene = await Scene.OpenAsync();
        (await AddAsync(scene, "director", Study with { Kind = "team", Title = "登山" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => TrainingView.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Tallies.ShouldBe([new KindTally("team", 1, 3, 0)]);
    }

    [Fact]
    public async Task The_form_asks_for_the_sides_of_the_kind_that_was_chosen()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var page = await director.GetAsync("/trainings?kind=four");
        page.Page.QuerySelectorAll("#add input[name=sides]").Length.ShouldBe(4);
        var refused = await director.SubmitAsync(page, "#add", ("title", "支部带学"), ("people", "31"), ("kind", "exchange"));
        refused.Page.QuerySelectorAll("#add input[name=sides]").Select(i => i.GetAttribute("value")).ShouldContain("党办业务", "another kind was chosen meanwhile");
        var added = await director.SubmitAsync(refused, "#add", ("title", "支部带学"), ("people", "31"), ("sides", "党办业务"));
        (await director.GetAsync(added.Location.ShouldNotBeNull(added.Text))).Text.ShouldContain("党办业务");
        (await director.GetAsync("/trainings/plan")).Text.ShouldContain("还要排3次");
    }

    private static Task<Outcome<Training>> AddAsync(Scene scene, string login, TrainingInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepTraining>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> FillAsync(Scene scene, string login, Func<FillTraining, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<FillTraining>()));

    private static Task<Outcome<T>> PlanAsync<T>(Scene scene, Func<KeepPlan, Task<Outcome<T>>> act) => scene.AsAsync("director", s => act(s.GetRequiredService<KeepPlan>()));

    private static async Task<RhythmLine> LineAsync(Scene scene, string kind) => (await scene.AsAsync("director", s => Rhythm.ReadAsync(s.GetRequiredService<Office>(), Today.Year, default))).Single(l => l.Kind.Id == kind);

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
