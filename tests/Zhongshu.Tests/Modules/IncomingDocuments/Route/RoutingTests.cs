using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Route;
using Zhongshu.Modules.IncomingDocuments.Watch;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Route;

/// Proposing and handing out, by the demonstration office.
public sealed class RoutingTests
{
    private const string OfTwoSections = "关于做好老旧小区改造项目资金预算工作的通知";

    [Fact]
    [Trait("req", "M1-B13")]
    public async Task What_concerns_several_sections_is_not_handed_out_by_default()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await RoutedAsync(scene, OfTwoSections);

        (await TryAsync(scene, code, Routing([14]))).ShouldBe("incoming.distinction");
        (await TryAsync(scene, code, Routing([14]) with { Fields = Of("distinction", "看着办") })).ShouldBe("incoming.unknown-code");
        (await TryAsync(scene, code, Routing([14]) with { Fields = Of("distinction", "权限") })).ShouldBeNull();

        (await DocumentAsync(scene)).Distinction.ShouldBe("权限");
    }

    [Fact]
    [Trait("req", "M1-B15")]
    [Trait("req", "M16-A08")]
    public async Task One_section_leads_several_join_in_and_each_has_its_own_piece_of_work()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await RoutedAsync(scene, OfTwoSections);

        (await TryAsync(scene, code, Routing([14], 13, 15))).ShouldBeNull();

        var document = await DocumentAsync(scene);
        (document.LeadUnitId, document.SupportingUnits).ShouldBe((14L, "13,15"));
        var items = (await scene.SeeAsync("director", code))!.Items;
        items.Count(i => i.StepId == "lead-handling").ShouldBe(1);
        items.Count(i => i.StepId == "supporting-handling").ShouldBe(2);
    }

    [Fact]
    [Trait("req", "M1-B09")]
    public async Task A_matter_of_weight_is_not_handed_out_before_a_leader_has_instructed()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于企业改制方案的请示"));

        (await TryAsync(scene, code, new ActForm { Verb = "complete", Opinion = "请办理。", To = "routing" })).ShouldBe("incoming.leader-first");
        (await TryAsync(scene, code, new ActForm { Verb = "complete", Opinion = "请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] })).ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M1-B33")]
    public async Task The_sentences_of_a_proposal_come_filled_in_and_what_is_left_blank_is_not_sent()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var phrases = await scene.AsAsync("director", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await s.GetRequiredService<IncomingKindOfMatter>().PhrasesAsync(office, await office.Db.Set<Matter>().SingleAsync(), "proposed-handling", default);
        });

        phrases.ShouldContain(p => p.Contains("秘书二科", StringComparison.Ordinal) && p.Contains('月') && !p.Contains('{'));
        (await TryAsync(scene, code, new ActForm { Verb = "complete", Opinion = "请{领导}阅示。", To = "routing" })).ShouldBe("incoming.phrase-blank");
    }

    [Fact]
    [Trait("req", "M1-B13")]
    public async Task A_title_of_housing_goes_to_who_answers_for_housing_and_for_no_civil_affairs_in_the_sender_s_name()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisterAsync("registry", ScenePlay.Paper("岚川省人民政府办公厅关于做好城镇老旧小区改造资金预算工作的通知"));
        var proposals = await scene.AsAsync("director", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await RoutingQuery.ProposeAsync(office, await office.Db.Set<IncomingDocument>().SingleAsync(), default);
        });

        proposals.First(p => p.UnitId is >= 12 and < 40).UnitId.ShouldBe(14);
        proposals.First(p => p.UnitId == 14).Reasons[0].Text.ShouldContain("老旧小区");
        proposals.SelectMany(p => p.Reasons).ShouldNotContain(r => r.Text.Contains("民政", StringComparison.Ordinal));
        proposals.ShouldNotContain(p => p.UnitId == 61);
    }

    [Fact]
    [Trait("req", "M1-B27")]
    public async Task A_routing_in_dispute_is_kept_with_its_cause_and_can_be_looked_up()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await RoutedAsync(scene, "关于清溪防汛职责移交的函");
        var fields = new Dictionary<string, string> { ["routingPrinciple"] = "综合优先", ["disputeCause"] = "标题与实质不一致", ["routingReason"] = "实为资产划转" };
        (await TryAsync(scene, code, Routing([15]) with { Fields = fields })).ShouldBeNull();

        var row = (await DisputesAsync(scene, "实质", null)).ShouldHaveSingleItem();
        (row.Code, row.Lead, row.Principle, row.Cause).ShouldBe((code, "综合科", "综合优先", "标题与实质不一致"));
        (await DisputesAsync(scene, null, "依循先例")).ShouldBeEmpty();

        await scene.RegisteredAsync(ScenePlay.Paper("关于东溪防汛职责移交的函", 2));
        var proposals = await scene.AsAsync("director", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var later = await office.Db.Set<IncomingDocument>().OrderByDescending(d => d.MatterId).FirstAsync();
            return await RoutingQuery.ProposeAsync(office, later, default);
        });
        proposals.Single(p => p.UnitId == 15).Reasons.ShouldContain(r => r.Principle == "依循先例" && r.Text.Contains("分歧件", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("req", "M1-B25")]
    [Trait("req", "M1-B05")]
    [Trait("req", "M1-B41")]
    public async Task How_long_routing_took_how_often_it_changed_and_what_ran_late_is_counted()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.ClosedAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好公路养护工作的通知", 2));
        scene.Clock.Pass(TimeSpan.FromDays(2));
        await scene.AsSystemAsync(s => s.GetRequiredService<Zhongshu.Modules.IncomingDocuments.Chase.ChaseSweep>().RunAsync(default));
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        (await TryAsync(scene, code, Routing([14]))).ShouldBeNull();
        await scene.DoAsync("head2", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("head2", code, new ActForm { Verb = "return", To = "routing", Opinion = "不属本科职责。" });
        (await TryAsync(scene, code, Routing([13]))).ShouldBeNull();

        var total = (await scene.AsAsync("director", s => IncomingStatistics.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Total;

        total.Rerouted.ShouldBe(1);
        total.Route.Count.ShouldBe(2);
        total.Route.Days!.Value.ShouldBeInRange(0.9, 1.1);
        total.Overdue.ShouldBe(1);
        (total.Closed, total.Faultless, total.FaultlessRate).ShouldBe((1, 1, 1d));
    }

    [Fact]
    [Trait("req", "M1-B29")]
    public async Task White_heads_of_a_week_are_summed_up_and_compared_with_the_week_before()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(ScenePlay.Paper("关于报送情况的材料", 1) with { IsWhiteHead = true });
        scene.Clock.Pass(TimeSpan.FromDays(7));
        await scene.RegisteredAsync(ScenePlay.Paper("关于报送数据的材料", 2) with { IsWhiteHead = true });
        await scene.RegisteredAsync(ScenePlay.Paper("关于报送名单的材料", 3) with { IsWhiteHead = true });
        await scene.RegisteredAsync(ScenePlay.Paper("关于召开会议的通知", 4));

        var week = await scene.AsAsync("director", s => WhiteHeadWeek.ReadAsync(s.GetRequiredService<Office>(), new DateOnly(2026, 12, 2), default));

        (week.Received, week.Rows.Count, week.Before).ShouldBe((3, 2, 1));
        week.Summary.ShouldContain("白头件2件，比上周增加1件");
        week.Summary.ShouldContain("青禾县人民政府2件");
    }

    private static Task<IReadOnlyList<DisputeRow>> DisputesAsync(Scene scene, string? words, string? principle) =>
        scene.AsAsync("director", async s => (await DisputeList.PageAsync(s.GetRequiredService<Office>(), words, principle, null, default)).Rows);

    private static async Task<string> RoutedAsync(Scene scene, string title)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper(title));
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        return code;
    }

    private static ActForm Routing(long[] lead, params long[] supporting)
    {
        var choices = new List<Choice> { new("lead-handling", [.. lead.Select(u => Participant.Section(u).Value)]) };
        if (supporting.Length > 0) choices.Add(new Choice("supporting-handling", [.. supporting.Select(u => Participant.Section(u).Value)]));
        return new ActForm { Verb = "complete", Opinion = "请办理。", Choices = choices };
    }

    private static Dictionary<string, string> Of(string name, string value) => new() { [name] = value };

    private static async Task<string?> TryAsync(Scene scene, string code, ActForm form)
    {
        var view = await scene.SeeAsync("director", code);
        return (await scene.ActAsync("director", code, form with { Item = view!.Mine[0].Number })).Refusal?.Rule;
    }

    private static Task<IncomingDocument> DocumentAsync(Scene scene) => scene.AsAsync("director", s => s.GetRequiredService<OfficeDb>().Set<IncomingDocument>().AsNoTracking().SingleAsync());
}
