using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision.Inspections;

/// The Party committee's plan and ours are shared: nobody is inspected twice where once together would do.
public sealed class SharedPlanTests
{
    private static readonly InspectionInput Theirs = new() { Title = "党建和发展综合督查", Kind = "general", From = "2027-03-08", To = "2027-03-12", Targets = "听泉区", Host = "党委办公室" };

    private static readonly InspectionInput Ours = new() { Title = "停车难专项督查", Kind = "special", From = "2027-03-01", To = "2027-03-05", Targets = "听泉区、市住建局" };

    [Theory, Engines]
    [Trait("req", "M7-B68")]
    public async Task A_shared_plan_costs_us_no_number_but_ours_near_it_at_the_same_unit_is_to_be_done_together(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await ProposeAsync(scene, Theirs with { Host = "路过的单位" })).Refusal!.Field.ShouldBe("host");
        var theirs = (await ProposeAsync(scene, Theirs)).Value;
        (theirs.State, theirs.Over).ShouldBe((InspectionState.Planned, ""));
        (await scene.AsAsync("supervision", s => Task.FromResult(PlanInspection.Mine(s.GetRequiredService<Office>()).Count()))).ShouldBe(0);
        var near = await ProposeAsync(scene, Ours);
        near.Refusal!.Message.ShouldContain("党委办公室3月8日已安排督查听泉区，应联合开展");
        (await ProposeAsync(scene, Ours with { Targets = "市住建局" })).Value.State.ShouldBe(InspectionState.Planned);
        (await ProposeAsync(scene, Ours with { Title = "防汛专项督查", From = "2027-06-01", To = "2027-06-03" })).Value.Over.ShouldNotContain("联合");
        (await ProposeAsync(scene, Ours with { Reason = "与党委办公室联合开展。" })).Value.State.ShouldBe(InspectionState.Waiting);
        (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ReportAsync(theirs.Id, "代为报告。", default))).Refusal!.Rule.ShouldBe("supervision.inspection-shared");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().DropAsync(theirs.Id, "对方取消。", default))).Refusal.ShouldBeNull();
        (await ProposeAsync(scene, Ours with { Title = "停车难再督查" })).Refusal?.Message.ShouldNotContain("应联合开展");
    }

    [Fact]
    [Trait("req", "M7-B68")]
    public async Task Our_plan_goes_out_as_a_sheet_and_theirs_is_seen_on_the_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var form = await officer.GetAsync("/supervision/inspections/new");
        (await officer.SubmitAsync(form, "form#inspection", ("title", "党建和发展综合督查"), ("kind", "general"), ("host", "党委办公室"), ("from", "2027-03-08"), ("to", "2027-03-12"), ("targets", "听泉区"))).Location.ShouldBe("/supervision/inspections?year=2027");
        var page = await officer.GetAsync("/supervision/inspections?year=2027");
        var plan = page.Text;
        plan.ShouldContain("共享的督查计划");
        plan.ShouldContain("党委办公室");
        plan.ShouldContain("列入0次");
        var address = page.Page.QuerySelectorAll("section.box a").Select(a => a.GetAttribute("href")!).Single(a => a.StartsWith("supervision/inspections/", StringComparison.Ordinal));
        var theirs = await officer.GetAsync("/" + address);
        theirs.Text.ShouldContain("党委办公室共享的督查计划");
        theirs.Page.QuerySelector("form#report").ShouldBeNull();
        (await officer.GetAsync($"/{address}/report.docx")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.SubmitAsync(theirs, "form#drop", ("words", "对方取消。"))).Location.ShouldNotBeNull();
        (await officer.GetAsync("/supervision/inspections?year=2027")).Text.ShouldContain("，已取消");
        (await officer.GetAsync("/supervision/inspections/plan.xlsx?year=2027")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<Zhongshu.Platform.Decisions.Outcome<Inspection>> ProposeAsync(Scene scene, InspectionInput input) => scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ProposeAsync(input, default));
}
