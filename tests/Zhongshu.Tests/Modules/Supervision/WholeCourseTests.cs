using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// From a leader's instruction to the closing that he hears of, below the pages.
public sealed class WholeCourseTests
{
    [Fact]
    [Trait("req", "M7-A07")]
    [Trait("req", "M7-A16")]
    [Trait("req", "M7-A37")]
    [Trait("req", "M7-A03")]
    [Trait("req", "M7-B27")]
    [Trait("req", "M7-B94")]
    [Trait("req", "M19-A03")]
    public async Task An_instruction_is_docketed_sent_fed_back_refused_mended_and_closed_and_the_leader_hears_the_result()
    {
        await using var scene = await Scene.OpenAsync();
        await CourseAsync(scene);
    }

    [PostgresFact]
    public async Task The_same_course_on_postgres()
    {
        await using var scene = await Scene.OpenAsync(DatabaseEngine.Postgres);
        await CourseAsync(scene);
    }

    private static async Task CourseAsync(Scene scene)
    {
        var (source, opinion) = await scene.InstructedAsync();
        var input = await scene.AsAsync("supervision", s => DocketSource.FilledAsync(s.GetRequiredService<Office>(), source, long.Parse(opinion, System.Globalization.CultureInfo.InvariantCulture), default));
        (input.Quote, input.Leader).ShouldBe((Words, "岭知行"));
        var docketed = await scene.DocketAsync(input with { Quote = "被改过的批示", Tasks = [new TaskInput { Lead = "市发展改革委", Measure = "方案印发并开工" }] });
        docketed.Refusal.ShouldBeNull();
        var code = docketed.Value.Code;
        (await scene.ItemAsync("supervision", code))!.Bases.Single().Quote.ShouldBe(Words);
        (await scene.DeskAsync("supervision")).ToDo.ShouldContain(r => r.Code == code && r.Step == "督办交办");
        (await scene.ItemAsync("bureau", code)).ShouldBeNull();

        (await scene.SendAsync(code)).Value.Number.ShouldBe("市政府办督〔2026〕1号");
        (await scene.DeskAsync("bureau")).ToDo.Single().Step.ShouldBe("督办签收");
        (await scene.DeskAsync("supervision")).ToDo.ShouldNotContain(r => r.Code == code);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await scene.TaskAsync("county", code, Done())).Refusal!.Rule.ShouldBe("platform.not-found");
        (await scene.TaskAsync("bureau", code, Done(kind: "meeting"))).Refusal!.Rule.ShouldBe("supervision.only-paper");
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "方案已经起草，正在征求意见。") with { Progress = 40 });
        await scene.DoAsync("supervision", code, Do(TaskVerb.Refuse, "请补充时间表。"));
        await scene.DoAsync("bureau", code, Done("方案已印发，项目全部开工。"));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));

        var closed = (await scene.ItemAsync("leader1", code))!;
        (closed.Matter.State, closed.Item.IsOpen, closed.Item.Result).ShouldBe((MatterState.Closed, false, "方案已印发，项目全部开工。"));
        closed.Tasks.Single().Feedbacks.Select(f => f.Feedback.State).ShouldBe([FeedbackState.Accepted, FeedbackState.Refused]);
        (await scene.AsAsync("leader1", s => s.GetRequiredService<Office>().Db.Set<Notice>().Where(n => n.PersonId == 1 && n.Kind == "result").Select(n => n.Text).SingleAsync())).ShouldContain("项目全部开工");
        (await scene.AsAsync("leader1", s => OwnQuery.AskedAsync(s.GetRequiredService<Office>(), default))).Single().Result.ShouldBe("方案已印发，项目全部开工。");
        (await scene.SeeAsync("supervision", source))!.Matter.Id.ShouldBe(await LinkedAsync(scene, closed.Matter.Id));
        (closed.Bases.Count, closed.Letters.Count, closed.From.Count).ShouldBe((1, 1, 1));
        closed.Trail.Select(t => t.Verb).Order().Distinct().ShouldBe(["supervision.Close", "supervision.Feed", "supervision.Receive", "supervision.Refuse", "supervision.docketed", "supervision.sent"], ignoreOrder: true);
        closed.Trail.Select(t => t.Sequence).Order().ShouldBe(Enumerable.Range(1, closed.Matter.TrailCount));
    }

    [Fact]
    [Trait("req", "M7-B80")]
    public async Task The_same_thing_is_not_supervised_twice_but_joins_what_is_open()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        var again = await scene.DocketAsync(Meeting with { Title = "加快城区停车场建设", Origin = "政府工作报告第三部分" });
        again.Refusal.ShouldBeOfType<LikeItemsFound>().Like.Single().Code.ShouldBe(code);
        (await scene.DocketAsync(Meeting with { Title = "加快城区停车场建设", DespiteLikeness = true })).Succeeded.ShouldBeTrue();

        var (source, opinion) = await scene.InstructedAsync();
        var form = await scene.AsAsync("supervision", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var input = await DocketSource.FilledAsync(office, source, long.Parse(opinion, System.Globalization.CultureInfo.InvariantCulture), default);
            return (await DocketSource.CompleteAsync(office, input, input.Read(office.Rules, await office.BookAsync(default), office.Today).Value, default)).Value;
        });
        (await scene.AsAsync("supervision", s => s.GetRequiredService<MergeSource>().RunAsync(code, form, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("supervision", s => s.GetRequiredService<MergeSource>().RunAsync(code, form, default))).Refusal!.Rule.ShouldBe("supervision.merged");
        (await scene.ItemAsync("leader1", code))!.Bases.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("req", "M7-B47")]
    public async Task What_is_reported_singly_is_known_to_the_leader_the_section_the_director_and_the_unit_alone()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Reporting = "single" });
        foreach (var login in new[] { "supervision", "director", "bureau" }) (await scene.ItemAsync(login, code)).ShouldNotBeNull(login);
        foreach (var login in new[] { "registry", "archivist", "county", "leader2", "head1" }) (await scene.ItemAsync(login, code)).ShouldBeNull(login);
    }

    [Fact]
    public async Task Of_a_feedback_and_a_withdrawal_on_the_same_picture_one_is_told()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        var version = (await scene.ItemAsync("bureau", code))!.Matter.Version;
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw) with { Version = version });
        (await scene.TaskAsync("bureau", code, Done() with { Version = version })).Refusal!.Rule.ShouldBe("platform.stale");
        (await scene.TaskAsync("bureau", code, Done())).Refusal!.Rule.ShouldBe("supervision.not-now");
        (await scene.ItemAsync("supervision", code))!.Matter.State.ShouldBe(MatterState.Ended);
    }

    [Fact]
    public async Task What_is_left_after_closing_in_part_goes_on_as_a_task_of_its_own()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Done());
        await scene.DoAsync("supervision", code, Do(TaskVerb.ClosePartly, "充电桩尚未安装", new DateOnly(2027, 1, 29)));

        var item = (await scene.ItemAsync("bureau", code))!;
        item.Tasks.Select(t => (t.Task.Number, t.Task.State, t.Task.Title)).ShouldBe([(1, TaskState.Closed, "城区停车场建设"), (2, TaskState.Running, "充电桩尚未安装")]);
        item.Matter.State.ShouldBe(MatterState.Open);
        (await scene.DeskAsync("bureau")).ToDo.Single().Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_request_for_more_time_lies_on_the_sections_desk_until_it_is_answered_and_the_light_says_why_it_turned()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        scene.Clock.Pass(TimeSpan.FromDays(21));
        await scene.AsSystemAsync(s => s.GetRequiredService<Zhongshu.Modules.Supervision.Sweep.SupervisionSweep>().RunAsync(default));
        (await scene.ItemAsync("bureau", code))!.Item.Light.ShouldBe(Zhongshu.Calendar.Light.Yellow);
        await scene.DoAsync("bureau", code, Do(TaskVerb.AskExtension, "供地手续未办完", new DateOnly(2027, 1, 15)));
        (await scene.DeskAsync("supervision")).ToDo.Single().Step.ShouldBe("延期审批");
        await scene.DoAsync("supervision", code, Do(TaskVerb.GrantExtension, ""));

        var item = (await scene.ItemAsync("bureau", code))!;
        (item.Tasks[0].Task.DueOn, item.Tasks[0].Task.Extensions).ShouldBe((new DateOnly(2027, 1, 15), 1));
        item.Item.Light.ShouldBe(Zhongshu.Calendar.Light.Green);
        item.Trail[0].Changes!.ShouldContain("绿");
        (await scene.DeskAsync("supervision")).ToDo.ShouldBeEmpty();
    }

    private static Task<long> LinkedAsync(Scene scene, long item) =>
        scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<MatterLink>().Where(l => l.FromId == item && l.Relation == DocketItem.Relation).Select(l => l.ToId).SingleAsync());
}
