using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Checks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class ArchiveCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;

    [Fact]
    [Trait("req", "M12-A01")]
    [Trait("req", "M12-A08")]
    public void What_the_ledgers_show_is_computed_and_the_rest_waits_for_somebody_to_look()
    {
        var points = Rules.Value(CheckRules.Points);
        points.Where(p => p.Table == "管理检查").Select(p => p.Group).Distinct().ShouldBe(["完整", "安全", "便于利用"]);
        points.Where(p => p.Table == "工作检查").Select(p => p.Group).Distinct().ShouldBe(["收得齐", "整得清", "放得开"]);
        var well = new HoldingFigures { Pieces = 10, NeverUsed = 4, Products = 1 };
        foreach (var measure in CheckRules.Measures) Of(measure, well).IsWell.ShouldBe(true, measure);
        Of("owed", well with { Late = 3 }).ShouldSatisfyAllConditions(r => r.IsWell.ShouldBe(false), r => r.Text.ShouldBe("应归未归3件"));
        Of("gaps", well with { Gaps = 1 }).IsWell.ShouldBe(false);
        Of("numbers", well with { MissingNumbers = 2 }).Text.ShouldBe("件号缺2个");
        Of("arranged", well with { ArrangingDue = Today }).IsWell.ShouldBe(false);
        Of("arranged", well with { ArrangingDue = Today.AddDays(1) }).IsWell.ShouldBe(true);
        Of("scopes", well with { SectionsWithoutScope = 1 }).IsWell.ShouldBe(false);
        Of("duties", well with { UnheldDuties = 1 }).IsWell.ShouldBe(false);
        Of("detected", well with { Undetected = 1 }).IsWell.ShouldBe(false);
        Of("late-loans", well with { LateLoans = 1 }).IsWell.ShouldBe(false);
        Of("never-used", well with { NeverUsed = 10 }).Text.ShouldBe("从未利用10件，占100%");
        Of("never-used", well with { NeverUsed = 10 }).IsWell.ShouldBe(false);
        Of("products", well with { Products = 0 }).IsWell.ShouldBe(false);
        Of("topics", well with { OpenTopics = 2, ThinTopics = 1 }).IsWell.ShouldBe(false);
        HoldingChecks.MissingNumbers([(3, 3), (2, 5)]).ShouldBe(3);
    }

    [Fact]
    [Trait("req", "M12-A01")]
    public void What_somebody_saw_holds_for_its_months_and_is_then_to_be_looked_at_again()
    {
        var point = Rules.Value(CheckRules.Points).First(p => p.Measure.Length == 0);
        var seen = new ArchiveCheck { Item = point.Id, IsWell = true, Words = "灭火器在有效期内", On = Today.AddMonths(-12), PersonName = "卷存真" };
        HoldingChecks.Seen(point, null, 12, Today).IsWell.ShouldBeNull();
        HoldingChecks.Seen(point, seen, 12, Today).ShouldSatisfyAllConditions(r => r.IsWell.ShouldBe(true), r => r.Text.ShouldContain("灭火器"));
        HoldingChecks.Seen(point, seen, 12, Today.AddDays(1)).IsWell.ShouldBeNull();
    }

    [Theory, Engines]
    [Trait("req", "M12-A08")]
    public async Task The_figures_come_from_the_archive_itself(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await LoanTests.FiledAsync(scene);
        await scene.ClosedAsync(ScenePlay.Paper("关于第二批资金的请示", 2));
        var before = await ReadAsync(scene);
        (before.Pieces, before.Late, before.NeverUsed, before.Undetected, before.MissingNumbers).ShouldBe((1, 0, 1, 1, 0));
        before.UnheldDuties.ShouldBeGreaterThan(7);
        before.ArrangingDue.ShouldBe(new DateOnly(2027, 5, 23));
        scene.Clock.Pass(new DateTime(2027, 7, 1) - new DateTime(2026, 11, 23));
        (await ReadAsync(scene)).Late.ShouldBe(1);
        await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Zhongshu.Modules.Archives.ArchivedPiece>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Number, 4)));
        (await ReadAsync(scene)).MissingNumbers.ShouldBe(3);
    }

    [Fact]
    [Trait("req", "M12-A08")]
    public async Task Somebody_looks_at_what_the_program_cannot_see_and_says_what_was_there()
    {
        await using var scene = await Scene.OpenAsync();
        (await SeeAsync(scene, "archivist", "safe-store", "")).Refusal!.Field.ShouldBe("words");
        (await SeeAsync(scene, "archivist", "whole-owed", "都归了")).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "what is computed is not said");
        (await SeeAsync(scene, "head2", "safe-store", "齐全")).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await SeeAsync(scene, "archivist", "safe-store", "灭火器过期两具")).Refusal.ShouldBeNull();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveCheck>().SingleAsync())).ShouldSatisfyAllConditions(c => c.IsWell.ShouldBeFalse(), c => c.On.ShouldBe(Today));
    }

    [Theory, Engines]
    [Trait("req", "M12-A10")]
    public async Task The_yearly_appraisal_has_three_sides_and_a_loss_of_points_needs_its_ground(string engine)
    {
        Rules.Value(CheckRules.Appraisal).Select(p => p.Side).Distinct().ShouldBe(["档案管理", "业务指导", "信息化建设"]);
        Rules.Value(CheckRules.Appraisal).Sum(p => p.Points).ShouldBe(100);
        await using var scene = await Scene.OpenAsync(engine);
        (await ScoreAsync(scene, 14, new ScoreInput("gather", "21", "多给"))).Refusal!.Message.ShouldContain("0至20");
        (await ScoreAsync(scene, 14, new ScoreInput("gather", "15", ""))).Refusal!.Message.ShouldContain("扣分的依据");
        (await ScoreAsync(scene, 2, new ScoreInput("gather", "20", ""))).Refusal!.Field.ShouldBe("unit");
        (await ScoreAsync(scene, 14, new ScoreInput("gather", "", ""))).Refusal!.Field.ShouldBe("points");
        (await ScoreAsync(scene, 14, new ScoreInput("gather", "15", "晚归3件"), new ScoreInput("digital", "15", ""))).Refusal.ShouldBeNull();
        (await ScoreAsync(scene, 14, new ScoreInput("gather", "18", "补齐，退回3分"))).Refusal.ShouldBeNull();
        var scores = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveScore>().AsNoTracking().ToListAsync());
        scores.ToDictionary(s => s.Item, s => s.Points).ShouldBe(new Dictionary<string, int> { ["gather"] = 18, ["digital"] = 15 }, ignoreOrder: true);
    }

    [Fact]
    [Trait("req", "M12-B14")]
    public void The_laws_on_which_filing_and_checking_rest_are_in_the_library_with_their_numbers()
    {
        var laws = Rules.Value(CheckRules.Laws);
        foreach (var (word, number) in new[] { ("档案法", ""), ("档案法实施条例", ""), ("机关档案管理规定", "第13号"), ("重大活动和突发事件档案管理办法", "第16号"), ("电子档案管理办法", "第22号"), ("", "鲁档发〔2023〕1号") })
            laws.ShouldContain(l => l.Word.Contains(word) && l.Number.Contains(number), $"{word}{number}");
    }

    private static CheckResult Of(string measure, HoldingFigures figures) => HoldingChecks.Of(new CheckPoint("x", "", "", "", measure), figures, 90, Today);

    private static Task<HoldingFigures> ReadAsync(Scene scene) => scene.AsAsync("archivist", s => s.GetRequiredService<HoldingReading>().ReadAsync(default));

    private static Task<Outcome<Done>> SeeAsync(Scene scene, string login, string item, string words) => scene.AsAsync(login, s => s.GetRequiredService<KeepCheck>().SeeAsync(item, false, words, null, default));

    private static Task<Outcome<Done>> ScoreAsync(Scene scene, long unit, params ScoreInput[] given) => scene.AsAsync("archivist", s => s.GetRequiredService<KeepCheck>().ScoreAsync(2026, unit, given, null, default));
}
