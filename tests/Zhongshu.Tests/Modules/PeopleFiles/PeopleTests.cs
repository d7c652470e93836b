using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Pairs;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.PeopleFiles;

public sealed class PeopleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly TrainingInput Course = new() { Kind = "writing", Subject = "公文", Title = "请示与报告怎样写", Batch = "第2期", Speaker = "砚秋白", On = "2026-11-18", People = [30, 31] };

    [Theory, Engines]
    [Trait("req", "M17-A10")]
    [Trait("req", "M17-B06")]
    [Trait("req", "M17-B07")]
    [Trait("req", "M17-B09")]
    public async Task A_training_is_registered_by_batch_down_to_the_person_with_marks_and_what_was_brought_home(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var course = (await AddAsync(scene, "head2", Course)).Value;
        (await AddAsync(scene, "head2", Course with { Kind = "follow", Title = "到青禾县跟岗", Batch = "第3批", People = [31] })).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "head2", course.Id, 31, "96", "")).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "head2", course.Id, 31, "高分", "")).Refusal!.Field.ShouldBe("score");
        (await NoteAsync(scene, "handler2", course.Id, 31, "100", "请示一文一事")).Refusal!.Rule.ShouldBe("people.own-score", "nobody marks himself");
        (await NoteAsync(scene, "handler2", course.Id, 31, "", "请示一文一事")).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "head2", course.Id, 31, "96", "")).Refusal.ShouldBeNull("from a page that did not have the words yet");
        (await NoteAsync(scene, "head2", course.Id, 30, "100", "科长也是学员")).Refusal!.Rule.ShouldBe("people.own-score", "nor does a head");
        (await NoteAsync(scene, "head2", course.Id, 30, "", "科长也是学员")).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "head1", course.Id, 31, "", "别科代写")).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);

        var row = await ReadAsync(scene, db => db.Set<Attendance>().SingleAsync(a => a.TrainingId == course.Id && a.PersonId == 31));
        (row.Score, row.Words).ShouldBe((96, "请示一文一事"), "an own word leaves the mark alone");
        var view = await ViewAsync(scene, "director");
        view.Tallies.Single(t => t.Kind == "writing").ShouldBe(new KindTally("writing", 1, 2, 2));
        view.Rows.Single(r => r.Training.Kind == "follow").Training.Batch.ShouldBe("第3批");
        view.Rows.Single(r => r.Training.Kind == "writing").Mean.ShouldBe(96);
    }

    [Fact]
    public async Task A_head_registers_the_people_of_its_own_section_alone_and_sees_no_other_sections_trainings()
    {
        await using var scene = await Scene.OpenAsync();
        (await AddAsync(scene, "head2", Course with { People = [20] })).Refusal!.Rule.ShouldBe("people.unit");
        (await AddAsync(scene, "handler2", Course)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await AddAsync(scene, "head2", Course with { People = [] })).Refusal!.Field.ShouldBe("people");
        (await AddAsync(scene, "head2", Course with { On = "2026-12-30" })).Refusal!.Field.ShouldBe("on");
        (await AddAsync(scene, "director", Course with { People = [20, 30] })).Refusal.ShouldBeNull();
        (await ViewAsync(scene, "head2")).Rows.Count.ShouldBe(1, "one of its people took part");
        (await ViewAsync(scene, "handler2")).Rows.ShouldBeEmpty();
    }

    [Theory]
    [Trait("req", "M17-B12")]
    [Trait("req", "M17-B18")]
    [Trait("req", "M17-B23")]
    [Trait("req", "M17-B24")]
    [Trait("req", "M17-B38")]
    [InlineData("lesson", 31)]
    [InlineData("digital", 31)]
    [InlineData("book", 92)]
    [InlineData("share", 7)]
    [InlineData("branch", 7)]
    public void What_has_a_rhythm_is_due_when_it_was_not_held_for_longer(string kind, int days)
    {
        var kinds = Rules.Value(PeopleRules.Kinds);
        DateOnly? Due(params int[] ago) => PeopleChecks.Overdue(kinds, ago.ToDictionary(_ => kind, a => Today.AddDays(-a), StringComparer.Ordinal), Today, Rules.Calendar).Where(d => d.Kind.Id == kind).Select(d => d.Last ?? DateOnly.MinValue).Cast<DateOnly?>().SingleOrDefault();
        Due().ShouldBe(DateOnly.MinValue, "never held");
        Due(days).ShouldBeNull("held within its rhythm");
        Due(days + 1).ShouldBe(Today.AddDays(-days - 1));
        PeopleChecks.Overdue(kinds, new Dictionary<string, DateOnly>(), Today, Rules.Calendar).ShouldNotContain(d => d.Kind.Id == "lecture", "a lecture has no rhythm");
    }

    [Fact]
    [Trait("req", "M17-A13")]
    [Trait("req", "M17-A21")]
    [Trait("req", "M17-A25")]
    [Trait("req", "M17-B15")]
    [Trait("req", "M17-B20")]
    [Trait("req", "M17-B27")]
    [Trait("req", "M17-B28")]
    [Trait("req", "M17-B34")]
    [Trait("req", "M17-B35")]
    [Trait("req", "M17-B37")]
    [Trait("req", "M16-B33")]
    public async Task Every_kind_of_lesson_practice_and_activity_stands_in_the_persons_file()
    {
        (string Kind, string Subject)[] kinds =
        [
            ("compete", "管理"), ("software", "科技"), ("outside", "经济"), ("rotate", "法律"), ("drill", ""), ("volunteer", ""), ("writing", "公文"), ("inform", ""), ("secrecy", ""), ("coach", "公文"), ("conduct", ""),
            ("party-meeting", ""), ("party-day", ""), ("party-review", ""), ("risk", ""),
        ];
        await using var scene = await Scene.OpenAsync();
        foreach (var (kind, subject) in kinds) (await AddAsync(scene, "director", Course with { Kind = kind, Subject = subject, People = [31] })).Refusal.ShouldBeNull(kind);
        (await AddAsync(scene, "director", Course with { Subject = "占星" })).Refusal!.Field.ShouldBe("subject");
        (await AddAsync(scene, "director", Course with { Kind = "picnic" })).Refusal!.Field.ShouldBe("kind");
        (await ReadAsync(scene, db => db.Set<Attendance>().CountAsync(a => a.PersonId == 31))).ShouldBe(kinds.Length);
        (await ViewAsync(scene, "handler2")).Rows.Select(r => (r.Training.Kind, r.Training.Subject)).ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    [Trait("req", "M17-A07")]
    public void Who_came_to_a_post_lately_and_had_no_talk_is_named()
    {
        var person = new Person { Id = 1, Name = "新到岗" };
        var post = new Post { Id = 2, UnitId = 3, Name = "科员", Roles = "handler" };
        var book = new OrganisationBook([], [person], [post], [new Holding { Id = 1, PersonId = 1, PostId = 2, Since = new DateOnly(2026, 10, 8), IsPrimary = true }]);
        PeopleChecks.Untalked(book, [(person, post)], new HashSet<long>(), Today.AddMonths(-3)).Single().Since.ShouldBe(new DateOnly(2026, 10, 8));
        PeopleChecks.Untalked(book, [(person, post)], new HashSet<long> { 1 }, Today.AddMonths(-3)).ShouldBeEmpty();
        PeopleChecks.Untalked(book, [(person, post)], new HashSet<long>(), Today.AddMonths(-1)).ShouldBeEmpty("came long ago");
    }

    [Theory, Engines]
    [Trait("req", "M17-A12")]
    [Trait("req", "M17-B03")]
    [Trait("req", "M17-B04")]
    [Trait("req", "M17-B05")]
    [Trait("req", "M17-B10")]
    public async Task An_experienced_hand_leads_a_newcomer_by_three_and_three_until_he_stands_alone(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await PairAsync(scene, "head2", 30, 30)).Refusal!.Field.ShouldBe("mentee");
        (await PairAsync(scene, "head1", 30, 31)).Refusal!.Rule.ShouldBe("people.unit");
        var pair = (await PairAsync(scene, "head2", 30, 31)).Value;
        (await PairAsync(scene, "head2", 30, 31)).Refusal!.Rule.ShouldBe("people.same-pair");
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == 31).Select(n => n.Text).ToListAsync())).ShouldContain(t => t.Contains("帮带结对"));
        foreach (var kind in new[] { "带思想", "带技能", "带作风", "文稿共审", "任务共担", "难题共解" }) (await OnPairAsync(scene, "handler2", k => k.StepAsync(pair.Id, kind, "一起改了一稿", null, default))).Refusal.ShouldBeNull();
        (await OnPairAsync(scene, "handler2", k => k.StepAsync(pair.Id, "带饭", "一起吃饭", null, default))).Refusal!.Field.ShouldBe("kind");
        (await OnPairAsync(scene, "head1", k => k.StepAsync(pair.Id, "带思想", "别科", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await OnPairAsync(scene, "head2", k => k.EndAsync(pair.Id, "能独立起草通知", null, default))).Refusal.ShouldBeNull();
        (await OnPairAsync(scene, "head2", k => k.StepAsync(pair.Id, "带思想", "再来", null, default))).Refusal!.Rule.ShouldBe("people.pair-over");
        (await ReadAsync(scene, db => db.Set<MentoringStep>().CountAsync())).ShouldBe(6);
    }

    [Fact]
    [Trait("req", "M17-A11")]
    [Trait("req", "M17-A19")]
    [Trait("req", "M17-B22")]
    public async Task A_tag_of_ability_stands_on_a_ground_and_is_taken_off_without_one()
    {
        await using var scene = await Scene.OpenAsync();
        (await TagAsync(scene, "head2", "specialist", "")).Refusal!.Field.ShouldBe("ground");
        foreach (var tag in new[] { "specialist", "generalist", "meetings", "activities", "reception", "digital" }) (await TagAsync(scene, "head2", tag, "两次独立办成")).Refusal.ShouldBeNull(tag);
        (await TagAsync(scene, "head1", "specialist", "别科说的")).Refusal!.Rule.ShouldBe("people.unit");
        (await TagAsync(scene, "head2", "singer", "会唱歌")).Refusal!.Field.ShouldBe("tag");
        (await TagAsync(scene, "head2", "generalist", "")).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<Ability>().Where(a => a.PersonId == 31).Select(a => a.Tag).ToListAsync())).ShouldBe(["specialist", "meetings", "activities", "reception", "digital"], ignoreOrder: true);
    }

    [Fact]
    [Trait("req", "M17-A22")]
    [Trait("req", "M17-A23")]
    public async Task Seven_and_five_points_are_gone_through_one_by_one_and_what_was_found_stays_with_the_person()
    {
        await using var scene = await Scene.OpenAsync();
        var lists = Rules.Value(PeopleRules.Examinations);
        (lists.Single(l => l.Id == "seven").Items.Count, lists.Single(l => l.Id == "five").Items.Count).ShouldBe((7, 5));
        (await ExamineAsync(scene, "seven", [.. lists.Single(l => l.Id == "seven").Items.Where(i => i != "不延误")], "")).Refusal!.Message.ShouldContain("不延误");
        (await ExamineAsync(scene, "seven", [.. lists.Single(l => l.Id == "seven").Items.Where(i => i != "不延误")], "当天事当天毕")).Refusal.ShouldBeNull();
        (await ExamineAsync(scene, "five", lists.Single(l => l.Id == "five").Items, "")).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<SelfExamination>().OrderBy(e => e.Id).Select(e => e.Broken).ToListAsync())).ShouldBe(["不延误", ""]);
        (await ReadAsync(scene, db => db.Set<TrailEntry>().Where(t => t.Verb == "people.examined").ToListAsync())).ShouldAllBe(t => t.Quote == null && !t.Text.Contains("不延误"));
    }

    [Fact]
    public async Task A_file_is_the_persons_its_heads_and_the_offices()
    {
        await using var office = await TestOffice.StartAsync();
        foreach (var (login, seen) in new[] { ("handler2", true), ("head2", true), ("director", true), ("head1", false), ("registry", false) })
        {
            var page = await (await office.SignedInAsAsync(login)).GetAsync("/trainings/people/31");
            (page.Status == System.Net.HttpStatusCode.OK).ShouldBe(seen, login);
            page.Text.Contains("完成自查", StringComparison.Ordinal).ShouldBe(login == "handler2", login);
        }

        var director = await office.SignedInAsAsync("director");
        var added = await director.SubmitAsync(await director.GetAsync("/trainings"), "#add", ("title", "公文写作"), ("people", "31"), ("kind", "writing"));
        (await director.GetAsync(added.Location.ShouldNotBeNull(added.Text))).Text.ShouldContain("公文写作");
        (await director.Http.GetAsync(new Uri("/trainings/records.xlsx", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_when_it_is_refused()
    {
        await using var office = await TestOffice.StartAsync();
        var handler = await office.SignedInAsAsync("handler2");
        var refused = await handler.SubmitAsync(await handler.GetAsync("/trainings/people/31"), "form[action='/trainings/examinations']", ("words", new string('改', 1100)));
        refused.Page.QuerySelector("#refused #words")!.TextContent.Length.ShouldBe(1100);
        (await handler.SubmitAsync(refused, "#refused", ("words", "今后当天事当天毕"))).Location.ShouldBe("/trainings/people/31");
    }

    private static Task<Outcome<Training>> AddAsync(Scene scene, string login, TrainingInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepTraining>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> NoteAsync(Scene scene, string login, long id, long person, string score, string words) => scene.AsAsync(login, s => s.GetRequiredService<KeepTraining>().NoteAsync(id, person, score, words, default));

    private static Task<TrainingView> ViewAsync(Scene scene, string login) => scene.AsAsync(login, s => TrainingView.ReadAsync(s.GetRequiredService<Office>(), 2026, default));

    private static Task<Outcome<Mentoring>> PairAsync(Scene scene, string login, long mentor, long mentee) => scene.AsAsync(login, s => s.GetRequiredService<KeepPair>().PairAsync(mentor, mentee, "三个月能独立起草", null, default));

    private static Task<Outcome<Done>> OnPairAsync(Scene scene, string login, Func<KeepPair, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepPair>()));

    private static Task<Outcome<Done>> TagAsync(Scene scene, string login, string tag, string ground) => scene.AsAsync(login, s => s.GetRequiredService<KeepFile>().TagAsync(31, tag, ground, default));

    private static Task<Outcome<Done>> ExamineAsync(Scene scene, string list, IReadOnlyList<string> kept, string words) => scene.AsAsync("handler2", s => s.GetRequiredService<KeepFile>().ExamineAsync(list, kept, words, null, default));

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
