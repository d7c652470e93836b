using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Appraisals.Discipline;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Modules.RuleLibrary;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Appraisals;

/// 会议纪律: a ladder over the year, attendance by the departments that take it, points at the end of the year.
public sealed class DisciplineTests
{
    private static readonly RuleBook Book = Supervision.Tasks.Book;

    private static readonly BreachInput Late = new("other", "安全生产调度会", "2026-11-20", "甲某", "市发展改革委", "late", "");

    private static Breach Of(string kind, string excuse = "", string person = "甲某", long unit = 50) => new() { Convener = "top", Meeting = "会", PersonName = person, UnitId = unit, Kind = kind, Excuse = excuse, RecordedBy = "乙" };

    [Fact]
    [Trait("req", "M15-A04")]
    public void The_times_without_good_reason_climb_the_ladder_and_the_rest_does_not()
    {
        string Proposed(params Breach[] breaches) => DisciplineRules.Count(breaches, Book) is [var count, ..] ? $"{count.Times}{count.Proposed?.Measure}" : "";
        Proposed(Of("late", "路上抢救伤员")).ShouldBeEmpty();
        Proposed(Of("early"), Of("no-leave")).ShouldBe("0");
        Proposed(Of("late")).ShouldBe("1通报批评");
        Proposed(Of("late"), Of("absent", "住院"), Of("substitute")).ShouldBe("2诫勉谈话");
        Proposed(Of("late"), Of("absent"), Of("substitute")).ShouldBe("3免职处分");
        Proposed([.. Enumerable.Repeat(Of("absent"), 7)]).ShouldBe("7免职处分");
        DisciplineRules.Count([Of("late"), Of("late", person: "乙某")], Book).Select(c => c.Times).ShouldBe([1, 1], "each person for himself");
    }

    [Theory, Engines]
    [Trait("req", "M15-A05")]
    public async Task Attendance_at_a_meeting_of_the_top_is_taken_by_the_two_departments_alone(string engine)
    {
        Book.Value(DisciplineRules.Conveners)[0].Units.Count.ShouldBe(2);
        await using var scene = await Scene.OpenAsync(engine);
        (await RecordAsync(scene, "supervision", Late with { Convener = "top" })).ShouldBe("appraisals.attendance");
        (await RecordAsync(scene, "bureau", Late with { Convener = "top" })).ShouldBe("appraisals.attendance");
        var entry = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules.Find(DisciplineRules.Conveners.Id)!));
        (await scene.AsAsync("director", s => s.GetRequiredService<AdjustRule>().RunAsync(entry.Id, FigureText.Written(entry.Figure).Replace("组织部", "发展和改革委员会", StringComparison.Ordinal), "试验", default))).Refusal.ShouldBeNull();
        (await RecordAsync(scene, "bureau", Late with { Convener = "top" })).ShouldBe("ok");
        (await RecordAsync(scene, "supervision", Late with { Convener = "top" })).ShouldBe("appraisals.attendance");
        (await RecordAsync(scene, "bureau", Late)).ShouldBe("appraisals.attendance", "other meetings are the office's");
        (await RecordAsync(scene, "supervision", Late)).ShouldBe("ok");
    }

    [Theory, Engines]
    [Trait("req", "M15-A06")]
    public async Task The_four_slips_at_meetings_cost_their_unit_points_in_the_appraisal_of_the_year(string engine)
    {
        foreach (var kind in new[] { "absent", "late", "early", "no-leave" }) DisciplineRules.Points([Of(kind)], Book).ShouldBeGreaterThan(0, kind);
        DisciplineRules.Points([Of("absent", "住院")], Book).ShouldBe(0);
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var wrong in new[] { Late with { Meeting = "" }, Late with { On = "2026-11-24" }, Late with { Person = "" }, Late with { Unit = "没有的局" }, Late with { Kind = "打瞌睡" } }) (await RecordAsync(scene, "supervision", wrong)).ShouldBe("appraisals.breach");
        foreach (var kind in new[] { "absent", "late", "early", "no-leave" }) (await RecordAsync(scene, "supervision", Late with { Kind = kind })).ShouldBe("ok");
        var taken = await scene.AsAsync("director", s => FiguresTaken.ReadAsync(s.GetRequiredService<Office>(), [50, 40], (new(2026, 1, 1), new(2026, 12, 31)), default));
        (taken[("meetings.discipline", 50)].Value, taken[("meetings.discipline", 40)].Value).ShouldBe((7d, 0d));
        Scoring.Linear(7, 0, 10).ShouldBe(0.3, 0.0001);
    }

    [Fact]
    [Trait("req", "M15-A04")]
    public async Task The_page_proposes_and_names_who_takes_attendance()
    {
        await using var office = await TestOffice.StartAsync();
        var keeper = await office.SignedInAsAsync("supervision");
        var form = await keeper.GetAsync("/appraisals/discipline");
        form.Page.QuerySelectorAll("#convener option").Length.ShouldBe(1);
        for (var i = 0; i < 2; i++) (await keeper.SubmitAsync(await keeper.GetAsync("/appraisals/discipline"), "form#breach", ("meeting", "调度会"), ("person", "甲某"), ("unit", "市发展改革委"), ("kind", "substitute"))).Location.ShouldBe("/appraisals/discipline");
        (await keeper.GetAsync("/appraisals/discipline")).Text.ShouldContain("诫勉谈话");
        var bureau = (await (await office.SignedInAsAsync("bureau")).GetAsync("/appraisals/discipline")).Text;
        bureau.ShouldContain("纪委机关、组织部");
        bureau.ShouldNotContain("甲某");
    }

    private static async Task<string> RecordAsync(Scene scene, string login, BreachInput input) => (await scene.AsAsync(login, s => s.GetRequiredService<RecordBreach>().RunAsync(input, null, default))).Refusal?.Rule ?? "ok";
}
