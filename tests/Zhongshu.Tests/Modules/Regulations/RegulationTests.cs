using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Regulations.Find;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Regulations;

public sealed class RegulationTests
{
    private static readonly RegulationInput Rules = new() { Title = "公文办理工作规则", Class = "norm", Group = "机关运转", Area = "办文", Layer = "基本制度", Level = "办公室印发", IssuedOn = "2025-03-01", Unit = 13, IsPrinciple = true, Partners = "机要室登记", Summary = "一、先登记后办理。" };

    private static readonly PlanInput Revise = new() { Kind = PlanKind.Revise, Mark = "有新要求", Reason = "急件来不及", Content = "急件两级核稿", Approval = "主任办公会审定", Level = "办公室印发", Unit = 13, DueOn = "2026-12-20" };

    [Theory, Engines]
    [Trait("req", "M16-A03")]
    [Trait("req", "M16-B03")]
    public async Task A_regulation_is_changed_and_abolished_by_the_plan_and_its_record_says_so(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var one = (await AddAsync(scene, Rules)).Value;
        (await AddAsync(scene, Rules)).Refusal!.Rule.ShouldBe("regulations.title");
        var task = (await PlanAsync(scene, Revise with { Regulation = one.Id })).Value;
        (await StateAsync(scene, one.Id)).ShouldBe(RegulationState.Revising);
        (await PlanAsync(scene, Revise with { Regulation = one.Id, Kind = PlanKind.Abolish })).Refusal!.Rule.ShouldBe("regulations.planned");
        (await OnPlanAsync(scene, p => p.FinishAsync(task.Id, "11月23日主任办公会审定", 0, default))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Regulation>().SingleAsync())).ShouldSatisfyAllConditions(r => r.State.ShouldBe(RegulationState.Valid), r => r.IssuedOn.ShouldBe(new DateOnly(2026, 11, 23)));
        (await OnPlanAsync(scene, p => p.FinishAsync(task.Id, "再来一次", 0, default))).Refusal!.Rule.ShouldBe("regulations.plan-over");

