using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Teams.Briefs;

public sealed record BriefInput(string Title, string Need, string DueOn);

/// 全员发布、认领、交卷、采用.
internal sealed class RunBrief(Office office)
{
    /// Everybody of the house is told.
    public Task<Outcome<BriefTask>> PostAsync(BriefInput input, string? once, CancellationToken cancel) => office.WriteAsync<BriefTask>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (!circle.IsInside || !(circle.Manages || circle.Heads)) return Refusal.Forbidden("发布信息任务");
        if (input.Title.Length is 0 or > TeamLimits.Title) return TeamRefusals.Missing("title", $"请填写课题，最多{TeamLimits.Title}字。");
        if (input.Need.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("need", $"请写明要写什么，最多{TeamLimits.Words}字。");
        if (TeamCircle.Day(input.DueOn) is not { } due || due < office.Today || due > office.Today.AddYears(1)) return TeamRefusals.Missing("dueOn", "请填写一年以内的交卷期限，不早于今天。");
        var one = new BriefTask { Id = office.Ids.Next(), KeeperId = circle.Keeper, Title = input.Title, Need = input.Need, DueOn = due, On = office.Today, ByName = office.Actor.Name };
        office.Db.Add(one);
        foreach (var (person, _) in TeamCircle.People(book, circle.Keeper, office.Today)) office.TellTeam(person.Id, "work", $"信息任务：{one.Title}，{due:M月d日}前交卷。请在“办事 › 科室工作 › 信息任务”认领。");
        await office.SayTeamAsync($"发布信息任务：{one.Title}", one.Id, one.Need, cancel);
        return one;
    }, cancel);

    public Task<Outcome<Done>> ClaimAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, _) =>
    {
        if (task.DueOn < office.Today) return TeamRefusals.Over("交卷期限已过，不能再认领。");
        var me = office.Actor.PersonId;
        if (await office.Db.Set<BriefClaim>().AnyAsync(c => c.TaskId == id && c.PersonId == me, cancel)) return TeamRefusals.Over("您已经认领。");
        office.Db.Add(new BriefClaim { TaskId = id, PersonId = me, On = office.Today });
        await office.SayTeamAsync($"认领信息任务：{task.Title}", id, null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> HandInAsync(long id, string work, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, _) =>
    {
        var me = office.Actor.PersonId;
        if (await office.Db.Set<BriefClaim>().SingleOrDefaultAsync(c => c.TaskId == id && c.PersonId == me, cancel) is not { } claim) return TeamRefusals.Over("请先认领，再交卷。");
        if (claim.IsUsed is not null) return TeamRefusals.Over("采用情况已经登记，不能再改。");
        if (work.Trim().Length is 0 or > TeamLimits.Long) return TeamRefusals.Missing("work", $"请填写信息的题目和要点，最多{TeamLimits.Long}字。");
        (claim.Work, claim.DoneOn) = (work.Trim(), claim.DoneOn ?? office.Today);
        await office.SayTeamAsync($"信息任务交卷：{task.Title}", id, null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> UseAsync(long id, long person, bool used, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, circle) =>
    {
        if (!circle.Manages && !circle.Heads) return Refusal.Forbidden("登记采用情况");
        if (person == office.Actor.PersonId) return new Refusal("teams.own-brief", "自己写的请由其他负责同志登记采用情况。") { Kind = RefusalKind.Forbidden };
        if (await office.Db.Set<BriefClaim>().SingleOrDefaultAsync(c => c.TaskId == id && c.PersonId == person, cancel) is not { DoneOn: not null } claim) return TeamRefusals.Over("这位同志还没有交卷。");
        if (claim.IsUsed is not null) return TeamRefusals.Over("采用情况已经登记，不能再改。");
        if (words.Trim().Length is 0 or > TeamLimits.Short) return TeamRefusals.Missing("words", $"请写明采用在哪里，或为什么没有采用，最多{TeamLimits.Short}字。");
        (claim.IsUsed, claim.Words) = (used, words.Trim());
        office.TellTeam(person, "result", $"您的信息“{task.Title}”{(used ? "已采用" : "没有采用")}：{claim.Words}");
        await office.SayTeamAsync($"登记信息采用情况：{task.Title}", id, claim.Words, cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<BriefTask> Seen(Office office, TeamCircle circle)
    {
        var (keeper, inside) = (circle.Keeper, circle.IsInside);
        return office.Db.Set<BriefTask>().Where(t => t.KeeperId == keeper && inside);
    }

    /// What still wants something of the actor before all the others, however long ago it was due: a paper not handed in, or one whose use is not said.
    public static IQueryable<BriefTask> Listed(Office office, TeamCircle circle)
    {
        var (me, judges, claims) = (office.Actor.PersonId, circle.Manages || circle.Heads, office.Db.Set<BriefClaim>());
        return Seen(office, circle).OrderByDescending(t => claims.Any(c => c.TaskId == t.Id && ((c.PersonId == me && c.DoneOn == null) || (judges && c.PersonId != me && c.DoneOn != null && c.IsUsed == null)))).ThenByDescending(t => t.DueOn).ThenByDescending(t => t.Id);
    }

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<BriefTask, TeamCircle, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var circle = TeamCircle.Of(office, await office.BookAsync(cancel));
        return await Seen(office, circle).SingleOrDefaultAsync(t => t.Id == id, cancel) is { } task ? await act(task, circle) : Refusal.NotFound("这项信息任务");
    }, cancel);
}
