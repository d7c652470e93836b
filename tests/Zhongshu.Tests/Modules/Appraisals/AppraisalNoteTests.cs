using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Appraisals.Notes;
using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Appraisals;

/// What an appraisal begins from, when it is gone over, and what became of its results.
public sealed class AppraisalNoteTests
{
    private static readonly RuleBook Book = OfficeRules.Load(RulesFolder.Path).Book!;

    private static readonly SchemeLimits Limits = new(FiguresTaken.Ids.ToHashSet(StringComparer.Ordinal), Book.Value(AppraisalRules.Warned), Book.Value(AppraisalRules.MostIndicators), Book.Value(AppraisalRules.ValueWords));

    private static readonly SchemeInput Scheme = new()
    {
        Title = "2026年度重点工作考核",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        Units = [50, 40],
        Parties = [40, 30, 30],
        Indicators = [new("群众满意度", 100, Outside: true)],
    };

    [Theory]
    [InlineData("下级组织建设", "班子配备、机构改革、基层建设、网上建设、品牌推进")]
    [InlineData("三快", "信息反映、工作节奏、落实反馈")]
    [InlineData("服务质量", "准确、及时、到位")]
    [InlineData("改革效能", "政策转化率、问题解决时效、群众满意度")]
    [InlineData("信息工作", "目标、复盘、荣誉")]
    [Trait("req", "M15-A08")]
    [Trait("req", "M15-A28")]
    [Trait("req", "M15-A29")]
    [Trait("req", "M15-B25")]
    [Trait("req", "M15-B28")]
    public void A_template_gives_the_indicators_of_its_kind_and_opens_without_a_warning(string template, string indicators)
    {
        var lines = SchemeTemplate.Of(Book, template);
        foreach (var word in indicators.Split('、')) lines.ShouldContain(l => l.Title.Contains(word), word);
        SchemeRules.Decide(Scheme with { Indicators = lines }, Limits).Value.ShouldBeEmpty();
        SchemeTemplate.Of(Book, "没有的模板").ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M15-B20")]
    public void Time_online_sharing_and_clocking_in_are_no_indicators()
    {
        foreach (var title in new[] { "在线时长", "转发点赞数", "每日打卡", "客户端安装数" })
            SchemeRules.Decide(Scheme with { Indicators = [new(title, 40), new("群众满意度", 60)] }, Limits).Refusal.ShouldBeOfType<SchemeWarned>(title);
    }

    [Fact]
    public void The_values_for_full_and_no_marks_are_rules_and_only_figures_that_the_house_takes_stand_among_them()
    {
        Book.Value(AppraisalRules.Figures).Single(f => f.Id == "burdens.plan").ShouldSatisfyAllConditions(f => f.Full.ShouldBe(80), f => f.None.ShouldBe(120));
        var text = RulesFolder.Read("appraisals.yaml");
        Problem(text.Replace("id: burdens.plan, word", "id: burdens.other, word", StringComparison.Ordinal)).ShouldContain("自动取数的 id");
        Problem(text.Replace("full: 80, none: 120", "full: 80, none: 80", StringComparison.Ordinal)).ShouldContain("不能相同");
        Problem(text.Replace("indicator: 品牌推进, weight: 10", "indicator: 品牌推进, weight: 15", StringComparison.Ordinal)).ShouldContain("现为105");
    }

    [Fact]
    [Trait("req", "M15-A10")]
    [Trait("req", "M15-B24")]
    public void A_year_is_gone_over_each_quarter_at_half_and_at_its_end_and_what_was_left_out_is_owed()
    {
        var scheme = new AppraisalScheme { Title = "年度", FirstDay = new DateOnly(2026, 1, 1), LastDay = new DateOnly(2026, 12, 31), PartyWeights = "40,30,30", PersonName = "甲" };
        AppraisalNote Note(string kind, int month, int day) => new() { Kind = kind, Words = "已评", On = new DateOnly(2026, month, day), PersonName = "甲" };
        var turns = NoteAppraisal.Turns(scheme, Book.Value(AppraisalRules.Notes), [Note("quarter", 9, 3), Note("half", 6, 28), Note("praise", 3, 1)]);
        turns.Select(t => (t.Word.Id, t.DueOn.Month)).ShouldBe([("quarter", 3), ("half", 6), ("quarter", 9), ("year", 12)]);
        turns.Where(t => t.DoneOn is not null).Select(t => (t.Word.Id, t.DueOn.Month)).ShouldBe([("half", 6), ("quarter", 9)]);
        turns.Where(t => t.IsOwed(new DateOnly(2026, 10, 1))).Select(t => (t.Word.Id, t.DueOn.Month)).ShouldBe([("quarter", 3)]);
    }

    [Theory, Engines]
    [Trait("req", "M15-A11")]
    [Trait("req", "M15-A13")]
    [Trait("req", "M15-A18")]
    [Trait("req", "M15-A19")]
    [Trait("req", "M15-B23")]
    [Trait("req", "M15-B32")]
    public async Task Praise_and_shortcomings_are_kept_with_their_unit_and_what_results_were_used_for_only_once_confirmed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var scheme = (await scene.AsAsync("director", s => s.GetRequiredService<OpenScheme>().RunAsync(Scheme, null, default))).Value.Id;
        NoteInput Note(string kind, long unit = 50) => new(kind, unit, "2026-11-23", "停车泊位超额完成。");
        (await AddAsync(scene, "bureau", scheme, Note("praise"))).ShouldBe("platform.forbidden");
        (await AddAsync(scene, "director", scheme, Note("praise", 99))).ShouldBe("appraisals.note-unit");
        (await AddAsync(scene, "director", scheme, Note("随手"))).ShouldBe("appraisals.note-kind");
        (await AddAsync(scene, "director", scheme, Note("praise") with { On = "2026-11-24" })).ShouldBe("appraisals.note-on");
        foreach (var kind in new[] { "praise", "remind", "step", "people", "quarter" }) (await AddAsync(scene, "director", scheme, Note(kind))).ShouldBe("ok", kind);
        foreach (var use in new[] { "honour", "fund", "cadre", "resource" }) (await AddAsync(scene, "director", scheme, Note(use))).ShouldBe("appraisals.note-early", use);
        (await scene.AsAsync("director", s => s.GetRequiredService<Appraise>().ShowAsync(scheme, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => s.GetRequiredService<Appraise>().ConfirmAsync(scheme, default))).Refusal.ShouldBeNull();
        foreach (var use in new[] { "honour", "fund", "cadre", "resource" }) (await AddAsync(scene, "director", scheme, Note(use))).ShouldBe("ok", use);
        var kept = await scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<AppraisalNote>().OrderBy(n => n.Id).ToListAsync());
        kept.Select(n => (n.Kind, n.UnitId)).ShouldBe([("praise", 50L), ("remind", 50L), ("step", 50L), ("people", 50L), ("quarter", 0L), ("honour", 50L), ("fund", 50L), ("cadre", 50L), ("resource", 50L)]);
    }

