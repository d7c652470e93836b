using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.RuleLibrary;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Procedure;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Platform.Rules;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Procedure;

/// The office's own rules of procedure: who answers at which stage, and which section leads which channel.
public sealed class ProcedureTests
{
    [Fact]
    [Trait("req", "M7-A18")]
    public async Task Every_stage_says_who_answers_and_what_is_demanded_and_the_unit_changes_it_without_a_programmer()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var page = await officer.GetAsync("/supervision/procedure");
        page.Page.QuerySelectorAll("tbody tr strong").Select(s => s.TextContent).ShouldBe(["待交办", "待签收", "办理中", "待单位审定", "待核查", "已暂停"]);
        page.Text.ShouldContain("牵头单位负责人");

        await using var scene = await Scene.OpenAsync();
        var entry = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules.Find(ProcedureRules.Stages.Id)!));
        var figure = FigureText.Written(entry.Figure).Replace("牵头单位联络员", "牵头单位办公室主任", StringComparison.Ordinal);
        (await scene.AsAsync("director", s => s.GetRequiredService<AdjustRule>().RunAsync(ProcedureRules.Stages.Id, figure, "本单位由办公室主任签收", default))).Refusal.ShouldBeNull();
        ProcedureRules.Of(await scene.AsAsync("bureau", s => Task.FromResult(s.GetRequiredService<Office>().Rules)), TaskState.Delivered)!.Post.ShouldBe("牵头单位办公室主任");
        var short_ = FigureText.Written(entry.Figure).Split('\n').Where(l => !l.Contains("checking", StringComparison.Ordinal));
        (await scene.AsAsync("director", s => s.GetRequiredService<AdjustRule>().RunAsync(ProcedureRules.Stages.Id, string.Join('\n', short_), "少一个环节", default))).Refusal!.Message.ShouldContain("待核查");
    }

    [Fact]
    [Trait("req", "M7-A18")]
    public async Task The_task_shows_the_demand_of_the_stage_in_which_it_stands()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var made = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "市政府第12次常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var item = made.Location![..^"/letter".Length];
        (await officer.GetAsync(item)).Text.ShouldContain("督查员：核对来源和批示原文");
        (await officer.SubmitAsync(await officer.FollowAsync(made), "form.letter-draft")).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await officer.GetAsync(item)).Text.ShouldContain("牵头单位联络员：签收并确认责任人");
    }

    [Theory, Engines]
    [Trait("req", "M7-A31")]
    public async Task Tours_proposals_and_instructions_are_led_by_the_secretariat_and_stand_in_a_book_each(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (source, opinion) = await scene.InstructedAsync();
        var instructed = (await scene.DocketAsync(new DocketInput { Title = "重大项目建设", From = source, Opinion = opinion, Reporting = "single", Tasks = [new TaskInput { Lead = "市发展改革委" }] })).Value.Code;
        var tour = (await scene.DocketAsync(Meeting with { Title = "市人大视察意见落实", Topic = "tour", Reporting = "single" })).Value.Code;
        var other = (await scene.DocketAsync(Meeting with { Reporting = "single" })).Value.Code;
        foreach (var (code, led) in new[] { (instructed, true), (tour, true), (other, false) }) ((await scene.ItemAsync("head1", code)) is not null).ShouldBe(led, code);
        var books = (await scene.AsAsync("supervision", s => LedgerCounts.ReadAsync(s.GetRequiredService<Office>(), default))).Where(l => l.Ledger.Group == "归口督查").Select(l => (l.Ledger.Word, l.Open));
        books.ShouldBe([("领导批示件督查", 1), ("视察", 1), ("建议提案办理", 0)]);
        var broken = RulesFolder.With("supervision-projects.yaml", RulesFolder.Read("supervision-projects.yaml").Replace("topics: [tour]", "topics: [旅游]", StringComparison.Ordinal));
        string.Concat(OfficeRules.Load(broken).Problems.Select(p => p.Message)).ShouldContain("“视察”的专题“旅游”不在专题表中");
    }
}
