using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Decompose;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// A task passed on in parts: what goes down comes back as progress, and never round to whoever passed it on.
public sealed class SplitTests
{
    private static readonly DocketInput Long = Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2027-03-31" }] };

    [Theory, Engines]
    [Trait("req", "M7-A35")]
    public async Task A_unit_passes_parts_on_sees_how_far_they_are_and_is_closed_after_them(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Long);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await SplitAsync(scene, "county", code, 1, "青禾县")).ShouldBe("platform.not-found");
        (await SplitAsync(scene, "bureau", code, 1, "青禾县")).ShouldBe("1");
        (await scene.DeskAsync("county")).ToDo.Single().Step.ShouldBe("督办签收");
        await scene.DoAsync("county", code, Do(TaskVerb.Receive), 2);
        await scene.DoAsync("county", code, Do(TaskVerb.Feed, "正在选址。") with { Progress = 40 }, 2);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Accept), 2);
        var seen = (await scene.ItemAsync("bureau", code))!;
        seen.Tasks.Select(t => (t.Task.Number, t.Task.ParentNumber, t.Parts)).ShouldBe([(1, null, "1项，已销0项，平均进度40%"), (2, 1, "")]);
        seen.Tasks[1].Feedbacks.Single().Feedback.Text.ShouldBe("正在选址。");
        (await scene.ItemAsync("county", code))!.Tasks.Single().Task.Number.ShouldBe(2);

        await scene.DoAsync("bureau", code, Done());
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Close))).Refusal!.Rule.ShouldBe("supervision.parts-open");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Withdraw))).Refusal!.Rule.ShouldBe("supervision.parts-open");
        await scene.DoAsync("county", code, Done(), 2);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close), 2);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
        (await scene.ItemAsync("supervision", code))!.Item.IsOpen.ShouldBeFalse();
        var again = new DateOnly(2027, 1, 29);
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Reopen, "又反弹", again), 2)).Refusal!.Rule.ShouldBe("supervision.closed-above", "no part is open under what is closed");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reopen, "又反弹", again));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reopen, "又反弹", again), 2);
    }

    [Fact]
    public async Task A_part_is_not_put_off_past_the_task_above_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Long);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await SplitAsync(scene, "bureau", code, 1, "青禾县")).ShouldBe("1");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.ChangeDue, "雨季", new DateOnly(2027, 4, 30)), 2)).Refusal!.Rule.ShouldBe("supervision.due-above");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.ChangeDue, "提前", new DateOnly(2027, 3, 1)))).Value.Remark.ShouldBe("下面有1项分解任务的时限晚于3月1日，请一并调整。");
    }

    [Fact]
    public async Task A_circle_is_refused_when_it_is_passed_on_and_when_a_unit_is_changed()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Long);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await SplitAsync(scene, "bureau", code, 1, "市发展改革委")).ShouldBe("supervision.circle");
        (await SplitAsync(scene, "bureau", code, 1, "青禾县")).ShouldBe("1");
        (await SplitAsync(scene, "county", code, 2, "市发展改革委")).ShouldBe("supervision.circle");
        (await SplitAsync(scene, "county", code, 2, "望溪县")).ShouldBe("1");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Reassign) with { Unit = "市发展改革委" }, 3)).Refusal!.Rule.ShouldBe("supervision.circle");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Reassign) with { Unit = "望溪县" })).Refusal!.Rule.ShouldBe("supervision.circle");
        (await SplitAsync(scene, "supervision", code, 3, "市水利局")).ShouldBe("1");
        (await SplitAsync(scene, "supervision", code, 4, "市财政局")).ShouldBe("supervision.split-deep");
        (await SplitAsync(scene, "county", code, 2, "市财政局", "2027-06-30")).ShouldBe("supervision.missing");
    }

    [Fact]
    public void Whatever_the_numbers_the_way_up_ends_and_no_part_goes_to_a_unit_above_it()
    {
        var any = from parents in Gen.Choose(0, 8).ArrayOf(8) from units in Gen.Choose(50, 54).ArrayOf(8) select (parents, units);
        Prop.ForAll(any.ToArbitrary(), made =>
        {
            // Even numbers that stand in a circle, which nothing writes, end.
            var all = made.parents.Select((p, i) => new SupervisionTask { Number = i + 1, Title = "任务", LeadUnitId = made.units[i], ParentNumber = p == 0 ? null : p, State = TaskState.Running, DueOn = new DateOnly(2027, 3, 31) }).ToList();
            foreach (var task in all)
            {
                var above = TaskTree.Above(all, task);
                above.Distinct().Count().ShouldBe(above.Count);
                foreach (var unit in above.Select(t => t.LeadUnitId).Append(task.LeadUnitId))
                    TaskTree.Split(all, task, [new TaskForm("部分", "", unit, [], [], null)], Tasks.Monday, Tasks.Book).Succeeded.ShouldBeFalse();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("req", "M7-A17")]
    [Trait("req", "M7-B45")]
    public async Task Supporting_units_are_added_when_strength_is_short_and_copies_widened_with_a_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Support, "") with { Unit = "市财政局、青禾县" })).Refusal!.Rule.ShouldBe("supervision.reason");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Support) with { Unit = "没有的局" })).Refusal!.Rule.ShouldBe("supervision.unknown-unit");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Support) with { Unit = "市发展改革委" })).Refusal!.Rule.ShouldBe("supervision.unit-same");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Support, "力量不足") with { Unit = "市财政局、青禾县" });
        (await scene.ItemAsync("county", code))!.Tasks.Single().Supporting.Split('、').ShouldBe(["青禾县", "市财政局"], ignoreOrder: true);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Support, "已不涉及") with { Unit = "市财政局" });
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Supporting.ShouldBe("市财政局");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Copy, "") with { Unit = "青禾县" })).Refusal!.Rule.ShouldBe("supervision.reason");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Copy, "做法值得借鉴") with { Unit = "青禾县" });
        var item = (await scene.ItemAsync("county", code))!;
        item.Tasks.Single().Copied.ShouldBe("青禾县");
        (await scene.ItemAsync("supervision", code))!.Trail[0].ShouldSatisfyAllConditions(t => t.Text.ShouldContain("增加抄送单位（青禾县）"), t => t.Quote.ShouldBe("做法值得借鉴"));
    }

    [Fact]
    [Trait("req", "M7-B92")]
    [Trait("req", "M7-B93")]
    [Trait("req", "M7-B96")]
    public async Task A_task_is_received_with_its_intent_understood_and_somebody_who_answers_for_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        (await scene.TaskAsync("bureau", code, Do(TaskVerb.Feed) with { Progress = 10 })).Refusal!.Rule.ShouldBe("supervision.not-now");
        (await scene.TaskAsync("bureau", code, Do(TaskVerb.Receive) with { Person = new string('名', 61) })).Refusal!.Field.ShouldBe("Person");
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive, "理解为年内开工、明年投用。") with { Person = "江映雪" });
        var item = (await scene.ItemAsync("supervision", code))!;
        var task = item.Tasks.Single().Task;
        (task.PersonName, task.Measure, task.DueOn).ShouldBe(("江映雪", "新增泊位500个", new DateOnly(2026, 12, 14)));
        item.Trail[0].ShouldSatisfyAllConditions(t => t.Text.ShouldContain("确认交办意图（责任人江映雪）"), t => t.Quote.ShouldBe("理解为年内开工、明年投用。"));
    }

    [Fact]
    public async Task A_task_is_passed_on_on_its_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.FollowAsync(docketed), "form.letter-draft", ("do", "send"));
        var bureau = await office.SignedInAsAsync("bureau");
        var page = await bureau.GetAsync($"{path}/tasks/1/split");
        (await bureau.SubmitAsync(page, "form#split", ("do", "split"))).Text.ShouldContain("请至少写一项");
        (await bureau.SubmitAsync(page, "form#split", ("task", "东门停车场"), ("lead", "青禾县"), ("do", "split"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await bureau.GetAsync(path)).Text.ShouldContain("1项，已销0项");
        (await (await office.SignedInAsAsync("county")).GetAsync("/supervision/owed")).Text.ShouldContain("东门停车场");
    }

    private static async Task<string> SplitAsync(Scene scene, string login, string code, int number, string lead, string due = "")
    {
        var done = await scene.AsAsync(login, s => s.GetRequiredService<SplitTask>().RunAsync(code, number, [new TaskInput { Title = $"{lead}部分", Lead = lead, Due = due }], default));
        return done.Succeeded ? $"{done.Value}" : done.Refusal.Rule;
    }
}
