using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Chains;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Chains;

/// The same facts told as the chains that the office thinks in, without a field filled in for them.
public sealed class ChainTests
{
    [Theory, Engines]
    [Trait("req", "M7-A15")]
    [Trait("req", "M7-A28")]
    [Trait("req", "M7-B01")]
    [Trait("req", "M7-B08")]
    [Trait("req", "M7-B72")]
    [Trait("req", "M7-B73")]
    public async Task A_chain_shows_which_of_its_links_happened_when_and_how_long_each_took_from_the_arrival(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (source, opinion) = await scene.InstructedAsync();
        var code = (await scene.DocketAsync(new DocketInput { Title = "重大项目建设", From = source, Opinion = opinion, Topic = "speech", Tasks = [new TaskInput { Lead = "市发展改革委", Measure = "全部开工" }] })).Value.Code;
        (await ShapeAsync(scene, code, "一单四制")).ShouldBe("台账制● 交办制○ 销号制○ 通报制○");
        (await ShapeAsync(scene, code, "领导链")).ShouldBe("目标● 方案○ 论证○ 决策● 任务分解● 督促检查○ 情况反馈○");
        (await scene.SendAsync(code)).Refusal.ShouldBeNull();
        (await ShapeAsync(scene, code, "三个第一时间")).ShouldBe("传达部署○ 研究措施○ 报告反馈○");
        scene.Clock.Pass(TimeSpan.FromHours(3));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        scene.Clock.Pass(TimeSpan.FromDays(1));
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().SaveAsync(code, 1, [new MilestoneForm("开工", new DateOnly(2026, 12, 1))], [], default))).Refusal.ShouldBeNull();
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await scene.DoAsync("bureau", code, Done("项目全部开工。"));
        (await ChainAsync(scene, code, "三个第一时间")).Links.Select(l => l.Took).ShouldBe(["用3小时", "用1个工作日", "用2个工作日"]);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
        (await ShapeAsync(scene, code, "指示批示五段")).ShouldBe("传达学习● 研究部署● 推进落实● 监督检查● 情况上报●");
        (await ShapeAsync(scene, code, "台账三环节")).ShouldBe("研判○ 跟踪● 审核●");
        (await IssueAsync(scene, new IssueInput("circular", "云督通〔2026〕3号", "2026-11-25", "各责任单位"))).Value.ShouldBe(1);
        (await ShapeAsync(scene, code, "一单四制")).ShouldBe("台账制● 交办制● 销号制● 通报制●");

        var plain = await scene.SentAsync(Meeting);
        (await scene.AsAsync("supervision", s => LinesAsync(s, plain))).Select(l => l.Group).ShouldBe(["领导链", "一单四制", "台账三环节", "扎口四步"]);
    }

    [Fact]
    public async Task A_link_that_some_tasks_reached_and_others_did_not_is_half()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Title = "选址", Lead = "市发展改革委" }, new TaskInput { Title = "供地", Lead = "青禾县" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Done());
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
        var closing = (await ChainAsync(scene, code, "一单四制")).Links[2];
        (closing.Fact!.Whole, closing.Fact.Detail).ShouldBe((false, "销号1/2"));
    }

    [Theory, Engines]
    [Trait("req", "M7-B19")]
    [Trait("req", "M7-B24")]
    public async Task A_circular_is_due_every_month_and_a_report_to_the_committee_every_quarter_from_the_last_one(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.SentAsync(Meeting);
        async Task<DueReport> DueAsync(string kind) => (await scene.AsAsync("supervision", s => IssueReport.DueAsync(s.GetRequiredService<Office>(), default))).Single(d => d.Kind.Id == kind);
        (await DueAsync("circular")).ShouldSatisfyAllConditions(d => d.LastOn.ShouldBeNull(), d => d.NextOn.ShouldBeLessThan(new DateOnly(2026, 3, 1)));
        (await IssueAsync(scene, new IssueInput("circular", "", "2026-11-24", "各责任单位"))).Refusal!.Message.ShouldContain("还没有到");
        (await IssueAsync(scene, new IssueInput("circular", "", "2026-11-23", ""))).Refusal!.Field.ShouldBe("sentTo");
        (await IssueAsync(scene, new IssueInput("简报", "", "2026-11-23", "常委会"))).Refusal!.Field.ShouldBe("kind");
        (await scene.AsAsync("bureau", s => s.GetRequiredService<IssueReport>().RunAsync(new IssueInput("circular", "", "2026-11-23", "各单位"), new(2026, 1, 1), new(2026, 12, 31), null, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
        (await IssueAsync(scene, new IssueInput("circular", "", "2026-11-23", "各责任单位"))).Value.ShouldBe(1);
        (await IssueAsync(scene, new IssueInput("special", "", "2026-11-23", "市委常委会"))).Value.ShouldBe(1);
        (await DueAsync("circular")).NextOn.ShouldBe(new DateOnly(2026, 12, 23));
        (await DueAsync("special")).NextOn.ShouldBe(new DateOnly(2027, 2, 23));
        (await scene.AsAsync("supervision", s => IssueReport.ListAsync(s.GetRequiredService<Office>(), default))).Select(r => (r.Kind, r.SentTo)).ShouldBe([("special", "市委常委会"), ("circular", "各责任单位")]);
    }

    private static Task<Outcome<int>> IssueAsync(Scene scene, IssueInput input) =>
        scene.AsAsync("supervision", s => s.GetRequiredService<IssueReport>().RunAsync(input, new(2026, 1, 1), new(2026, 12, 31), null, default));

    private static async Task<ChainLine> ChainAsync(Scene scene, string code, string group) => (await scene.AsAsync("supervision", s => LinesAsync(s, code))).Single(l => l.Group == group);

    private static async Task<string> ShapeAsync(Scene scene, string code, string group) => string.Join(' ', (await ChainAsync(scene, code, group)).Links.Select(l => l.Word + (l.Fact is null ? "○" : l.Fact.Whole ? "●" : "◐")));

    private static async Task<IReadOnlyList<ChainLine>> LinesAsync(IServiceProvider scope, string code)
    {
        var office = scope.GetRequiredService<Office>();
        var view = (await Zhongshu.Modules.Supervision.Show.ItemView.ReadAsync(office, code, default))!;
        var issued = await office.Db.Set<IssuedItem>().Where(i => i.MatterId == view.Matter.Id).Select(i => i.At).ToListAsync();
        return Chain.Of(office.Rules, view.Item, Chain.Facts(view, issued));
    }
}
