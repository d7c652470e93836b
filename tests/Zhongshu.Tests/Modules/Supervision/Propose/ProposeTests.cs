using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Propose;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision.Propose;

/// From the text of a report to tasks on the units' desks.
public sealed class ProposeTests
{
    private const string Report = """
        云岭市2027年政府工作报告
        一、2026年工作回顾
        新增泊位500个，完成投资3亿元。
        二、2027年重点任务
        加快城区停车场建设，6月底前新增泊位500个，由市住建局牵头，市财政局配合。
        加强作风建设。新建学校3所，9月底前投入使用。
        """;

    [Theory, Engines]
    [Trait("req", "M7-B03")]
    [Trait("req", "M7-B07")]
    public async Task What_a_person_ticks_is_docketed_once_with_its_passage_as_basis_and_lies_on_the_units_desk(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var read = await scene.AsAsync("supervision", s => s.GetRequiredService<ProposeTasks>().ReadAsync(Report, "2027年政府工作报告", default));
        read.Refusal.ShouldBeNull();
        var rows = read.Value.Rows;
        rows.Select(r => (r.Task.Title, r.Task.Lead, r.Task.Due, r.Picked)).ShouldBe(
        [
            ("加快城区停车场建设", "云岭市住房和城乡建设局", "2027-06-30", true), ("新建学校3所", "云岭市教育局", "2027-09-30", true),
        ]);
        var ticked = read.Value with { Rows = [rows[0] with { Task = rows[0].Task with { Lead = "市发展改革委" } }, rows[1] with { Picked = false }] };
        var done = await RunAsync(scene, ticked, "k1");
        var code = done.ShouldHaveSingleItem();
        (await RunAsync(scene, ticked, "k1")).ShouldBeEmpty();
        var item = (await scene.ItemAsync("supervision", code))!;
        var basis = item.Bases.ShouldHaveSingleItem();
        (basis.Quote, basis.Origin, item.Item.Source).ShouldBe((rows[0].Sentence, "2027年政府工作报告 二、2027年重点任务（第5段）", SourceKind.Yearly));
        (item.Tasks[0].Task.Measure, item.Tasks[0].Supporting, item.Tasks[0].Task.DueOn).ShouldBe(("6月底前新增泊位500个", "市财政局", new DateOnly(2027, 6, 30)));
        (await scene.DeskAsync("bureau")).ToDo.Single().Step.ShouldBe("督办签收");

        var again = await scene.AsAsync("supervision", s => s.GetRequiredService<ProposeTasks>().ReadAsync(Report, "2027年政府工作报告", default));
        (again.Value.Rows[0].LikeCode, again.Value.Rows[0].Picked).ShouldBe((code, false));
    }

    [Fact]
    public async Task Ticked_rows_may_make_one_item_whose_letter_cites_the_report_and_instructs_in_nobodys_name()
    {
        await using var scene = await Scene.OpenAsync();
        var read = await scene.AsAsync("supervision", s => s.GetRequiredService<ProposeTasks>().ReadAsync(Report, "2027年政府工作报告", default));
        var wrong = await scene.AsAsync("supervision", s => s.GetRequiredService<ProposeTasks>().RunAsync(read.Value with { Together = true }, "k", default));
        (wrong.Refusal!.Rule, wrong.Refusal.Field).ShouldBe(("supervision.missing", "title"));
        var code = (await RunAsync(scene, read.Value with { Together = true, Title = "2027年重点任务", Send = false }, "k")).ShouldHaveSingleItem();
        (await scene.ItemAsync("supervision", code))!.Tasks.Count.ShouldBe(2);
        var letter = await scene.AsAsync("supervision", s => s.GetRequiredService<SendLetter>().DraftAsync(code, default));
        letter!.Instructions.ShouldBeEmpty();
        letter.Basis.ShouldContain("根据2027年政府工作报告");
        letter.Basis.ShouldContain("6月底前新增泊位500个");
    }

    [Fact]
    public async Task A_report_is_pasted_looked_over_mended_and_docketed_on_one_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var page = await officer.GetAsync("/supervision/propose");
        (await officer.SubmitAsync(page, "form#read", ("text", "今天天气很好。"))).Text.ShouldContain("没有找到部署任务的句子");
        var proposals = await officer.SubmitAsync(page, "form#read", ("text", Report));
        proposals.Text.ShouldContain("建议任务 2 项");
        proposals.Text.ShouldContain("职责：各级各类教育");
        var refused = await officer.SubmitAsync(proposals, "form#proposals", ("lead", "没有的单位"), ("lead", "市教育局"));
        refused.Text.ShouldContain("不在机构中");
        refused.Page.QuerySelectorAll("input[name=sentence]").Length.ShouldBe(2);
        var done = await officer.SubmitAsync(refused, "form#proposals", ("lead", "市住建局"), ("lead", "市教育局"));
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync("/supervision")).Text.ShouldContain("新建学校3所");
        (await (await office.SignedInAsAsync("bureau")).GetAsync("/supervision/propose")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Scene scene, ProposalInput input, string key)
    {
        var done = await scene.AsAsync("supervision", s => s.GetRequiredService<ProposeTasks>().RunAsync(input, key, default));
        done.Refusal.ShouldBeNull();
        return done.Value;
    }
}