        var end = (await PlanAsync(scene, Revise with { Regulation = one.Id, Kind = PlanKind.Abolish })).Value;
        var detail = (await AddAsync(scene, Rules with { Title = "公文运转规程", IsPrinciple = false, Details = one.Id })).Value;
        (await OnPlanAsync(scene, p => p.FinishAsync(end.Id, "已由新规则代替", 0, default))).Refusal!.Message.ShouldContain("1项细则");
        var endDetail = (await PlanAsync(scene, Revise with { Regulation = detail.Id, Kind = PlanKind.Abolish })).Value;
        foreach (var id in new[] { endDetail.Id, end.Id }) (await OnPlanAsync(scene, p => p.FinishAsync(id, "已由新规则代替", 0, default))).Refusal.ShouldBeNull();
        (await StateAsync(scene, one.Id)).ShouldBe(RegulationState.Abolished);
        (await ReadAsync(scene, db => db.Set<RegulationChange>().Where(c => c.RegulationId == one.Id).OrderBy(c => c.Id).Select(c => c.What).ToListAsync())).Count.ShouldBe(5, "entered, planned, changed, planned, abolished");
    }

    [Fact]
    [Trait("req", "M16-B24")]
    [Trait("req", "M16-B25")]
    public async Task A_task_of_the_plan_says_why_what_how_approved_at_which_level_and_by_when()
    {
        await using var scene = await Scene.OpenAsync();
        var make = Revise with { Kind = PlanKind.Make, Title = "会议名单核对办法" };
        foreach (var (field, input) in new[] { ("reason", make with { Reason = "" }), ("content", make with { Content = "" }), ("approval", make with { Approval = "口头说过" }), ("level", make with { Level = "" }), ("mark", make with { Mark = "想改" }), ("due", make with { DueOn = "2026-11-01" }), ("title", make with { Title = "" }) })
            (await PlanAsync(scene, input)).Refusal!.Field.ShouldBe(field);
        foreach (var mark in new[] { "出台时间较久", "有新要求", "应定未定" }) (await PlanAsync(scene, make with { Mark = mark })).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == 20).Select(n => n.Text).ToListAsync())).ShouldContain(t => t.Contains("会议名单核对办法"));
    }

    [Fact]
    [Trait("req", "M16-B26")]
    [Trait("req", "M16-B43")]
    public async Task Tasks_are_added_put_off_and_dropped_and_what_was_made_is_counted()
    {
        await using var scene = await Scene.OpenAsync();
        var made = (await PlanAsync(scene, Revise with { Kind = PlanKind.Make, Title = "会议名单核对办法" })).Value;
        var dropped = (await PlanAsync(scene, Revise with { Kind = PlanKind.Make, Title = "茶水管理办法" })).Value;
        (await OnPlanAsync(scene, p => p.PutOffAsync(made.Id, "等主任办公会", "2026-11-01", default))).Refusal!.Field.ShouldBe("due");
        (await OnPlanAsync(scene, p => p.PutOffAsync(made.Id, "等主任办公会", "2027-01-15", default))).Refusal.ShouldBeNull();
        (await OnPlanAsync(scene, p => p.DropAsync(dropped.Id, "并入会议管理办法", default))).Refusal.ShouldBeNull();
        (await OnPlanAsync(scene, p => p.FinishAsync(made.Id, "已审定", 0, default))).Refusal!.Rule.ShouldBe("regulations.made");
        var one = (await AddAsync(scene, Rules with { Title = "会议名单核对办法", IsPrinciple = false })).Value;
        (await OnPlanAsync(scene, p => p.FinishAsync(made.Id, "已审定", one.Id, default))).Refusal.ShouldBeNull();

        var view = await scene.AsAsync("director", s => RegisterView.ReadAsync(s.GetRequiredService<Office>(), default));
        view.Tasks.Select(t => (t.Kind, t.State)).ShouldBe([(PlanKind.Make, PlanState.Done), (PlanKind.Make, PlanState.Dropped)], ignoreOrder: true);
        view.Tasks.Single(t => t.State == PlanState.Done).ShouldSatisfyAllConditions(t => t.RegulationId.ShouldBe(one.Id), t => t.DueOn.ShouldBe(new DateOnly(2027, 1, 15)));
    }

    [Theory, Engines]
    [Trait("req", "M16-A16")]
    public async Task Whoever_carries_a_regulation_out_says_what_is_wrong_with_it_and_is_answered(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var one = (await AddAsync(scene, Rules)).Value;
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepRegulation>().RemarkAsync(one.Id, "第四条急件来不及", null, default))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == 10).Select(n => n.Text).ToListAsync())).ShouldContain(t => t.Contains("修改意见"));
        var remark = await ReadAsync(scene, db => db.Set<RegulationRemark>().SingleAsync());
        (await AnswerAsync(scene, "handler2", remark.Id)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await AnswerAsync(scene, "director", remark.Id)).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, "director", remark.Id)).Refusal!.Rule.ShouldBe("regulations.answered");
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == 31).Select(n => n.Text).ToListAsync())).ShouldContain(t => t.Contains("已采纳") && t.Contains("列入修订"));
    }

    [Fact]
    [Trait("req", "M16-A26")]
    [Trait("req", "M16-B44")]
    public async Task A_look_at_how_it_is_carried_out_leaves_a_concern_until_it_is_on_the_plan()
    {
        await using var scene = await Scene.OpenAsync();
        var one = (await AddAsync(scene, Rules with { IsPrinciple = false, IssuedOn = "2026-03-01" })).Value;
        (await LookAsync(scene, one.Id, "fine")).Refusal!.Field.ShouldBe("verdict");
        (await LookAsync(scene, one.Id, "idle")).Refusal.ShouldBeNull();
        (await ConcernsAsync(scene)).ShouldBe(["回顾检查发现空转打滑，须督促执行"]);
        (await LookAsync(scene, one.Id, "outdated")).Refusal.ShouldBeNull();
        (await ConcernsAsync(scene)).Single().ShouldContain("废止计划");
        (await PlanAsync(scene, Revise with { Regulation = one.Id, Kind = PlanKind.Abolish })).Refusal.ShouldBeNull();
        (await ConcernsAsync(scene)).ShouldBeEmpty();
        (await ReadAsync(scene, db => db.Set<RegulationLook>().CountAsync())).ShouldBe(2);
    }

    private static Task<Outcome<Regulation>> AddAsync(Scene scene, RegulationInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepRegulation>().AddAsync(input, null, default));

    private static Task<Outcome<RegulationTask>> PlanAsync(Scene scene, PlanInput input) => scene.AsAsync("director", s => s.GetRequiredService<PlanRegulation>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> OnPlanAsync(Scene scene, Func<PlanRegulation, Task<Outcome<Done>>> act) => scene.AsAsync("director", s => act(s.GetRequiredService<PlanRegulation>()));

    private static Task<Outcome<Done>> AnswerAsync(Scene scene, string login, long remark) => scene.AsAsync(login, s => s.GetRequiredService<KeepRegulation>().AnswerAsync(remark, true, "列入修订，急件两级核稿", default));

    private static Task<Outcome<Done>> LookAsync(Scene scene, long id, string verdict) => scene.AsAsync("director", s => s.GetRequiredService<LookAtRegulation>().RunAsync(id, verdict, "抽查三个科室", default));

    private static Task<List<string>> ConcernsAsync(Scene scene) => scene.AsAsync("director", async s => (await RegisterView.ReadAsync(s.GetRequiredService<Office>(), default)).Concerns.Select(c => c.Text).ToList());

    private static Task<RegulationState> StateAsync(Scene scene, long id) => ReadAsync(scene, db => db.Set<Regulation>().Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
