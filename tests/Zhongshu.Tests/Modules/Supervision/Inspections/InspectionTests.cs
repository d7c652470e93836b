using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;

namespace Zhongshu.Tests.Modules.Supervision.Inspections;

/// The yearly plan of inspections: caps, what goes beyond them, and a report for each.
public sealed class InspectionTests
{
    private static readonly InspectionInput Special = new() { Title = "停车难专项督查", Kind = "special", From = "2027-03-01", To = "2027-03-05", Targets = "听泉区、市住建局" };

    [Fact]
    [Trait("req", "M7-B12")]
    [Trait("req", "M7-B78")]
    public void What_goes_over_a_cap_is_told_by_which()
    {
        string Over(StandingInspection one, params StandingInspection[] standing) => InspectionRules.Over(one, standing, Tasks.Book, id => $"单位{id}");
        var one = new StandingInspection(2027, false, [43]);
        Over(one).ShouldBeEmpty();
        Over(one, [.. Enumerable.Repeat(new StandingInspection(2027, false, [50]), 6)]).ShouldBe("2027年已有6次督查，上限6次");
        Over(one, [.. Enumerable.Repeat(new StandingInspection(2027, false, [43]), 3)]).ShouldBe("单位43一年已被督查3次以上");
        Over(one with { General = true }, new StandingInspection(2027, true, [50])).ShouldBe("综合督查已有1次，原则上一年1次");
        Over(one, new StandingInspection(2026, false, [50]), new StandingInspection(2027, false, [50])).ShouldBe("将多于上年的1次，应逐年减少");
    }

    [Fact]
    public void What_speaks_against_it_is_never_longer_than_can_be_kept()
    {
        var one = new StandingInspection(2027, false, [41, 42, 43]) { From = new(2027, 5, 10), To = new(2027, 5, 12) };
        StandingInspection[] standing = [.. Enumerable.Repeat(one with { Host = "市委办公室" }, 4)];
        InspectionRules.Against(one, standing, Tasks.Book, id => $"单位{id}").ShouldSatisfyAllConditions(w => w.ShouldContain("已被督查"), w => w.ShouldContain("应联合开展"));
        InspectionRules.Against(one, standing, Tasks.Book, id => new string('名', 90)).Length.ShouldBe(300);
    }

    [Fact]
    public void More_inspections_never_bring_one_back_under_a_cap()
    {
        var any = from year in Gen.Choose(2027, 2027) from general in Gen.Elements(true, false) from target in Gen.Choose(40, 44) select new StandingInspection(year, general, [target]);
        Prop.ForAll(any.ListOf(12).ToArbitrary(), standing =>
        {
            var over = Enumerable.Range(0, standing.Count + 1).Select(n => InspectionRules.Over(new StandingInspection(2027, true, [41]), [.. standing.Take(n)], Tasks.Book, id => $"{id}").Length > 0).ToList();
            over.ShouldBe(over.Order());
        }).QuickCheckThrowOnFailure();
    }

