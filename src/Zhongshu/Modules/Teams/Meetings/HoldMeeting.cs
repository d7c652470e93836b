using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Meetings;

public sealed record TaskInput(string Text, long Person, string DueOn);

/// 上次布置的一项: what has come of it, and whether it is done.
public sealed record SeenInput(long Task, string Result, bool IsDone);

public sealed record MeetingInput(string Kind, long Unit, string On, string Told, string Arranged)
{
    public IReadOnlyList<TaskInput> Tasks { get; init; } = [];

    public IReadOnlyList<SeenInput> Seen { get; init; } = [];
}

/// A regular meeting is registered: what the last ones arranged is checked first, then this one's tasks are given out.
internal sealed class HoldMeeting(Office office)
{
    private const int MostTasks = 50;

    public Task<Outcome<OfficeMeeting>> RunAsync(MeetingInput input, string? once, CancellationToken cancel) => office.WriteAsync<OfficeMeeting>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (office.Rules.Value(TeamRules.Meetings).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return TeamRefusals.Missing("kind", "请选择是哪一种例会。");
        var unit = kind.IsEachSection ? input.Unit : circle.Keeper;
        if (!circle.Keeps(unit)) return kind.IsEachSection ? TeamRefusals.NotOurs : Refusal.Forbidden($"登记{kind.Word}");
        if (kind.IsEachSection && TeamCircle.Sections(book, circle.Keeper, office.Today).All(u => u.Id != unit)) return TeamRefusals.Missing("unit", "请选择开会的科室。");
        if (TeamCircle.Day(input.On) is not { } on || on > office.Today || on < office.Today.AddYears(-1)) return TeamRefusals.Missing("on", "请填写开会日期，在一年以内，不晚于今天。");
        if (input.Told.Length is 0 or > TeamLimits.Long) return TeamRefusals.Missing("told", $"请记下通报了哪些近期工作和进展，最多{TeamLimits.Long}字。");
        if (input.Arranged.Length is 0 or > TeamLimits.Long) return TeamRefusals.Missing("arranged", $"请记下安排了哪些工作，最多{TeamLimits.Long}字。");
        if (await office.Db.Set<OfficeMeeting>().AnyAsync(m => m.KeeperId == circle.Keeper && m.Kind == kind.Id && m.UnitId == unit && m.On == on, cancel)) return TeamRefusals.Over($"{on:M月d日}的{kind.Word}已经登记。");
        if (Broken(input.Tasks, TeamCircle.People(book, circle.Keeper, office.Today), on) is { } wrong) return wrong;
        if (await CheckAsync(Open(office, circle.Keeper, kind.Id, unit), input.Seen, cancel) is { } unchecked_) return unchecked_;
        var meeting = new OfficeMeeting { Id = office.Ids.Next(), KeeperId = circle.Keeper, UnitId = unit, Kind = kind.Id, On = on, Told = input.Told, Arranged = input.Arranged, ByName = office.Actor.Name };
        office.Db.Add(meeting);
        foreach (var task in input.Tasks)
        {
            office.Db.Add(new MeetingTask { Id = office.Ids.Next(), MeetingId = meeting.Id, Text = task.Text.Trim(), PersonId = task.Person, DueOn = TeamCircle.Day(task.DueOn)!.Value });
            office.TellTeam(task.Person, "work", $"{kind.Word}布置：{task.Text.Trim()}，请在{TeamCircle.Day(task.DueOn):M月d日}前办好，在“办事 › 科室工作”登记。");
        }

        await office.SayTeamAsync($"登记{kind.Word}，{on:M月d日}，布置{input.Tasks.Count}项", meeting.Id, meeting.Arranged, cancel);
        return meeting;
    }, cancel);

    /// By whoever answers for it, or who holds the meeting.
    public Task<Outcome<Done>> DoneAsync(long task, string result, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (await office.Db.Set<MeetingTask>().SingleOrDefaultAsync(t => t.Id == task, cancel) is not { } one || await office.Db.Set<OfficeMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == one.MeetingId, cancel) is not { } meeting || !(one.PersonId == office.Actor.PersonId || (meeting.KeeperId == circle.Keeper && circle.Keeps(meeting.UnitId)))) return Refusal.NotFound("这项工作");
        if (one.DoneOn is not null) return TeamRefusals.Over("这项工作已经落实。");
        if (result.Trim().Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("result", $"请写明落实情况，最多{TeamLimits.Words}字。");
        (one.Result, one.SeenOn, one.DoneOn) = (result.Trim(), office.Today, office.Today);
        await office.SayTeamAsync($"例会布置的工作已落实：{one.Text}", one.Id, one.Result, cancel);
        return Done.Yes;
    }, cancel);

    /// Of the whole house: the office's meetings to all in it, a section's to itself; all to who manages.
    public static IQueryable<OfficeMeeting> Seen(Office office, TeamCircle circle)
    {
        var (keeper, own, inside, whole) = (circle.Keeper, circle.Own, circle.IsInside, circle.Manages);
        return office.Db.Set<OfficeMeeting>().Where(m => m.KeeperId == keeper && inside && (whole || m.UnitId == keeper || m.UnitId == own));
    }

    /// What meetings of this kind and section arranged and is not done.
    public static IQueryable<MeetingTask> Open(Office office, long keeper, string kind, long unit) =>
        from t in office.Db.Set<MeetingTask>() join m in office.Db.Set<OfficeMeeting>() on t.MeetingId equals m.Id where t.DoneOn == null && m.KeeperId == keeper && m.Kind == kind && m.UnitId == unit orderby t.DueOn, t.Id select t;

    /// 责任分解: at least one task, each with who and until when.
    private static Refusal? Broken(IReadOnlyList<TaskInput> tasks, IReadOnlyList<(Person Person, Post Post)> people, DateOnly on)
    {
        if (tasks.Count == 0) return TeamRefusals.Missing("tasks", "请把安排的工作分解到人：至少写一项，写明责任人和完成日期。");
        if (tasks.Count > MostTasks) return TeamRefusals.Missing("tasks", $"一次会议最多分解{MostTasks}项工作。");
        foreach (var task in tasks)
        {
            if (task.Text.Trim().Length is 0 or > TeamLimits.Short) return TeamRefusals.Missing("tasks", $"分解的工作每项最多{TeamLimits.Short}字。");
            if (people.All(p => p.Person.Id != task.Person)) return TeamRefusals.Missing("tasks", $"“{Short(task.Text)}”还没有责任人，请选择本单位的同志。");
            if (TeamCircle.Day(task.DueOn) is not { } due || due < on || due > on.AddYears(1)) return TeamRefusals.Missing("tasks", $"“{Short(task.Text)}”请填写完成日期，不早于开会日期，在一年以内。");
        }

        return null;
    }

    /// 检查落实: nothing that was arranged before goes unmentioned.
    private async Task<Refusal?> CheckAsync(IQueryable<MeetingTask> open, IReadOnlyList<SeenInput> seen, CancellationToken cancel)
    {
        foreach (var task in await open.ToListAsync(cancel))
        {
            if (seen.FirstOrDefault(s => s.Task == task.Id) is not { } one || one.Result.Trim().Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("seen", $"以前布置的“{Short(task.Text)}”还没有落实，请写明检查的情况，最多{TeamLimits.Words}字。");
            (task.Result, task.SeenOn, task.DoneOn) = (one.Result.Trim(), office.Today, one.IsDone ? office.Today : null);
        }

        return null;
    }

    private static string Short(string text) => Notice.Fit(text.Trim(), 21);
}
