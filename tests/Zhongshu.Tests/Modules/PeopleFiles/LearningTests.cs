using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Conduct;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Modules.PeopleFiles.Writing;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.PeopleFiles;

public sealed class LearningTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly WritingInput Practice = new(31, "thing", "写一次会议", "2026-11-30");

    [Theory, Engines]
    [Trait("req", "M16-B16")]
    public async Task Nine_rules_of_conduct_are_signed_as_they_stand_and_who_has_not_is_known_and_reminded(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var rules = Rules.Value(PeopleRules.Conduct);
        rules.Count.ShouldBe(9);
        rules.ShouldAllBe(r => r.StartsWith("不准"));
        ConductSignature.Of([.. rules, "不准迟到"]).ShouldNotBe(ConductSignature.Of(rules), "a changed list is signed anew");
        (await ConductAsync(scene, "handler2", k => k.SignAsync("0000", default))).Refusal!.Rule.ShouldBe("people.conduct");
        (await UnsignedAsync(scene, "head2")).ShouldContain(31);
        (await ConductAsync(scene, "handler2", k => k.SignAsync(ConductSignature.Of(rules), default))).Refusal.ShouldBeNull();
        (await UnsignedAsync(scene, "head2")).ShouldBe([30]);
        (await UnsignedAsync(scene, "handler2")).ShouldBeEmpty("who has not signed is the keeper's to know");
        var reminded = (await scene.AsAsync("director", s => s.GetRequiredService<KeepConduct>().RemindAsync(null, default))).Value;
        reminded.ShouldBeGreaterThan(1);
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.Text.Contains("行为规范")).Select(n => n.PersonId).ToListAsync())).ShouldSatisfyAllConditions(p => p.Count.ShouldBe(reminded), p => p.ShouldNotContain(31));
    }

    [Theory, Engines]
    [Trait("req", "M16-B34")]
    public async Task Ones_negative_list_is_kept_up_and_nobody_else_reads_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await ConductAsync(scene, "handler2", k => k.AddAsync("", null, default))).Refusal!.Field.ShouldBe("text");
        (await ConductAsync(scene, "handler2", k => k.AddAsync("不看完批示就动手", null, default))).Refusal.ShouldBeNull();
        var item = await ReadAsync(scene, db => db.Set<NegativeItem>().SingleAsync());
        (await ConductAsync(scene, "head2", k => k.ChangeAsync(item.Id, "代改", false, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await scene.AsAsync("head2", s => s.GetRequiredService<KeepConduct>().Mine().CountAsync())).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(7));
        (await ConductAsync(scene, "handler2", k => k.ChangeAsync(item.Id, "不读完批示原文就动手", false, default))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<NegativeItem>().SingleAsync())).ShouldSatisfyAllConditions(i => i.Text.ShouldContain("原文"), i => i.ChangedOn.ShouldBe(item.Since.AddDays(7)));
        (await ConductAsync(scene, "handler2", k => k.ChangeAsync(item.Id, "一个月没有再犯", true, default))).Refusal.ShouldBeNull();
        (await ConductAsync(scene, "handler2", k => k.ChangeAsync(item.Id, "再改", false, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await ReadAsync(scene, db => db.Set<TrailEntry>().Where(t => t.Text.Contains("负面清单")).Select(t => t.Text + t.Quote).ToListAsync())).ShouldAllBe(t => !t.Contains("批示"), "the trail says that it was kept, not what is in it");
    }

    [Theory, Engines]
    [Trait("req", "M16-B31")]
    public async Task Writing_is_practised_in_four_steps_one_after_the_other(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Rules.Value(PeopleRules.WritingSteps).Select(s => s.Word).ShouldBe(["写一件事", "写一层意思", "写几层意思", "任意题目"]);
        (await SetAsync(scene, "head1", Practice)).Refusal!.Rule.ShouldBe("people.unit");
        (await SetAsync(scene, "head2", Practice with { Step = "meaning" })).Refusal!.Message.ShouldContain("写一件事");
        var task = (await SetAsync(scene, "head2", Practice)).Value;
        (await SetAsync(scene, "head2", Practice with { Title = "又一题" })).Refusal!.Rule.ShouldBe("people.writing");
        (await CommentAsync(scene, "head2", task.Id, true)).Refusal!.Message.ShouldContain("还没有交稿");
        (await HandInAsync(scene, "head2", task.Id))!.Kind.ShouldBe(RefusalKind.NotFound, "it is not his exercise");
        (await HandInAsync(scene, "handler2", task.Id)).ShouldBeNull();
        (await CommentAsync(scene, "handler2", task.Id, true)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await CommentAsync(scene, "head2", task.Id, false)).Refusal.ShouldBeNull();
        (await CommentAsync(scene, "head2", task.Id, true)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict, "it is to be written again first");
        (await HandInAsync(scene, "handler2", task.Id)).ShouldBeNull();
        (await CommentAsync(scene, "head2", task.Id, true)).Refusal.ShouldBeNull();
        (await HandInAsync(scene, "handler2", task.Id))!.Rule.ShouldBe("people.writing-passed");
        (await SetAsync(scene, "head2", Practice with { Step = "meaning", Title = "写一层意思" })).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M16-B22")]
    public async Task Micro_lectures_come_round_and_a_spot_check_names_who_is_below_the_mark()
    {
        await using var scene = await Scene.OpenAsync();
        var micro = Rules.Value(PeopleRules.Kinds).Single(k => k.Word == "业务微讲堂");
        micro.Days.ShouldNotBeNull("it is held regularly, and named when it was not");
        var lecture = (await scene.AsAsync("head2", s => s.GetRequiredService<KeepTraining>().AddAsync(new TrainingInput { Kind = micro.Id, Title = "请示怎样写", On = "2026-11-20", People = [30, 31] }, null, default))).Value;
        (await scene.AsAsync("head2", s => s.GetRequiredService<KeepTraining>().NoteAsync(lecture.Id, 30, "100", "", default))).Refusal!.Rule.ShouldBe("people.own-score", "nobody marks himself");
        foreach (var (by, person, score) in new[] { ("director", 30L, "90"), ("head2", 31L, "55") }) (await scene.AsAsync(by, s => s.GetRequiredService<KeepTraining>().NoteAsync(lecture.Id, person, score, "", default))).Refusal.ShouldBeNull();
        var rows = await ReadAsync(scene, db => db.Set<Attendance>().Where(a => a.TrainingId == lecture.Id).ToListAsync());
        PeopleChecks.TestOf(rows, Rules.Value(PeopleRules.PassMark))!.Value.ShouldSatisfyAllConditions(t => t.Tested.ShouldBe(2), t => t.Mean.ShouldBe(72.5), t => t.Below.ShouldBe([31]));
        PeopleChecks.TestOf([], 60).ShouldBeNull();
    }

    private static Task<Outcome<Done>> ConductAsync(Scene scene, string login, Func<KeepConduct, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepConduct>()));

    private static Task<List<long>> UnsignedAsync(Scene scene, string login) => scene.AsAsync(login, async s => (await s.GetRequiredService<KeepConduct>().ReadAsync(default)).Where(p => p.At is null).Select(p => p.Person.Id).ToList());

    private static Task<Outcome<WritingTask>> SetAsync(Scene scene, string login, WritingInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepWriting>().SetAsync(input, null, default));

    private static async Task<Refusal?> HandInAsync(Scene scene, string login, long id) => (await scene.AsAsync(login, s => s.GetRequiredService<KeepWriting>().HandInAsync(id, "今天上午九点，会议准时开始。", default))).Refusal;

    private static Task<Outcome<Done>> CommentAsync(Scene scene, string login, long id, bool passes) => scene.AsAsync(login, s => s.GetRequiredService<KeepWriting>().CommentAsync(id, passes, "时间地点写全了", default));

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
