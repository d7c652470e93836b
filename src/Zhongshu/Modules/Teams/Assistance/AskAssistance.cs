using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Assistance;

public sealed record AssistanceInput(long Unit, string Title, string Text, string DueOn, long Served);

/// 协作: asked, taken up or declined, given. What is a section's own duty it may not put off (分内事不推诿).
internal sealed class AskAssistance(Office office)
{
    public Task<Outcome<AssistanceTask>> AskAsync(AssistanceInput input, string? once, CancellationToken cancel) => office.WriteAsync<AssistanceTask>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (!circle.IsInside) return Refusal.Forbidden("请科室协作");
        if (TeamCircle.Sections(book, circle.Keeper, office.Today).All(u => u.Id != input.Unit) || input.Unit == circle.Own) return TeamRefusals.Missing("unit", "请选择请哪个科室协作，不是本科室。");
        if (input.Title.Length is 0 or > TeamLimits.Title) return TeamRefusals.Missing("title", $"请写明什么工作，最多{TeamLimits.Title}字。");
        if (input.Text.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("text", $"请写明要怎样支持，最多{TeamLimits.Words}字。");
        if (TeamCircle.Day(input.DueOn) is not { } due || due < office.Today || due > office.Today.AddYears(1)) return TeamRefusals.Missing("dueOn", "请填写一年以内的期限，不早于今天。");
        if (input.Served != 0 && !await office.Db.Set<ServedParty>().AnyAsync(p => p.Id == input.Served && p.KeeperId == circle.Keeper, cancel)) return TeamRefusals.Missing("served", "请选择登记好的服务对象。");
        var one = new AssistanceTask { Id = office.Ids.Next(), KeeperId = circle.Keeper, AskingUnitId = circle.Own, UnitId = input.Unit, Title = input.Title, Text = input.Text, ServedId = input.Served, DueOn = due, AskedById = office.Actor.PersonId, AskedBy = office.Actor.Name, On = office.Today };
        office.Db.Add(one);
        foreach (var head in Heads(book, input.Unit)) office.TellTeam(head, "work", $"{book.LabelOf(circle.Own)}请协作：{one.Title}，{due:M月d日}前。请在“办事 › 科室工作 › 协作”答复。");
        await office.SayTeamAsync($"请{book.LabelOf(input.Unit)}协作：{one.Title}", one.Id, one.Text, cancel);
        return one;
    }, cancel);

    public Task<Outcome<Done>> TakeAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, once, async (one, _) =>
    {
        if (one.State != AssistanceState.Asked) return TeamRefusals.Over("这项协作已经答复。");
        (one.State, one.AnsweredBy) = (AssistanceState.Taken, office.Actor.Name);
        await EndAsync(one, "接下协作", null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> DeclineAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (one, book) =>
    {
        if (!one.IsOpen) return TeamRefusals.Over("这项协作已经办结。");
        if (OwnDuty(book, one, office.Today) is { } duty) return new Refusal("teams.own-duty", $"这是本科室的分内事（职责：{duty.Title}），不能推给别人。请接下办理；确有困难的，和请协作的科室商量期限。") { Kind = RefusalKind.Conflict };
        if (words.Trim().Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("words", $"请写明为什么不能协作，最多{TeamLimits.Words}字。");
        (one.State, one.Words, one.AnsweredBy, one.EndedOn) = (AssistanceState.Declined, words.Trim(), office.Actor.Name, office.Today);
        await EndAsync(one, "婉拒协作", one.Words, cancel);
        return Done.Yes;
    }, cancel);

    /// 支持情况
    public Task<Outcome<Done>> GiveAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (one, _) =>
    {
        if (!one.IsOpen) return TeamRefusals.Over("这项协作已经办结。");
        if (words.Trim().Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("words", $"请写明怎样支持的，最多{TeamLimits.Words}字。");
        (one.State, one.Words, one.AnsweredBy, one.EndedOn) = (AssistanceState.Given, words.Trim(), office.Actor.Name, office.Today);
        await EndAsync(one, "协作完成", one.Words, cancel);
        return Done.Yes;
    }, cancel);

    /// The duty of the section that answers for it, by the library of duties; null when it is not its own. Pure.
    public static Duty? OwnDuty(OrganisationBook book, AssistanceTask one, DateOnly day) =>
        DutyLibrary.Propose(book, one.Title + one.Text, day, one.KeeperId).FirstOrDefault(m => m.Unit.Id == one.UnitId)?.Duty;

    /// Both sections see it, and the office.
    public static IQueryable<AssistanceTask> Seen(Office office, TeamCircle circle)
    {
        var (keeper, own, inside, whole) = (circle.Keeper, circle.Own, circle.IsInside, circle.Manages);
        return office.Db.Set<AssistanceTask>().Where(a => a.KeeperId == keeper && inside && (whole || a.UnitId == own || a.AskingUnitId == own));
    }

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<AssistanceTask, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (await Seen(office, circle).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } one) return Refusal.NotFound("这项协作");
        return one.UnitId == circle.Own ? await act(one, book) : TeamRefusals.NotOurs;
    }, cancel);

    private Task EndAsync(AssistanceTask one, string text, string? quote, CancellationToken cancel)
    {
        office.TellTeam(one.AskedById, "result", $"{text}（{office.Actor.UnitName}{office.Actor.Name}）：{one.Title}{(quote is null ? "" : $"。{quote}")}");
        return office.SayTeamAsync($"{text}：{one.Title}", one.Id, quote, cancel);
    }

    private IEnumerable<long> Heads(OrganisationBook book, long unit) =>
        book.MembersOf(unit, office.Today).Where(m => OrganisationBook.RolesOf(m.Post).Contains("section-head", StringComparer.Ordinal)).Select(m => m.Person.Id).Distinct();
}
