using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Contracts;
using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Movements;
using Zhongshu.Modules.PeopleFiles.Opinions;
using Zhongshu.Modules.PeopleFiles.Qualities;
using Zhongshu.Modules.PeopleFiles.Tolerances;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.PeopleFiles;

/// Opinions of the young, movements, discipline, qualities, tolerance: what is kept of people, and who sees it.
public sealed class PeopleCareTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly MovementInput Lend = new(31, "lend", 13, "", "防汛专班材料", "2026-11-23", "2026-12-31");
    private static readonly DeviationInput Deviation = new("用表格算办件时长", "平均时长多算了0.5天", "没有扣除休息日", "已按工作日重算", [.. Rules.Value(ToleranceRules.Conditions)]);

    [Theory, Engines]
    [Trait("req", "M17-B08")]
    [Trait("req", "M17-B40")]
    public async Task What_the_young_say_is_answered_one_by_one_and_turned_into_a_change_of_the_work(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var talk = (await scene.AsAsync("director", s => s.GetRequiredService<KeepTraining>().AddAsync(new TrainingInput { Kind = "youth", Title = "青年座谈", On = "2026-11-20", People = [21, 31] }, null, default))).Value;
        (await HearAsync(scene, "handler2", h => h.AddAsync(talk.Id, 21, "代别人说", null, default))).Refusal!.Rule.ShouldBe("people.not-held");
        (await HearAsync(scene, "director", h => h.AddAsync(talk.Id, 41, "没有参加", null, default))).Refusal!.Field.ShouldBe("person");
        var one = (await HearAsync(scene, "handler2", h => h.AddAsync(talk.Id, 31, "急件核稿层级太多", null, default))).Value;
        var two = (await HearAsync(scene, "director", h => h.AddAsync(talk.Id, 21, "周末值班能否提前排", null, default))).Value;

        (await OwedAsync(scene, "leader1")).ShouldContain("座谈意见待答复2条");
        (await HearAsync(scene, "head2", h => h.AnswerAsync(one.Id, "我来答", null, default))).Refusal!.Kind.ShouldNotBe(RefusalKind.Invalid);
        (await HearAsync(scene, "leader1", h => h.TurnAsync(one.Id, 13, "分急件平件", "2026-12-10", null, default))).Refusal!.Rule.ShouldBe("people.unanswered");
        (await HearAsync(scene, "leader1", h => h.AnswerAsync(one.Id, "说得对，急件两级核。", null, default))).Refusal.ShouldBeNull();
        (await HearAsync(scene, "leader1", h => h.AnswerAsync(one.Id, "再答", null, default))).Refusal!.Rule.ShouldBe("people.answered");
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("急件两级核"));
        (await OwedAsync(scene, "leader1")).ShouldContain("座谈意见待答复1条");

        (await HearAsync(scene, "leader1", h => h.TurnAsync(one.Id, 13, "分急件平件定核稿层级", "2026-12-10", null, default))).Refusal.ShouldBeNull();
        (await OwedAsync(scene, "head1")).ShouldContain("改进流程：分急件平件定核稿层级");
        (await HearAsync(scene, "handler2", h => h.SettleAsync(one.Id, "本人说改好了", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await HearAsync(scene, "head1", h => h.SettleAsync(one.Id, "核稿办法已改，急件两级", null, default))).Refusal.ShouldBeNull();
        (await OwedAsync(scene, "head1")).ShouldNotContain("改进流程：分急件平件定核稿层级");
        (await SeenAsync(scene, "handler2")).ShouldBe([one.Id], "one's own alone");
        (await SeenAsync(scene, "leader1")).ShouldBe([one.Id, two.Id], ignoreOrder: true);
        (await SeenAsync(scene, "bureau")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M17-A09")]
    public async Task The_eight_donts_are_gone_through_one_by_one()
    {
        await using var scene = await Scene.OpenAsync();
        var eight = Rules.Value(PeopleRules.Examinations).Single(l => l.Id == "eight").Items;
        eight.Count.ShouldBe(8);
        var kept = eight.Where(i => i != eight[5]).ToList();
        (await scene.AsAsync("secretary", s => s.GetRequiredService<KeepFile>().ExamineAsync("eight", kept, "", null, default))).Refusal!.Message.ShouldContain(eight[5]);
        (await scene.AsAsync("secretary", s => s.GetRequiredService<KeepFile>().ExamineAsync("eight", kept, "今后不借", null, default))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<SelfExamination>().Select(e => new { e.PersonId, e.Broken }).SingleAsync())).ShouldBe(new { PersonId = 22L, Broken = eight[5] });
    }

    [Theory, Engines]
    [Trait("req", "M17-B11")]
    public async Task Whoever_is_lent_to_another_section_is_on_record_as_gone_and_come(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await MoveAsync(scene, "head2", k => k.SendAsync(Lend, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { To = 14 }, null, default))).Refusal!.Field.ShouldBe("to", "the own section");
        var one = (await MoveAsync(scene, "director", k => k.SendAsync(Lend, null, default))).Value;
        (one.FromUnitId, one.ToUnitId).ShouldBe((14, 13));
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { To = 15 }, null, default))).Refusal!.Rule.ShouldBe("people.away");
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("秘书一科") && t.Contains("防汛专班材料"));
        foreach (var (login, seen) in new[] { ("head1", 1), ("head2", 1), ("handler2", 1), ("meetings", 0), ("bureau", 0) })
            (await scene.AsAsync(login, async s => await KeepMovement.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).CountAsync())).ShouldBe(seen, login);
        (await MoveAsync(scene, "director", k => k.EndAsync(one.Id, "", null, default))).Refusal!.Field.ShouldBe("result");
        (await MoveAsync(scene, "director", k => k.EndAsync(one.Id, "三份材料按时报出", null, default))).Refusal.ShouldBeNull();
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { To = 15 }, null, default))).Refusal.ShouldBeNull("back, and free again");
    }

    [Fact]
    [Trait("req", "M17-B25")]
    public async Task The_share_sent_out_to_learn_is_counted_by_year()
    {
        await using var scene = await Scene.OpenAsync();
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { Kind = "second", To = 0 }, null, default))).Refusal!.Field.ShouldBe("place");
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { Kind = "second", To = 0, Place = "市数据局", Since = "2025-12-01", DueOn = "2026-12-01" }, null, default))).Refusal.ShouldBeNull();
        (await MoveAsync(scene, "director", k => k.SendAsync(Lend with { Person = 41 }, null, default))).Refusal.ShouldBeNull();
        var all = await ReadAsync(scene, db => db.Set<Movement>().ToListAsync());
        MovementRules.Share(all, "second", 2026, 20).ShouldBe((1, 5.0), "the one lent does not count");
        MovementRules.Share(all, "second", 2025, 20).ShouldBe((1, 5.0), "it reaches into both years");
        MovementRules.Share(all, "second", 2024, 20).ShouldBe((0, 0.0));
    }

    [Fact]
    [Trait("req", "M17-A24")]
    public async Task Coming_late_is_written_down_by_the_head_and_the_person_may_say_why()
    {
        await using var scene = await Scene.OpenAsync();
        Task<Outcome<Done>> Note(string login, long person = 31, string kind = "迟到", string on = "2026-11-20") => MoveAsync(scene, login, k => k.NoteLapseAsync(person, kind, on, "晨会迟到", null, default));
        (await Note("head1")).Refusal!.Rule.ShouldBe("people.unit");
        (await Note("head2", person: 30)).Refusal!.Field.ShouldBe("person");
        (await Note("head2", kind: "上网")).Refusal!.Field.ShouldBe("kind");
        (await Note("head2", on: "2026-11-24")).Refusal!.Field.ShouldBe("on");
        (await Note("head2")).Refusal.ShouldBeNull();
        (await Note("director", kind: "早退")).Refusal.ShouldBeNull();
        (await Note("director")).Refusal!.Rule.ShouldBe("people.lapse-twice");
        var id = await ReadAsync(scene, db => db.Set<Lapse>().Where(l => l.Kind == "迟到").Select(l => l.Id).SingleAsync());
        (await MoveAsync(scene, "head1", k => k.ReplyAsync(id, "替他说", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await MoveAsync(scene, "handler2", k => k.ReplyAsync(id, "送材料到市委办", null, default))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Lapse>().Where(l => l.Id == id).Select(l => l.Reply).SingleAsync())).ShouldBe("送材料到市委办");
        (await scene.AsAsync("head1", async s => await KeepMovement.SeenLapses(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).CountAsync())).ShouldBe(0, "another section's");
    }

    [Fact]
    [Trait("req", "M17-A24")]
    public async Task A_subordinate_unit_reads_what_it_wrote_down_of_all_its_sections()
    {
        await using var scene = await Scene.OpenAsync();
        (await MoveAsync(scene, "bureau", k => k.NoteLapseAsync(372, "迟到", "2026-11-20", "晨会迟到", null, default))).Refusal.ShouldBeNull("of another section of the same unit");
        foreach (var (login, seen) in new[] { ("bureau", 1), ("county", 0), ("head2", 0), ("director", 1) })
            (await scene.AsAsync(login, async s => await KeepMovement.SeenLapses(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).CountAsync())).ShouldBe(seen, login);
        var talk = (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepTraining>().AddAsync(new TrainingInput { Kind = "youth", Title = "青年座谈", On = "2026-11-20", People = [372] }, null, default))).Value;
        var said = (await HearAsync(scene, "bureau", h => h.AddAsync(talk.Id, 372, "项目材料报送太多", null, default))).Value;
        (await SeenAsync(scene, "bureau")).ShouldBe([said.Id]);
    }

    [Theory, Engines]
    [Trait("req", "M17-B32")]
    public async Task Seven_qualities_are_marked_by_those_in_charge_and_weighed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var qualities = Rules.Value(QualityRules.Qualities);
        qualities.Select(q => q.Word).ShouldBe(["政治强", "业务熟", "作风实", "为人正", "服务优", "口碑好", "业绩佳"]);
        Task<Outcome<Done>> Mark(string login, params int[] marks) => scene.AsAsync(login, s => s.GetRequiredService<MarkQuality>().RunAsync(31, [.. marks.Select(m => $"{m}")], "全年表现", null, default));
        (await Mark("head1", 90, 90, 90, 90, 90, 90, 90)).Refusal!.Rule.ShouldBe("people.unit");
        (await Mark("head2", 90, 90, 90)).Refusal!.Field.ShouldBe("marks");
        (await Mark("head2", 90, 90, 90, 90, 90, 90, 101)).Refusal!.Field.ShouldBe("marks");
        (await Mark("head2", 100, 80, 80, 80, 80, 80, 80)).Refusal.ShouldBeNull();
        (await Mark("head2", 100, 80, 80, 80, 80, 80, 80)).Refusal.ShouldBeNull("marked anew");
        (await Mark("director", 80, 80, 80, 80, 80, 80, 100)).Refusal.ShouldBeNull();
        (await scene.AsAsync("head2", s => s.GetRequiredService<MarkQuality>().RunAsync(30, [.. Enumerable.Repeat("100", 7)], "自己", null, default))).Refusal!.Rule.ShouldBe("people.own-quality");

        var total = QualityRules.Of(qualities, await ReadAsync(scene, db => db.Set<QualityMark>().ToListAsync()))!;
        (total.Judges, total.Means[0], total.Total).ShouldBe((2, 90.0, ((90 * 20) + (80 * 70) + (90 * 10)) / 100.0));
        (await scene.AsAsync("handler2", async s => await MarkQuality.ReadAsync(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default), 2026, default)))[31].Count().ShouldBe(2, "of oneself");
        (await scene.AsAsync("drafter", async s => await MarkQuality.ReadAsync(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default), 2026, default)))[31].ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M17-B26")]
    public async Task A_deviation_that_is_not_of_principle_is_declared_and_judged_by_somebody_else()
    {
        await using var scene = await Scene.OpenAsync();
        Task<Outcome<Tolerance>> Declare(string login, DeviationInput input) => scene.AsAsync(login, s => s.GetRequiredService<DeclareDeviation>().DeclareAsync(input, null, default));
        Task<Outcome<Done>> Decide(string login, long id) => scene.AsAsync(login, s => s.GetRequiredService<DeclareDeviation>().DecideAsync(id, true, "属于探索中的偏差", null, default));
        (await Declare("handler2", Deviation with { Holds = [.. Deviation.Holds.Skip(1)] })).Refusal!.Message.ShouldContain(Deviation.Holds[0]);
        (await Declare("handler2", Deviation with { Cause = "" })).Refusal!.Field.ShouldBe("cause");
        var one = (await Declare("handler2", Deviation)).Value;
        (await Decide("head2", one.Id)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await Decide("director", one.Id)).Refusal.ShouldBeNull();
        (await Decide("director", one.Id)).Refusal!.Rule.ShouldBe("people.tolerance-over");
        (await Decide("director", (await Declare("director", Deviation)).Value.Id)).Refusal!.Rule.ShouldBe("people.own-tolerance");
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("已认定容错"));
        (await scene.AsAsync("drafter", async s => await DeclareDeviation.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).CountAsync())).ShouldBe(0);
        (await ReadAsync(scene, db => db.Set<TrailEntry>().CountAsync(t => t.Verb == "people.tolerance"))).ShouldBe(3);
    }

    private static Task<Outcome<T>> HearAsync<T>(Scene scene, string login, Func<HearYouth, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<HearYouth>()));

    private static Task<Outcome<T>> MoveAsync<T>(Scene scene, string login, Func<KeepMovement, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepMovement>()));

    private static async Task<List<string>> OwedAsync(Scene scene, string login) => [.. (await scene.AsAsync(login, s => PeopleOwed.ReadAsync(s.GetRequiredService<Office>(), default))).Select(o => o.Text)];

    private static Task<List<long>> SeenAsync(Scene scene, string login) => scene.AsAsync(login, async s => await HearYouth.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).Select(o => o.Id).ToListAsync());

    private static Task<List<string>> NoticesAsync(Scene scene, long person) => ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
