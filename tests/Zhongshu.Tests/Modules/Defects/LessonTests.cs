using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

public sealed class LessonTests
{
    private static readonly LessonInput Works = new("works", "核数字先找出处", ["先标出每个数字，再到来源里找", "汇报材料", "三份材料没有退改"]) { IsShared = true };

    [Theory, Engines]
    [Trait("req", "M16-A04")]
    [Trait("req", "M16-B45")]
    public async Task What_has_proved_itself_is_raised_to_a_rule_and_the_author_is_told_what_became_of_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var lesson = (await AddAsync(scene, "handler2", Works)).Value;
        (await ActAsync(scene, "head1", k => k.RaiseAsync(lesson.Id, "别人替报", default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await ActAsync(scene, "handler2", k => k.RaiseAsync(lesson.Id, "用了半年没有出错", default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "handler2", k => k.RaiseAsync(lesson.Id, "再报一次", default))).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await scene.NoticesAsync(10)).ShouldContain(t => t.Contains("核数字先找出处") && t.Contains("上升为制度"));
        (await ActAsync(scene, "handler2", k => k.DecideAsync(lesson.Id, "自己批准", default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await ActAsync(scene, "director", k => k.DecideAsync(lesson.Id, "写入公文核稿办法第五条", default))).Refusal.ShouldBeNull();
        (await scene.NoticesAsync(31)).ShouldContain(t => t.Contains("公文核稿办法第五条"));
        (await FoundAsync(scene, "head1", "raised", "")).Single().RaisedTo.ShouldBe("写入公文核稿办法第五条");
    }

    [Fact]
    [Trait("req", "M16-B35")]
    [Trait("req", "M16-B37")]
    public async Task What_works_what_is_new_what_went_wrong_and_what_was_criticised_are_kept_for_oneself_or_for_all_and_found_again()
    {
        await using var scene = await Scene.OpenAsync();
        foreach (var kind in new[] { "works", "new", "mistake", "criticism", "case" }) (await AddAsync(scene, "handler2", Works with { Kind = kind, Title = $"条目 {kind}", IsShared = kind != "criticism" })).Refusal.ShouldBeNull();
        (await FoundAsync(scene, "handler2", "mine", "")).Count.ShouldBe(5);
        (await FoundAsync(scene, "head1", "", "")).Select(l => l.Kind).ShouldBe(["works", "new", "mistake", "case"], ignoreOrder: true);
        (await FoundAsync(scene, "head1", "", "三份材料")).Count.ShouldBe(4);
        (await FoundAsync(scene, "head1", "", "没有的词")).ShouldBeEmpty();
        var own = (await FoundAsync(scene, "handler2", "mine", "criticism")).Single();
        (await ActAsync(scene, "head1", k => k.ShareAsync(own.Id, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "what is kept for oneself is nobody else's");
        (await ActAsync(scene, "handler2", k => k.ShareAsync(own.Id, default))).Refusal.ShouldBeNull();
        (await FoundAsync(scene, "head1", "", "")).Count.ShouldBe(5);
    }

    [Fact]
    [Trait("req", "M16-A17")]
    [Trait("req", "M16-B38")]
    public async Task A_practice_seen_elsewhere_is_kept_with_where_it_comes_from_and_with_what_was_made_of_it()
    {
        await using var scene = await Scene.OpenAsync();
        (await AddAsync(scene, "meetings", Works with { Kind = "elsewhere", Answers = ["", "会前一小时复核", "可以照用"] })).Refusal!.Message.ShouldContain("哪个单位");
        var lesson = (await AddAsync(scene, "meetings", Works with { Kind = "elsewhere", Answers = ["远帆市府办", "会前一小时复核", "可以照用"] })).Value;
        lesson.Text.ShouldStartWith("哪个单位：远帆市府办\n怎么做的：");
        (await FoundAsync(scene, "head1", "applied", "")).ShouldBeEmpty();
        (await ActAsync(scene, "head1", k => k.ApplyAsync(lesson.Id, "两次全会照此复核，没有差错", default))).Refusal.ShouldBeNull();
        (await FoundAsync(scene, "head1", "applied", "")).Single().ShouldSatisfyAllConditions(l => l.Applied.ShouldContain("两次全会"), l => l.AppliedOn.ShouldBe(DefectScene.Today));
    }

    [Fact]
    [Trait("req", "M16-B29")]
    [Trait("req", "M16-B30")]
    public void What_a_leader_changed_in_a_draft_and_what_one_reads_are_kept_in_three_answers()
    {
        var kinds = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!.Value(DefectRules.LessonKinds);
        var reading = KeepLesson.Written(Works with { Kind = "reading" }, kinds.Single(k => k.Id == "reading"));
        foreach (var ask in new[] { "写什么：", "怎么写：", "为什么这样写：" }) reading.Value.ShouldContain(ask);
        KeepLesson.Written(Works with { Kind = "draft", Answers = ["删去一页过程", "", "先写要定什么"] }, kinds.Single(k => k.Id == "draft")).Refusal!.Message.ShouldContain("原稿差在哪里");
        KeepLesson.Written(Works with { Answers = [new string('长', 4000), "乙", "丙"] }, kinds[0]).Refusal!.Field.ShouldBe("answer-0");
    }

    [Theory, Engines]
    [Trait("req", "M16-B05")]
    [Trait("req", "M16-B15")]
    [Trait("req", "M16-B36")]
    public async Task A_risk_has_its_measure_and_is_shown_where_a_matter_lies_at_that_stage(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var miss = new RiskInput("易漏", "propose", "夹带的第二个请求没有单独拟办", "拟办前逐段标出请求事项");
        (await RiskAsync(scene, miss with { Measure = "" })).Refusal!.Rule.ShouldBe("defects.measure");
        (await RiskAsync(scene, miss with { Kind = "易忘" })).Refusal!.Message.ShouldContain("易发、易错、易漏、廉政");
        var risk = (await RiskAsync(scene, miss)).Value;
        (await RiskAsync(scene, miss with { Kind = "廉政", Stage = "print" })).Refusal.ShouldBeNull();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于拨付防汛资金的请示"));

        var shown = await AtAsync(scene, code);
        shown.Select(r => r.Text).ShouldBe([miss.Text], "the other is a risk of printing");

        (await scene.AsAsync("head1", s => s.GetRequiredService<KeepRisk>().ChangeAsync(risk.Id, "改写", default))).Refusal!.Rule.ShouldBe("defects.not-yours");
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepRisk>().ChangeAsync(risk.Id, "", default))).Refusal.ShouldBeNull();
        (await AtAsync(scene, code)).ShouldBeEmpty();
    }

    private static Task<Outcome<RiskPoint>> RiskAsync(Scene scene, RiskInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepRisk>().AddAsync(input, null, default));

    private static Task<IReadOnlyList<RiskPoint>> AtAsync(Scene scene, string code) => scene.AsAsync("director", async s =>
    {
        var office = s.GetRequiredService<Office>();
        return await RisksAtStage.ReadAsync(office, await office.BookAsync(default), await office.Db.Set<Matter>().Where(m => m.Code == code).Select(m => m.Id).SingleAsync(), default);
    });

    private static Task<Outcome<Lesson>> AddAsync(Scene scene, string login, LessonInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepLesson>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> ActAsync(Scene scene, string login, Func<KeepLesson, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepLesson>()));

    private static Task<List<Lesson>> FoundAsync(Scene scene, string login, string scope, string words) => scene.AsAsync(login, async s =>
    {
        var office = s.GetRequiredService<Office>();
        return await LessonAsk.Where(KeepLesson.Seen(office, await office.BookAsync(default)), scope, "", words, office.Actor.PersonId).ToListAsync();
    });
}
