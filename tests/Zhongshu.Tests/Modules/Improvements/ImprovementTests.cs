using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Improvements;
using Zhongshu.Modules.Improvements.Lists;
using Zhongshu.Modules.Improvements.Pilots;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Improvements;

public sealed class ImprovementTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly PilotInput Pilot = new() { Title = "急件两级核稿", Text = "急件由科长和分管副主任两级核稿。", Grounds = ["三级核稿来不及", "两级都在岗", "不与现行规定抵触"], Scope = "秘书二科", Owner = 30, EvaluateOn = "2026-12-20" };

    [Theory, Engines]
    [Trait("req", "M16-B11")]
    [Trait("req", "M16-B12")]
    [Trait("req", "M16-B46")]
    public async Task Opinions_are_put_under_three_questions_classed_in_three_ways_followed_and_looked_at_again(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Rules.Value(ImprovementRules.Questions).ShouldBe(["过去怎么看", "当下怎么干", "未来怎么谋"]);
        var retreat = (await KeepAsync(scene, "director", k => k.HoldAsync("下半年务虚会", "2026-11-20", null, default))).Value;
        (await KeepAsync(scene, "handler2", k => k.HoldAsync("自己开", "2026-11-20", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await OpineAsync(scene, retreat.Id, "随便说说")).Refusal!.Field.ShouldBe("question");
        (await scene.AsAsync("county", s => s.GetRequiredService<KeepRetreat>().OpineAsync(retreat.Id, "当下怎么干", "外单位", "", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        var one = (await OpineAsync(scene, retreat.Id, "当下怎么干")).Value;
        (await FinishAsync(scene, "director", one.Id)).Refusal!.Rule.ShouldBe("improvements.not-settled", "it is not even classed");

        var trial = new ClassInput("trial", "先在秘书二科试一个月", 30, "2026-12-20", "");
        foreach (var (field, input) in new[] { ("class", trial with { Class = "maybe" }), ("plan", trial with { Plan = "" }), ("owner", trial with { Owner = 0 }), ("due", trial with { DueOn = "2026-01-01" }) })
            (await ClassAsync(scene, one.Id, input)).Refusal!.Field.ShouldBe(field);
        (await ClassAsync(scene, one.Id, trial)).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Notice>().AnyAsync(n => n.PersonId == 30 && n.Text.Contains("有待商榷")))).ShouldBeTrue();
        (await FinishAsync(scene, "head2", one.Id)).Refusal!.Message.ShouldContain("先行试行", Case.Sensitive, "what is tried is looked at again before it can be done");
        (await ClassAsync(scene, one.Id, trial with { Class = "agreed" })).Refusal!.Field.ShouldBe("words", "why it is now agreed");
        (await ClassAsync(scene, one.Id, trial with { Class = "agreed", Words = "试行一个月，核稿快了一半" })).Refusal.ShouldBeNull();
        (await FinishAsync(scene, "handler2", one.Id)).Refusal!.Rule.ShouldBe("improvements.owner");
        (await FinishAsync(scene, "head2", one.Id)).Refusal.ShouldBeNull();
        (await FinishAsync(scene, "head2", one.Id)).Refusal!.Rule.ShouldBe("improvements.over");
        (await ReadAsync(scene, db => db.Set<OpinionLook>().OrderBy(l => l.Id).Select(l => l.Class).ToListAsync())).ShouldBe(["trial", "agreed"]);
    }

    [Fact]
    [Trait("req", "M16-B11")]
    [Trait("req", "M16-B12")]
    public void A_half_year_without_a_retreat_and_an_opinion_past_its_day_are_named()
    {
        Rules.Value(ImprovementRules.Every).ShouldBe(6);
        RetreatChecks.IsDue(null, 6, Today).ShouldBeTrue();
        RetreatChecks.IsDue(Today.AddMonths(-6), 6, Today).ShouldBeTrue();
        RetreatChecks.IsDue(Today.AddMonths(-6).AddDays(1), 6, Today).ShouldBeFalse();
        var opinion = new RetreatOpinion { Question = "当下怎么干", Text = "急件两级核稿", ByName = "甲", DueOn = Today.AddDays(-1) };
        RetreatChecks.IsLate(opinion, Today).ShouldBeTrue();
        RetreatChecks.Unasked(Rules.Value(ImprovementRules.Questions), [opinion]).ShouldBe(["过去怎么看", "未来怎么谋"]);
        Rules.Value(ImprovementRules.Classes).Select(c => (c.Word, c.IsSettled)).ShouldBe([("达成共识", true), ("有待商榷", false), ("条件不具备", false)]);
    }

    [Theory, Engines]
    [Trait("req", "M16-B13")]
    [Trait("req", "M16-B27")]
    public async Task Five_lists_and_one_plan_with_special_ones_have_a_person_and_a_day_on_every_line(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Rules.Value(ImprovementRules.Lists).Count.ShouldBe(5);
        Rules.Value(ImprovementRules.Aspects).Count.ShouldBe(7);
        (await OpenAsync(scene, new(ListForm.List, "购物清单", "买菜", 0))).Refusal!.Field.ShouldBe("kind");
        var list = (await OpenAsync(scene, new(ListForm.List, "重点任务清单", "下半年重点任务", 0))).Value;
        (await OpenAsync(scene, new(ListForm.Special, "", "会议优化专项", 0))).Refusal!.Rule.ShouldBe("improvements.parent");
        var general = (await OpenAsync(scene, new(ListForm.General, "", "运转优化总方案", 0))).Value;
        (await OpenAsync(scene, new(ListForm.General, "", "又一个总方案", 0))).Refusal!.Rule.ShouldBe("improvements.one-general");
        (await OpenAsync(scene, new(ListForm.Special, "", "会议优化专项", general.Id))).Refusal.ShouldBeNull();

        var line = new LineInput("", "修订核稿办法", 30, "2026-12-20");
        foreach (var (field, input) in new[] { ("text", line with { Text = "" }), ("owner", line with { Owner = 99999 }), ("due", line with { DueOn = "" }) }) (await AddAsync(scene, list.Id, input)).Refusal!.Field.ShouldBe(field);
        (await AddAsync(scene, general.Id, line)).Refusal!.Field.ShouldBe("aspect");
        (await AddAsync(scene, general.Id, line with { Aspect = "公文运转" })).Refusal.ShouldBeNull();
        var one = (await AddAsync(scene, list.Id, line)).Value;
        (await ListsAsync(scene, "director", k => k.EndAsync(list.Id, default))).Refusal!.Message.ShouldContain("1条没有落实");
        (await ListsAsync(scene, "handler2", k => k.FinishAsync(one.Id, "做完了", default))).Refusal!.Rule.ShouldBe("improvements.owner");
        (await ListsAsync(scene, "head2", k => k.FinishAsync(one.Id, "已印发", default))).Refusal.ShouldBeNull();
        (await ListsAsync(scene, "director", k => k.PutOffAsync(one.Id, "2026-12-31", "再等等", default))).Refusal!.Rule.ShouldBe("improvements.over");
        (await ListsAsync(scene, "director", k => k.EndAsync(list.Id, default))).Refusal.ShouldBeNull();
    }

    [Theory, Engines]
    [Trait("req", "M16-B39")]
    [Trait("req", "M16-B41")]
    public async Task Something_new_is_argued_for_tried_in_a_small_place_evaluated_and_only_then_spread(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (Rules.Value(ImprovementRules.Grounds).Count, Rules.Value(ImprovementRules.Stages).Count).ShouldBe((3, 5));
        Rules.Value(ImprovementRules.Stages).Select(s => s.Word).ShouldBe(["决策", "推进", "探索", "纠偏", "集成"]);
        for (var i = 0; i < 3; i++) (await BeginAsync(scene, Pilot with { Grounds = [.. Pilot.Grounds.Select((g, n) => n == i ? "" : g)] })).Refusal!.Field.ShouldBe($"ground-{i}");
        (await BeginAsync(scene, Pilot with { Scope = "" })).Refusal!.Field.ShouldBe("scope");
        var pilot = (await BeginAsync(scene, Pilot)).Value;
        (await StepAsync(scene, "handler2", pilot.Id, "decide")).Refusal!.Rule.ShouldBe("improvements.owner");
        (await StepAsync(scene, "head2", pilot.Id, "explore")).Refusal!.Rule.ShouldBe("improvements.stage-order");
        foreach (var stage in new[] { "decide", "advance", "explore" }) (await StepAsync(scene, "head2", pilot.Id, stage)).Refusal.ShouldBeNull();
        (await StepAsync(scene, "head2", pilot.Id, "explore", KeepPilot.Good)).Refusal!.Field.ShouldBe("verdict", "it is evaluated at its own stage");
        (await StepAsync(scene, "head2", pilot.Id, "correct", KeepPilot.On)).Refusal!.Field.ShouldBe("evaluate");
        (await StepAsync(scene, "head2", pilot.Id, "correct", KeepPilot.On, "2027-01-20")).Refusal.ShouldBeNull();
        (await StepAsync(scene, "head2", pilot.Id, "integrate")).Refusal!.Rule.ShouldBe("improvements.not-evaluated");
        (await StepAsync(scene, "head2", pilot.Id, "explore")).Refusal.ShouldBeNull();
        (await StepAsync(scene, "head2", pilot.Id, "correct", KeepPilot.Good)).Refusal.ShouldBeNull();
        (await StepAsync(scene, "head2", pilot.Id, "integrate")).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Pilot>().SingleAsync())).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PilotState.Spread), p => p.EvaluateOn.ShouldBe(new DateOnly(2027, 1, 20)));
        (await StepAsync(scene, "head2", pilot.Id, "integrate")).Refusal!.Rule.ShouldBe("improvements.over");
    }

    private static Task<Outcome<T>> KeepAsync<T>(Scene scene, string login, Func<KeepRetreat, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepRetreat>()));

    private static Task<Outcome<RetreatOpinion>> OpineAsync(Scene scene, long retreat, string question) => KeepAsync(scene, "handler2", k => k.OpineAsync(retreat, question, "急件两级核稿", "", null, default));

    private static Task<Outcome<Done>> ClassAsync(Scene scene, long id, ClassInput input) => KeepAsync(scene, "director", k => k.ClassAsync(id, input, default));

    private static Task<Outcome<Done>> FinishAsync(Scene scene, string login, long id) => KeepAsync(scene, login, k => k.FinishAsync(id, "核稿办法已修订", default));

    private static Task<Outcome<T>> ListsAsync<T>(Scene scene, string login, Func<KeepList, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepList>()));

    private static Task<Outcome<MeasureList>> OpenAsync(Scene scene, ListInput input) => ListsAsync(scene, "director", k => k.OpenAsync(input, null, default));

    private static Task<Outcome<MeasureLine>> AddAsync(Scene scene, long list, LineInput input) => ListsAsync(scene, "director", k => k.AddAsync(list, input, null, default));

    private static Task<Outcome<Pilot>> BeginAsync(Scene scene, PilotInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepPilot>().BeginAsync(input, null, default));

    private static Task<Outcome<Done>> StepAsync(Scene scene, string login, long id, string stage, string verdict = "", string next = "") => scene.AsAsync(login, s => s.GetRequiredService<KeepPilot>().StepAsync(id, new PilotStepInput(stage, "按方案做了。", verdict, next), default));

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
