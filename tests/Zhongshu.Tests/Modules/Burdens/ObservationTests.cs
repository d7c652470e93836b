using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class ObservationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly ReportInput Forms = new("forms-again", "同一数据本月报了三遍", "市发展改革委", 90, false);

    [Theory, Engines]
    [Trait("req", "M15-B12")]
    public async Task A_report_goes_to_the_unit_it_is_about_is_answered_closed_and_told_to_who_reported(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var report = (await ReportAsync(scene, "county", Forms)).Value;
        (await ActAsync(scene, "county", report.Id, new ReportCommand(ReportVerb.Close, "没事了"))).Refusal!.Rule.ShouldBe("burdens.report-unit");
        (await ActAsync(scene, "supervision", report.Id, new ReportCommand(ReportVerb.Assign, "") { HandlerId = BurdenScene.Bureau, DueOn = Today.AddDays(7) })).Refusal.ShouldBeNull();
        (await ActAsync(scene, "county", report.Id, new ReportCommand(ReportVerb.Answer, "别人替答"))).Refusal!.Rule.ShouldBe("burdens.report-unit");
        (await ActAsync(scene, "bureau", report.Id, new ReportCommand(ReportVerb.Answer, "合并为一张表，由我委统一收取"))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "supervision", report.Id, new ReportCommand(ReportVerb.Close, "三表合一，本月起执行") { IsCase = true })).Value.LookBackOn.ShouldBe(Today.AddMonths(3));
        (await NoticesAsync(scene, 340)).ShouldContain(t => t.Contains("已办结") && t.Contains("三表合一"));
    }

    [Theory, Engines]
    [Trait("req", "M15-B12")]
    public async Task An_unnamed_report_leaves_no_person_no_unit_and_no_line_behind(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var before = await TrailAsync(scene);
        var report = (await ReportAsync(scene, "county", Forms with { Unnamed = true })).Value;
        report.ShouldSatisfyAllConditions(r => r.UnitId.ShouldBeNull(), r => r.PersonId.ShouldBeNull(), r => r.Code.Length.ShouldBe(8));
        (await TrailAsync(scene)).ShouldBe(before);
        report.Id.ShouldBeLessThan(Ids.First(scene.Clock.GetUtcNow()), "the number says nothing of the time");
        (await ActAsync(scene, "supervision", report.Id, new ReportCommand(ReportVerb.Close, "已告知各部门不得重复索要"))).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M15-B09")]
    [Trait("req", "M15-B10")]
    public async Task Cases_are_told_to_all_units_and_each_registers_what_it_found_with_itself()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.AsAsync("director", s => s.GetRequiredService<ActOnReport>().PublishAsync(default))).Refusal!.Rule.ShouldBe("burdens.no-cases");
        var report = (await ReportAsync(scene, "county", Forms)).Value;
        (await CheckAsync(scene, report.Id)).Refusal!.Rule.ShouldBe("burdens.not-published");
        await ActAsync(scene, "supervision", report.Id, new ReportCommand(ReportVerb.Close, "已纠正") { IsCase = true });
        (await scene.AsAsync("director", s => s.GetRequiredService<ActOnReport>().PublishAsync(default))).Value.ShouldBe(1);
        (await NoticesAsync(scene, 371)).ShouldContain(t => t.Contains("对照检视"));
        (await CheckAsync(scene, report.Id)).Refusal.ShouldBeNull();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SelfCheck>().SingleAsync())).ShouldSatisfyAllConditions(c => c.UnitId.ShouldBe(BurdenScene.Bureau), c => c.HasSame.ShouldBeTrue());
    }

    [Fact]
    [Trait("req", "M15-B09")]
    public void The_circular_tells_the_case_the_rule_and_the_result()
    {
        var report = new BurdenReport { Code = "A", Item = "forms-again", Text = "同一数据报三遍", Answer = "三表合一", Result = "本月起执行。" };
        var document = CaseCircular.Draft([new CaseTold(report, new NegativeItem("forms-again", "重复报表", "同类材料最多报一次"), "市发展改革委")], "云岭市人民政府办公室", Today);
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        foreach (var words in new[] { "一、重复报表", "同一数据报三遍。", "同类材料最多报一次。", "三表合一。", "本月起执行。" }) text.ShouldContain(words);
    }

    [Fact]
    [Trait("req", "M15-B15")]
    public void Whatever_is_done_in_whatever_order_an_assigned_report_has_a_unit_and_a_day_and_a_closed_one_a_result()
    {
        var step = from verb in Gen.Choose(1, 4) from unit in Gen.Choose(0, 1) from days in Gen.Choose(-2, 5) from words in Gen.Elements("", "情况") from yes in Gen.Elements(true, false)
            select new ReportCommand((ReportVerb)verb, words) { HandlerId = unit == 0 ? null : 50, DueOn = Today.AddDays(days), Mended = yes, IsCase = yes };
        Prop.ForAll(step.ListOf().ToArbitrary(), commands =>
        {
            var report = new BurdenReport { Code = "A", Item = "other", Text = "事" };
            foreach (var command in commands)
            {
                var (state, again) = (report.State, report.Again);
                var refused = ReportLife.Move(report, command, Today, 3) is not null;
                if (refused && report.State != state) return false;
                if (report.Again < again) return false;
                if (report.State == ReportState.Assigned && (report.HandlerId is null || report.DueOn < Today)) return false;
                if (report.State == ReportState.Closed && (report.Result.Length == 0 || report.ClosedOn is null)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("req", "M15-B10")]
    public void What_comes_up_again_at_the_look_back_is_taken_up_again()
    {
        var report = new BurdenReport { Code = "A", Item = "other", Text = "事", State = ReportState.Closed, Answer = "改", Result = "改了", ClosedOn = Today, HandlerId = 50, LookBackOn = Today };
        ReportLife.Move(report, new ReportCommand(ReportVerb.LookBack, "又来要表") { DueOn = Today.AddDays(3) }, Today, 3).ShouldBeNull();
        report.ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReportState.Assigned), r => r.Again.ShouldBe(1), r => r.ClosedOn.ShouldBeNull());
    }

    private static Task<Outcome<BurdenReport>> ReportAsync(Scene scene, string login, ReportInput input) => scene.AsAsync(login, s => s.GetRequiredService<ReportBurden>().RunAsync(input, null, default));

    private static Task<Outcome<BurdenReport>> ActAsync(Scene scene, string login, long id, ReportCommand command) => scene.AsAsync(login, s => s.GetRequiredService<ActOnReport>().RunAsync(id, command, default));

    private static Task<Outcome<SelfCheck>> CheckAsync(Scene scene, long id) => scene.AsAsync("bureau", s => s.GetRequiredService<ActOnReport>().CheckAsync(id, true, "也有两张表重复，已合并", default));

    private static Task<int> TrailAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<TrailEntry>().CountAsync());

    private static Task<List<string>> NoticesAsync(Scene scene, long person) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());
}
