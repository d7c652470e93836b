using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class ArchiveDutyTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;

    [Fact]
    [Trait("req", "M12-A09")]
    [Trait("req", "M12-B01")]
    [Trait("req", "M12-B03")]
    public async Task Each_of_three_layers_four_steps_and_the_four_duties_of_a_section_is_a_posts_until_then_it_is_named_as_unheld()
    {
        var kinds = Rules.Value(DutyRules.Kinds);
        kinds.Where(k => k.Group == "三层责任").Select(k => k.Word).ShouldBe(["领导责任", "管理责任", "执行责任"]);
        kinds.Where(k => k.Group == "四个步骤").Select(k => k.Word).ShouldBe(["收集", "整理", "编纂", "归档"]);
        kinds.Where(k => k.EachSection).Select(k => k.Word).ShouldBe(["形成", "归档", "保管利用", "安全"]);
        DutyRules.Unheld(kinds, [], [13, 14]).Count.ShouldBe(3 + 4 + (4 * 2));

        await using var scene = await Scene.OpenAsync();
        (await SetAsync(scene, "head2", new DutyInput("compile", 0, 201, "编纂"))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await SetAsync(scene, "archivist", new DutyInput("compile", 0, 371, "编纂"))).Refusal!.Field.ShouldBe("post", "a post of another unit");
        (await SetAsync(scene, "archivist", new DutyInput("safe", 14, 121, "专柜"))).Refusal!.Field.ShouldBe("post", "a section's duty is one of its own posts'");
        (await SetAsync(scene, "archivist", new DutyInput("safe", 0, 131, "专柜"))).Refusal!.Field.ShouldBe("unit");
        (await SetAsync(scene, "archivist", new DutyInput("compile", 0, 201, ""))).Refusal!.Field.ShouldBe("content");
        (await SetAsync(scene, "archivist", new DutyInput("compile", 0, 201, "每年编纂两种"))).Refusal.ShouldBeNull();
        (await SetAsync(scene, "archivist", new DutyInput("compile", 0, 200, "每年编纂三种"))).Refusal.ShouldBeNull();
        (await SetAsync(scene, "archivist", new DutyInput("safe", 14, 131, "专柜加锁"))).Refusal.ShouldBeNull();

        var held = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveDuty>().AsNoTracking().ToListAsync());
        held.Single(d => d.Kind == "compile").ShouldSatisfyAllConditions(d => d.PostId.ShouldBe(200), d => d.Content.ShouldBe("每年编纂三种"));
        DutyRules.Unheld(kinds, held, [14]).Select(u => u.Kind.Id).ShouldNotContain("compile");
        DutyRules.Unheld(kinds, held, [13, 14]).Where(u => u.Kind.Id == "safe").Select(u => u.Unit).ShouldBe([13]);
    }

    [Fact]
    [Trait("req", "M12-B03")]
    public async Task Scope_class_and_retention_stand_in_one_table_by_section()
    {
        await using var scene = await Scene.OpenAsync();
        var scope = new ScopeInput(18, "市政府常务会议通知、议程、纪要", "会议", "Y");
        (await ScopeAsync(scene, scope with { Retention = "D99" })).Refusal!.Field.ShouldBe("retention");
        (await ScopeAsync(scene, scope)).Refusal.ShouldBeNull();
        (await ScopeAsync(scene, scope)).Refusal!.Rule.ShouldBe("archives.scope-twice");
        (await ScopeAsync(scene, scope with { Unit = 13 })).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M12-B02")]
    public async Task The_course_of_taking_managing_keeping_and_using_goes_node_by_node_with_the_section()
    {
        await using var scene = await Scene.OpenAsync();
        Rules.Value(WorkRules.Kinds).Single(k => k.Id == "coordinate").Nodes.ShouldBe(["收", "管", "存", "用"]);
        var work = await OpenAsync(scene, "coordinate", [("收", 14, "2026-11-24"), ("管", 21, "2026-11-26"), ("存", 21, "2026-11-27"), ("用", 14, "2026-12-30")]);
        var nodes = await NodesAsync(scene, work);
        (await OnAsync(scene, "drafter", k => k.FinishAsync(nodes[0].Id, "已收", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await OnAsync(scene, "archivist", k => k.FinishAsync(nodes[1].Id, "已整理", null, default))).Refusal!.Message.ShouldContain("前一个节点“收”");
        (await OnAsync(scene, "head2", k => k.FinishAsync(nodes[0].Id, "交来32件", null, default))).Refusal.ShouldBeNull();
        (await OnAsync(scene, "head2", k => k.FinishAsync(nodes[0].Id, "再来", null, default))).Refusal!.Rule.ShouldBe("archives.node-done");
        foreach (var node in nodes.Skip(1)) (await OnAsync(scene, "archivist", k => k.FinishAsync(node.Id, "完成", null, default))).Refusal.ShouldBeNull();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveWork>().SingleAsync())).ClosedOn.ShouldBe(new DateOnly(2026, 11, 23));
    }

    [Fact]
    [Trait("req", "M12-A14")]
    public async Task A_building_of_the_archive_is_tracked_by_node_and_a_late_node_is_told_and_put_off_only_with_a_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var wrong = await scene.AsAsync("archivist", s => s.GetRequiredService<KeepWork>().OpenAsync(new WorkInput("building", "市档案馆新馆", "市住建局", [new NodeInput("设计", 22, "2026-12-20"), new NodeInput("立项", 22, "2026-11-25")]), null, default));
        wrong.Refusal!.Message.ShouldContain("不能早于");
        var work = await OpenAsync(scene, "building", [("立项", 22, "2026-11-25"), ("设计", 22, "2026-12-20")]);
        (await ArchiveTaskTests.SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await ArchiveTaskTests.SweepAsync(scene)).ShouldBe(1);
        (await ArchiveTaskTests.NoticesAsync(scene, 111)).ShouldContain(t => t.Contains("节点“立项”已过11月25日"));
        var nodes = await NodesAsync(scene, work);
        (await OnAsync(scene, "archivist", k => k.PutOffAsync(nodes[0].Id, "2026-12-25", "", null, default))).Refusal!.Field.ShouldBe("words");
        (await OnAsync(scene, "archivist", k => k.PutOffAsync(nodes[0].Id, "2026-12-25", "等规划批复", null, default))).Refusal.ShouldBeNull();
        (await NodesAsync(scene, work))[1].DueOn.ShouldBe(new DateOnly(2026, 12, 25), "what follows cannot be due before it");
    }

    [Fact]
    [Trait("req", "M12-B15")]
    [Trait("req", "M12-B13")]
    public void Arranging_and_liaison_come_again_after_their_months_and_acceptance_when_it_is_called_for()
    {
        WorkKind Of(string id) => Rules.Value(WorkRules.Kinds).Single(k => k.Id == id);
        var filed = new DateOnly(2026, 1, 10);
        WorkRules.NextOn(Of("arrange"), null, null).ShouldBeNull("nothing to arrange");
        WorkRules.NextOn(Of("arrange"), null, filed).ShouldBe(filed.AddMonths(6));
        WorkRules.NextOn(Of("arrange"), new DateOnly(2026, 9, 1), filed).ShouldBe(new DateOnly(2027, 3, 1));
        WorkRules.NextOn(Of("liaison"), filed, filed).ShouldBe(filed.AddMonths(12));
        WorkRules.NextOn(Of("acceptance"), null, filed).ShouldBeNull();
        Of("acceptance").Nodes.ShouldContain("现场验收");
    }

    private static async Task<long> OpenAsync(Scene scene, string kind, (string Title, long Unit, string Due)[] nodes)
    {
        var input = new WorkInput(kind, "收管存用", "市档案局", [.. nodes.Select(n => new NodeInput(n.Title, n.Unit, n.Due))]);
        return (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepWork>().OpenAsync(input, null, default))).Value.Id;
    }

    private static Task<List<ArchiveNode>> NodesAsync(Scene scene, long work) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveNode>().AsNoTracking().Where(n => n.WorkId == work).OrderBy(n => n.Number).ToListAsync());

    private static Task<Outcome<Done>> OnAsync(Scene scene, string login, Func<KeepWork, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepWork>()));

    private static Task<Outcome<Done>> SetAsync(Scene scene, string login, DutyInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepDuty>().SetAsync(input, null, default));

    private static Task<Outcome<Done>> ScopeAsync(Scene scene, ScopeInput input) => scene.AsAsync("archivist", s => s.GetRequiredService<KeepDuty>().AddScopeAsync(input, null, default));
}
