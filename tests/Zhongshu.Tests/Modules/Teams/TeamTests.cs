using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Teams;
using Zhongshu.Modules.Teams.Assistance;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Modules.Teams.Charges;
using Zhongshu.Modules.Teams.Contracts;
using Zhongshu.Modules.Teams.Honours;
using Zhongshu.Modules.Teams.Meetings;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Teams;

/// 科室工作: meetings, who answers for what, whom one serves, help, information tasks, honours.
public sealed class TeamTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly MeetingInput Weekly = new("week", 14, "2026-11-23", "上周三件都已送审。", "本周备好防汛会。") { Tasks = [new("起草防汛会通知", 31, "2026-11-25")] };
    private static readonly AssistanceInput Help = new(18, "乡村振兴现场会", "请帮助布置会场、排座次。", "2026-11-30", 0);

    [Theory, Engines]
    [Trait("req", "M17-A03")]
    public async Task The_weekly_meeting_tells_arranges_and_gives_out_tasks_that_are_checked_at_the_next(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await HoldAsync(scene, "head1", Weekly)).Refusal!.Rule.ShouldBe("teams.unit", "another section's");
        (await HoldAsync(scene, "head2", Weekly with { Told = "" })).Refusal!.Field.ShouldBe("told");
        (await HoldAsync(scene, "head2", Weekly with { Arranged = "" })).Refusal!.Field.ShouldBe("arranged");
        (await HoldAsync(scene, "head2", Weekly with { Tasks = [] })).Refusal!.Field.ShouldBe("tasks");
        (await HoldAsync(scene, "head2", Weekly with { Tasks = [new("没有人负责", 0, "2026-11-25")] })).Refusal!.Message.ShouldContain("还没有责任人");
        (await HoldAsync(scene, "head2", Weekly)).Refusal.ShouldBeNull();
        (await HoldAsync(scene, "head2", Weekly)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("起草防汛会通知"));
        (await OwedAsync(scene, "handler2")).ShouldContain("例会布置：起草防汛会通知");

        scene.Clock.Pass(TimeSpan.FromDays(7));
        var next = Weekly with { On = "2026-11-30", Tasks = [new("报送总结", 31, "2026-12-02")] };
        (await HoldAsync(scene, "head2", next)).Refusal!.Field.ShouldBe("seen", "nothing that was arranged goes unmentioned");
        var open = await ReadAsync(scene, db => db.Set<MeetingTask>().SingleAsync());
        (await HoldAsync(scene, "head2", next with { Seen = [new(open.Id, "已送审，待签", false)] })).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<MeetingTask>().Where(t => t.Id == open.Id).Select(t => t.Result).SingleAsync())).ShouldBe("已送审，待签");
        (await scene.AsAsync("handler2", s => s.GetRequiredService<HoldMeeting>().DoneAsync(open.Id, "通知已印发", null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("head1", s => s.GetRequiredService<HoldMeeting>().DoneAsync(open.Id, "别科", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await OwedAsync(scene, "handler2")).ShouldBe(["例会布置：报送总结"]);
        (await SeenAsync(scene, "head1")).ShouldBe(0, "another section's meeting");
        (await SeenAsync(scene, "handler2")).ShouldBe(2);
    }

    [Theory]
    [Trait("req", "M17-A03")]
    [Trait("req", "M17-A04")]
    [InlineData("week", "2026-11-23", "2026-11-30")]
    [InlineData("week", "2026-11-25", "2026-11-30")]
    [InlineData("week", "2026-09-28", "2026-10-08")]
    [InlineData("board", "2026-11-19", "2026-11-26")]
    [InlineData("council", "2026-10-28", "2026-11-30")]
    public void A_meeting_is_due_by_its_weekday_or_so_many_days_after_the_last_and_never_on_a_day_off(string kind, string last, string next) =>
        TeamRules.NextOn(Rules.Value(TeamRules.Meetings).Single(k => k.Id == kind), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), new(2026, 11, 23), Rules.Calendar)
            .ShouldBe(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    [Trait("req", "M17-A04")]
    public async Task The_offices_meetings_are_the_directors_and_what_they_arranged_is_seen_by_all()
    {
        await using var scene = await Scene.OpenAsync();
        var board = Weekly with { Kind = "board", Unit = 0, Tasks = [new("统计上半年会议", 71, "2026-11-24")] };
        (await HoldAsync(scene, "head2", board)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await HoldAsync(scene, "director", board)).Refusal.ShouldBeNull();
        (await HoldAsync(scene, "director", board with { Kind = "council" })).Refusal.ShouldBeNull();
        scene.Clock.Pass(TimeSpan.FromDays(8));
        var lines = await scene.AsAsync("director", async s => await MeetingView.LinesAsync(s.GetRequiredService<Office>(), TeamCircle.Of(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)), default));
        var line = lines.Single(l => l.Kind.Id == "board");
        (line.NextOn, line.IsOverdue(new(2026, 12, 1)), line.Open, line.Late).ShouldBe((new DateOnly(2026, 11, 30), true, 1, 1));
        lines.Single(l => l.Kind.Id == "council").IsOverdue(new(2026, 12, 1)).ShouldBeFalse("once a month");
        (await OwedAsync(scene, "director")).ShouldContain("厅（室）务会该开了");
        (await SeenAsync(scene, "head1")).ShouldBe(2);
        (await SeenAsync(scene, "bureau")).ShouldBe(0);
    }

    [Theory, Engines]
    [Trait("req", "M17-A20")]
    public async Task A_post_has_its_work_goal_and_charge_and_which_has_none_is_seen(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Task<Outcome<Done>> Set(string login, ChargeInput input) => scene.AsAsync(login, s => s.GetRequiredService<SetCharge>().RunAsync(input, null, default));
        var charge = new ChargeInput(131, "农业农村文电会务", "全年无退改", "对时效和质量负责");
        (await Set("head1", charge)).Refusal!.Field.ShouldBe("post", "another section's");
        (await Set("head2", charge with { Goal = "" })).Refusal!.Field.ShouldBe("goal");
        (await Set("head2", charge)).Refusal.ShouldBeNull();
        (await Set("director", charge with { Goal = "全年差错不超过一件" })).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<PostCharge>().SingleAsync())).Goal.ShouldBe("全年差错不超过一件");
        (await NoticesAsync(scene, 31)).Count(t => t.Contains("岗位责任已更新")).ShouldBe(2);
    }

    [Fact]
    [Trait("req", "M17-A06")]
    public async Task Every_group_has_somebody_who_keeps_in_touch_or_is_shown_without()
    {
        await using var scene = await Scene.OpenAsync();
        Task<Outcome<Done>> Link(string login, LiaisonInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepParty>().LinkAsync(input, null, default));
        var link = new LiaisonInput("科技界", 17, 61, "每季走访一次，协助调研");
        (await Link("head2", link)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await Link("director", link with { Group = "武林" })).Refusal!.Field.ShouldBe("group");
        (await Link("director", link with { Person = 31 })).Refusal!.Field.ShouldBe("person", "of another section");
        (await Link("director", link)).Refusal.ShouldBeNull();
        (await Link("director", link with { Unit = 14, Person = 31 })).Refusal.ShouldBeNull("passed on");
        var links = await scene.AsAsync("director", s => KeepParty.LinksAsync(s.GetRequiredService<Office>(), 10, default));
        links.Count.ShouldBe(Rules.Value(TeamRules.Groups).Count);
        links.Where(l => l.Link is not null).Select(l => (l.Group, l.Link!.UnitId, l.Link.PersonId)).ShouldBe([("科技界", 14L, 31L)]);
        var (book, kept) = (await scene.AsAsync("director", async s => await s.GetRequiredService<Office>().BookAsync(default)), links.Single(l => l.Link is not null).Link!);
        var today = DateOnly.FromDateTime(scene.Clock.GetUtcNow().DateTime);
        KeepParty.IsHeld(kept, book, today).ShouldBeTrue();
        kept.PersonId = 61;
        KeepParty.IsHeld(kept, book, today).ShouldBeFalse("who left the section keeps in touch with nobody");
        KeepParty.IsHeld(null, book, today).ShouldBeFalse();
    }

    [Theory, Engines]
    [Trait("req", "M17-A17")]
    public async Task Whom_one_serves_stands_in_three_grades_and_help_for_the_first_comes_first(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Rules.Value(TeamRules.Grades).Select(g => g.Rank).ShouldBe(["首要", "主要", "重要"]);
        Task<Outcome<ServedParty>> Serve(string name, string grade) => scene.AsAsync("director", s => s.GetRequiredService<KeepParty>().ServeAsync(new PartyInput(name, grade, 13, "文电会务"), null, default));
        (await Serve("委员", "guests")).Refusal!.Field.ShouldBe("grade");
        var members = (await Serve("委员", "members")).Value;
        var leaders = (await Serve("市政府领导", "leaders")).Value;
        var inner = (await Serve("各科室", "members")).Value;
        (await Serve("各科室", "inner")).Value.Id.ShouldBe(inner.Id, "put into its grade anew");
        (await scene.AsAsync("head2", s => KeepParty.ServedAsync(s.GetRequiredService<Office>(), 10, default))).Select(p => p.Name).ShouldBe(["市政府领导", "各科室", "委员"]);

        var asked = new List<long>();
        foreach (var (served, due) in new[] { (0L, "2026-11-24"), (members.Id, "2026-11-25"), (inner.Id, "2026-11-26"), (leaders.Id, "2026-11-27") }) asked.Add((await AskAsync(scene, "head2", a => a.AskAsync(Help with { Served = served, DueOn = due }, null, default))).Value.Id);
        var rows = await scene.AsAsync("meetings", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await AssistanceList.ReadAsync(office, TeamCircle.Of(office, await office.BookAsync(default)), (await KeepParty.ServedAsync(office, 10, default)).ToDictionary(p => p.Id), default);
        });
        rows.Select(r => r.Id).ShouldBe(Enumerable.Reverse(asked));

        Task<Outcome<Done>> Withdraw(string login, long id) => scene.AsAsync(login, s => s.GetRequiredService<KeepParty>().WithdrawAsync(id, null, default));
        (await Withdraw("head2", inner.Id)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await Withdraw("director", inner.Id)).Refusal.ShouldBeNull();
        (await Withdraw("director", inner.Id)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "it is gone already");
        (await scene.AsAsync("head2", s => KeepParty.ServedAsync(s.GetRequiredService<Office>(), 10, default))).Select(p => p.Name).ShouldBe(["市政府领导", "委员"]);
    }

    [Theory, Engines]
    [Trait("req", "M17-A15")]
    public async Task What_is_a_sections_own_duty_it_may_not_put_off_and_what_help_was_given_is_on_record(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await AskAsync(scene, "head2", a => a.AskAsync(Help with { Unit = 14 }, null, default))).Refusal!.Field.ShouldBe("unit");
        var own = (await AskAsync(scene, "head2", a => a.AskAsync(Help, null, default))).Value;
        (await NoticesAsync(scene, 70)).ShouldContain(t => t.Contains("乡村振兴现场会"));
        (await AskAsync(scene, "meetings", a => a.DeclineAsync(own.Id, "太忙", null, default))).Refusal.ShouldNotBeNull().Message.ShouldContain("全市性会议审批与会务归口");
        (await AskAsync(scene, "head1", a => a.TakeAsync(own.Id, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await AskAsync(scene, "head2", a => a.TakeAsync(own.Id, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden, "who asks does not answer");
        (await AskAsync(scene, "meetings", a => a.TakeAsync(own.Id, null, default))).Refusal.ShouldBeNull();
        (await AskAsync(scene, "meetings", a => a.GiveAsync(own.Id, "", null, default))).Refusal!.Field.ShouldBe("words");
        (await AskAsync(scene, "meetings", a => a.GiveAsync(own.Id, "派两人到场，座次已排", null, default))).Refusal.ShouldBeNull();
        (await AskAsync(scene, "meetings", a => a.GiveAsync(own.Id, "再给", null, default))).Refusal!.Rule.ShouldBe("teams.over");

        var other = (await AskAsync(scene, "head2", a => a.AskAsync(Help with { Unit = 21, Title = "搬运展板", Text = "请出两个人" }, null, default))).Value;
        (await AskAsync(scene, "archivist", a => a.DeclineAsync(other.Id, "", null, default))).Refusal!.Field.ShouldBe("words");
        (await AskAsync(scene, "archivist", a => a.DeclineAsync(other.Id, "当天有移交进馆", null, default))).Refusal.ShouldBeNull("not its duty");
        (await ReadAsync(scene, db => db.Set<AssistanceTask>().OrderBy(a => a.Id).Select(a => a.State).ToListAsync())).ShouldBe([AssistanceState.Given, AssistanceState.Declined]);
    }

    [Theory, Engines]
    [Trait("req", "M17-B29")]
    [Trait("req", "M17-B31")]
    public async Task A_subject_is_posted_to_everybody_and_who_wrote_what_is_counted_before_anybody_is_honoured(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var subject = new BriefInput("基层治理的新做法", "写一件本县的实例", "2026-11-30");
        (await BriefAsync(scene, "handler2", r => r.PostAsync(subject, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        var task = (await BriefAsync(scene, "head2", r => r.PostAsync(subject, null, default))).Value;
        var told = await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.Text.Contains("基层治理的新做法")).Select(n => n.PersonId).ToListAsync());
        var house = await scene.AsAsync("director", async s => TeamCircle.People(await s.GetRequiredService<Office>().BookAsync(default), 10, new(2026, 11, 23)).Select(p => p.Person.Id).ToList());
        told.ShouldBe(house.Where(p => p != 30), ignoreOrder: true, "the whole house but who posted it");

        foreach (var login in new[] { "handler2", "drafter", "meetings" }) (await BriefAsync(scene, login, r => r.ClaimAsync(task.Id, null, default))).Refusal.ShouldBeNull(login);
        (await BriefAsync(scene, "handler2", r => r.ClaimAsync(task.Id, null, default))).Refusal!.Rule.ShouldBe("teams.over");
        (await BriefAsync(scene, "county", r => r.ClaimAsync(task.Id, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await OwedAsync(scene, "handler2")).ShouldContain("信息任务待交卷：基层治理的新做法");
        (await BriefAsync(scene, "head2", r => r.UseAsync(task.Id, 31, true, "省厅采用", null, default))).Refusal!.Rule.ShouldBe("teams.over", "nothing was handed in");
        (await BriefAsync(scene, "handler2", r => r.HandInAsync(task.Id, "一张网格图管到底", null, default))).Refusal.ShouldBeNull();
        (await BriefAsync(scene, "head2", r => r.UseAsync(task.Id, 31, true, "省厅采用", null, default))).Refusal.ShouldBeNull();
        (await BriefAsync(scene, "director", r => r.UseAsync(task.Id, 31, false, "没有看到前面的登记", null, default))).Refusal!.Rule.ShouldBe("teams.over", "what one said another does not undo unseen");
        scene.Clock.Pass(TimeSpan.FromDays(8));
        (await BriefAsync(scene, "drafter", r => r.HandInAsync(task.Id, "迟到的一篇", null, default))).Refusal.ShouldBeNull();
        (await BriefAsync(scene, "head1", r => r.ClaimAsync(task.Id, null, default))).Refusal!.Message.ShouldContain("期限已过");
        (await scene.AsAsync("director", s => BriefFigures.ReadAsync(s.GetRequiredService<Office>(), 10, 2026, default)))
            .ShouldBe([new BriefTally(31, 1, 1, 0, 1), new BriefTally(21, 1, 1, 1, 0), new BriefTally(71, 1, 0, 0, 0)]);

        (await HonourAsync(scene, "head2", new("brief", 31, "采用最多", ""))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await HonourAsync(scene, "director", new("brief", 71, "人缘好", ""))).Refusal!.Rule.ShouldBe("teams.no-figures");
        (await HonourAsync(scene, "director", new("brief", 31, "采用最多", ""))).Value.Figures.ShouldStartWith("信息任务认领1、交卷1、采用1");
        (await HonourAsync(scene, "director", new("brief", 31, "采用最多", ""))).Refusal!.Rule.ShouldBe("teams.over");
    }

    [Theory, Engines]
    [Trait("req", "M17-B29")]
    public async Task A_paper_that_is_owed_stands_before_newer_subjects(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var owed = (await BriefAsync(scene, "head2", r => r.PostAsync(new("旧课题", "写一件", "2026-11-24"), null, default))).Value;
        (await BriefAsync(scene, "handler2", r => r.ClaimAsync(owed.Id, null, default))).Refusal.ShouldBeNull();
        var newer = (await BriefAsync(scene, "head2", r => r.PostAsync(new("新课题", "写一件", "2026-12-24"), null, default))).Value;
        (await ListedAsync("handler2")).ShouldBe([owed.Id, newer.Id]);
        (await ListedAsync("head1")).ShouldBe([newer.Id, owed.Id], "nothing is wanted of this one");
        (await BriefAsync(scene, "handler2", r => r.HandInAsync(owed.Id, "题目和要点", null, default))).Refusal.ShouldBeNull();
        (await ListedAsync("handler2")).ShouldBe([newer.Id, owed.Id]);
        (await ListedAsync("director")).ShouldBe([owed.Id, newer.Id], "its use is not said yet");

        Task<List<long>> ListedAsync(string login) => scene.AsAsync(login, async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await RunBrief.Listed(office, TeamCircle.Of(office, await office.BookAsync(default))).Select(t => t.Id).ToListAsync();
        });
    }

    [Fact]
    [Trait("req", "M17-B42")]
    public async Task An_excellent_worker_is_rewarded_with_the_reason_and_the_figures_of_the_year()
    {
        await using var scene = await Scene.OpenAsync();
        (await HonourAsync(scene, "director", new("staff", 41, "全年无差错", ""))).Refusal!.Field.ShouldBe("reward");
        (await HonourAsync(scene, "director", new("staff", 41, "", "通报表扬"))).Refusal!.Field.ShouldBe("words");
        (await HonourAsync(scene, "director", new("staff", 10, "自己", "通报表扬"))).Refusal!.Rule.ShouldBe("teams.own-honour");
        var one = (await HonourAsync(scene, "director", new("staff", 41, "全年无差错", "通报表扬、带薪休假一天"))).Value;
        (one.Year, one.Reward).ShouldBe((2026, "通报表扬、带薪休假一天"));
        one.Figures.ShouldContain("参加学习培训0次");
        (await NoticesAsync(scene, 41)).ShouldContain(t => t.Contains("优秀员工"));
    }

    private static Task<Outcome<OfficeMeeting>> HoldAsync(Scene scene, string login, MeetingInput input) => scene.AsAsync(login, s => s.GetRequiredService<HoldMeeting>().RunAsync(input, null, default));

    private static Task<int> SeenAsync(Scene scene, string login) => scene.AsAsync(login, async s => await HoldMeeting.Seen(s.GetRequiredService<Office>(), TeamCircle.Of(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default))).CountAsync());

    private static Task<Outcome<T>> AskAsync<T>(Scene scene, string login, Func<AskAssistance, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<AskAssistance>()));

    private static Task<Outcome<T>> BriefAsync<T>(Scene scene, string login, Func<RunBrief, Task<Outcome<T>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<RunBrief>()));

    private static Task<Outcome<Honour>> HonourAsync(Scene scene, string login, HonourInput input) => scene.AsAsync(login, s => s.GetRequiredService<GiveHonour>().RunAsync(input, null, default));

    private static async Task<List<string>> OwedAsync(Scene scene, string login) => [.. (await scene.AsAsync(login, s => TeamOwed.ReadAsync(s.GetRequiredService<Office>(), default))).Select(o => o.Text)];

    private static Task<List<string>> NoticesAsync(Scene scene, long person) => ReadAsync(scene, db => db.Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