    [Theory, Engines]
    [Trait("req", "M15-B21")]
    public async Task Indicators_and_days_of_inspection_are_counted_against_the_year_before(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.AsAsync("director", s => s.GetRequiredService<OpenScheme>().RunAsync(Scheme, null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("supervision", s => s.GetRequiredService<Zhongshu.Modules.Supervision.Inspections.PlanInspection>().ProposeAsync(new() { Title = "停车难专项督查", Kind = "special", From = "2027-03-01", To = "2027-03-05", Targets = "听泉区、市住建局" }, default))).Refusal.ShouldBeNull();
        async Task<AppraisalLoad> LoadAsync(int year) => await scene.AsAsync("director", s => AppraisalLoad.ReadAsync(s.GetRequiredService<Office>(), year, default));
        ((await LoadAsync(2026)).Indicators, (await LoadAsync(2026)).UnitDays).ShouldBe((1, 0));
        ((await LoadAsync(2027)).Indicators, (await LoadAsync(2027)).UnitDays).ShouldBe((0, 10));
        new AppraisalLoad(2027, 8, 10).Against(new AppraisalLoad(2026, 12, 6)).ShouldBe("2027年考核指标8项（比上年减4），督查迎检10个单位日（比上年增4，应压缩精简）。");
    }

    private static string Problem(string text)
    {
        var folder = RulesFolder.With("appraisals.yaml", text);
        return string.Concat(OfficeRules.Load(folder).Problems.Select(p => p.Message));
    }

    private static async Task<string> AddAsync(Scene scene, string login, long scheme, NoteInput note) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<NoteAppraisal>().AddAsync(scheme, note, null, default))).Refusal?.Rule ?? "ok";
}