    [Theory, Engines]
    [Trait("req", "M7-B12")]
    [Trait("req", "M7-A21")]
    [Trait("req", "M7-B83")]
    public async Task What_is_outside_the_plan_waits_for_the_director_and_is_inspected_and_reported_only_when_approved(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await ProposeAsync(scene, Special)).Value.State.ShouldBe(InspectionState.Planned);
        var late = Special with { From = "2026-11-23", To = "2026-11-27" };
        (await ProposeAsync(scene, late)).Refusal!.Rule.ShouldBe("supervision.inspection-over");
        var waiting = (await ProposeAsync(scene, late with { Reason = "群众反映集中。" })).Value;
        (waiting.State, waiting.OutsidePlan).ShouldBe((InspectionState.Waiting, true));
        (await ReportAsync(scene, waiting.Id)).ShouldBe("supervision.inspection-waiting");
        var code = await scene.SentAsync(SupervisedScene.Meeting);
        var visit = new VisitInput { Way = "onsite", On = "2026-11-23", Place = "东门", Seen = "未开工。", Fits = "no", Disciplined = true, Team = [("officer", "绳必果")], Findings = [("没有开工", "听泉区")], Inspection = waiting.Id };
        (await VisitAsync(scene, code, visit)).ShouldBe("supervision.missing");
        (await DecideAsync(scene, "supervision", waiting.Id, true, "")).ShouldBe("platform.forbidden");
        (await DecideAsync(scene, "director", waiting.Id, false, "")).ShouldBe("supervision.missing");
        (await DecideAsync(scene, "director", waiting.Id, true, "同意，轻车简从。")).ShouldBe("ok");
        (await DecideAsync(scene, "director", waiting.Id, true, "")).ShouldBe("supervision.inspection-state");
        (await VisitAsync(scene, code, visit)).ShouldBe("ok");
        (await ReportAsync(scene, waiting.Id)).ShouldBe("ok");
        var view = (await scene.AsAsync("supervision", s => InspectionView.ReadAsync(s.GetRequiredService<Office>(), waiting.Id, default)))!;
        (view.Visits.Single().Findings, view.Visits.Single().Settled, view.Inspection.State).ShouldBe((1, 0, InspectionState.Reported));
        var words = WordsOf(InspectionRoutes.Draft(view, "市政府办", new DateOnly(2026, 11, 27)));
        words.ShouldContain($"没有开工（{code}），待处理");
        words.ShouldContain("请限期整改");
        (await scene.AsAsync("county", s => InspectionView.ReadAsync(s.GetRequiredService<Office>(), waiting.Id, default))).ShouldBeNull();
    }

    [Theory, Engines]
    [Trait("req", "M7-B35")]
    public async Task An_inspection_by_figures_alone_needs_no_approval_counts_against_no_cap_and_sends_nobody(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(SupervisedScene.Meeting);
        var quiet = (await ProposeAsync(scene, Special with { Title = "停车难无扰督查", Kind = "quiet", From = "2026-11-23", To = "2026-11-27", Targets = "市发展改革委、听泉区" })).Value;
        (quiet.State, quiet.OutsidePlan, quiet.Over).ShouldBe((InspectionState.Planned, false, ""));
        (await scene.AsAsync("supervision", s => PlanInspection.StandingAsync(s.GetRequiredService<Office>(), default))).ShouldBeEmpty();
        (await scene.AsAsync("supervision", s => Zhongshu.Modules.Supervision.Contracts.InspectionHeld.ReadAsync(s.GetRequiredService<Office>(), 10, (new(2026, 1, 1), new(2026, 12, 31)), default))).ShouldBeEmpty();
        (await VisitAsync(scene, code, new VisitInput { Way = "onsite", On = "2026-11-23", Place = "东门", Seen = "未开工。", Fits = "yes", Disciplined = true, Team = [("officer", "绳必果")], Inspection = quiet.Id })).ShouldBe("supervision.missing");
        var view = (await scene.AsAsync("supervision", s => InspectionView.ReadAsync(s.GetRequiredService<Office>(), quiet.Id, default)))!;
        view.Data.Select(d => (d.Unit, d.Record.Assigned)).ShouldBe([("市发展改革委", 1), ("听泉区", 0)]);
        WordsOf(InspectionRoutes.Draft(view, "市政府办", new DateOnly(2026, 11, 27))).ShouldContain("市发展改革委：交办1项，销号0项");
    }

    [Theory, Engines]
    public async Task What_is_planned_and_not_held_yet_follows_a_merger_of_those_inspected_and_of_who_inspects(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var ahead = (await ProposeAsync(scene, Special)).Value;
        var dropped = (await ProposeAsync(scene, Special with { Title = "取消的督查", From = "2027-05-10", To = "2027-05-12", Reason = "另有安排。" })).Value.Id;
        (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().DropAsync(dropped, "并入其他督查。", default))).Refusal.ShouldBeNull();
        await scene.SucceedAsync(43, 44);
        (await RowAsync(scene, ahead.Id)).Targets.ShouldBe("44 53");
        (await RowAsync(scene, dropped)).Targets.ShouldBe("43 53");
        await scene.SucceedAsync(44, 53);
        (await RowAsync(scene, ahead.Id)).Targets.ShouldBe("53", "once, though it took over from both");

        await scene.SucceedAsync(ahead.UnitId, 50);
        (await RowAsync(scene, ahead.Id)).ShouldSatisfyAllConditions(i => i.UnitId.ShouldBe(50), i => i.Number.ShouldBe(1), i => i.Version.ShouldBe(ahead.Version + 3));
        (await RowAsync(scene, dropped)).UnitId.ShouldBe(ahead.UnitId);
    }

    private static Task<Inspection> RowAsync(Scene scene, long id) => scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<Inspection>().AsNoTracking().SingleAsync(i => i.Id == id));

    [Fact]
    public async Task The_plan_is_made_and_decided_on_its_pages()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var form = await officer.GetAsync("/supervision/inspections/new");
        var year = TestClock.MondayMorning.Year + 1;
        (string, string)[] fields = [("title", "停车难专项督查"), ("kind", "special"), ("from", $"{year}-03-01"), ("to", $"{year}-03-05"), ("targets", "听泉区")];
        (await officer.SubmitAsync(form, "form#inspection", [.. fields, ("outside", "true")])).Text.ShouldContain("这是计划外的督查");
        var made = await officer.SubmitAsync(form, "form#inspection", [.. fields, ("outside", "true"), ("reason", "群众反映集中。")]);
        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync($"/supervision/inspections?year={year}")).Text.ShouldContain("待审批1次");
        var page = await director.FollowAsync(made);
        (await director.SubmitAsync(page, "form#decide", ("do", "approve"), ("words", "同意"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.FollowAsync(made)).Text.ShouldContain("已列入计划");
        (await officer.GetAsync(made.Location + "/report.docx")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await office.SignedInAsAsync("bureau")).FollowAsync(made)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string WordsOf(OfficialDocument document) => string.Join('\n', document.Body.OfType<Paragraph>().Select(p => string.Concat(p.Runs.OfType<TextRun>().Select(r => r.Text))));

    private static Task<Zhongshu.Platform.Decisions.Outcome<Inspection>> ProposeAsync(Scene scene, InspectionInput input) => scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ProposeAsync(input, default));

    private static async Task<string> DecideAsync(Scene scene, string login, long id, bool approve, string words) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<PlanInspection>().DecideAsync(id, approve, words, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> ReportAsync(Scene scene, long id) =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ReportAsync(id, "请限期整改。", default))).Refusal?.Rule ?? "ok";

    private static async Task<string> VisitAsync(Scene scene, string code, VisitInput input) =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().RunAsync(code, input, default))).Refusal?.Rule ?? "ok";
}
