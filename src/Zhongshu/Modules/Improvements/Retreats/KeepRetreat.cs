using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Improvements.Retreats;

public sealed record ClassInput(string Class, string Plan, long Owner, string DueOn, string Words);

/// 务虚会、意见、三分法、回头评估、落实.
internal sealed class KeepRetreat(Office office)
{
    private const int MostOpinions = 500;

    public Task<Outcome<Retreat>> HoldAsync(string title, string on, string? once, CancellationToken cancel) => office.WriteAsync<Retreat>(once, async () =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("登记务虚会");
        if (title.Length is 0 or > ImprovementLimits.Title) return ImprovementRefusals.Missing("title", $"请填写务虚会的名称，最多{ImprovementLimits.Title}字。");
        if (ImprovementCircle.Day(on) is not { } day || day > office.Today.AddMonths(1) || day.Year < office.Today.Year - 5) return ImprovementRefusals.Missing("on", "请填写召开日期，写成 2026-01-31 的样子，不晚于一个月以后。");
        if (ImprovementCircle.KeeperFor(office, await office.BookAsync(cancel)) is not (> 0 and var keeper)) return ImprovementRefusals.NotOfOffice;
        var retreat = new Retreat { Id = office.Ids.Next(), KeeperId = keeper, Title = title, On = day, PersonName = office.Actor.Name };
        office.Db.Add(retreat);
        await office.SayAsync("improvements.retreat", $"登记务虚会：{title}", retreat.Id, null, cancel);
        return retreat;
    }, cancel);

    /// By anybody of the office, under one of the questions.
    public Task<Outcome<RetreatOpinion>> OpineAsync(long id, string question, string text, string by, string? once, CancellationToken cancel) => office.WriteAsync<RetreatOpinion>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await ImprovementCircle.Retreats(office, book).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } retreat) return Refusal.NotFound("这次务虚会");
        if (!office.Rules.Value(ImprovementRules.Questions).Contains(question, StringComparer.Ordinal)) return ImprovementRefusals.Missing("question", $"请选择是哪一问：{string.Join('、', office.Rules.Value(ImprovementRules.Questions))}。");
        if (text.Length is 0 or > ImprovementLimits.Words) return ImprovementRefusals.Missing("text", $"请写明意见，一条写一件事，最多{ImprovementLimits.Words}字。");
        if (by.Length > 60) return ImprovementRefusals.Missing("by", "提出人最多60字。");
        if (await office.Db.Set<RetreatOpinion>().CountAsync(o => o.RetreatId == id, cancel) >= MostOpinions) return ImprovementRefusals.Missing("text", $"一次务虚会最多登记{MostOpinions}条意见，请合并相近的。");
        var opinion = new RetreatOpinion { Id = office.Ids.Next(), RetreatId = retreat.Id, KeeperId = retreat.KeeperId, Question = question, Text = text, ByName = by.Length > 0 ? by : office.Actor.Name };
        office.Db.Add(opinion);
        await office.SayAsync("improvements.opinion", "登记务虚会意见", opinion.Id, text, cancel);
        return opinion;
    }, cancel);

    /// 三分法, and the same again when it is looked at anew: the class, how it is done, who answers for it by when.
    public Task<Outcome<Done>> ClassAsync(long id, ClassInput input, CancellationToken cancel) => ActAsync(id, async (opinion, book) =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("给意见分类");
        if (office.Rules.ClassOf(input.Class) is not { } of) return ImprovementRefusals.Missing("class", "请选择分到哪一类。");
        if (input.Plan.Length is 0 or > ImprovementLimits.Words) return ImprovementRefusals.Missing("plan", $"一策一议，请写明这一条怎么办，最多{ImprovementLimits.Words}字。");
        if (ImprovementCircle.NoOwner(office, book, input.Owner, ImprovementCircle.Day(input.DueOn)) is { } no) return no;
        if (opinion.Class.Length > 0 && ImprovementCircle.NoWords(input.Words, "请写明回头看的情况、为什么这样定") is { } unsaid) return unsaid;
        if (input.Words.Length > ImprovementLimits.Words) return ImprovementRefusals.Missing("words", $"说明最多{ImprovementLimits.Words}字。");
        office.Db.Add(new OpinionLook { Id = office.Ids.Next(), OpinionId = id, Class = of.Id, Words = input.Words.Length > 0 ? input.Words : of.Way, On = office.Today, PersonName = office.Actor.Name });
        var again = opinion.Class.Length > 0;
        (opinion.Class, opinion.Plan, opinion.OwnerId, opinion.DueOn) = (of.Id, input.Plan, input.Owner, ImprovementCircle.Day(input.DueOn));
        office.Tell(input.Owner, $"务虚会意见“{Short(opinion.Text)}”{of.Word}，{of.Way}，由您负责，{opinion.DueOn:M月d日}前。见“办事 › 务虚和改进”。");
        await office.SayAsync("improvements.classed", $"{(again ? "回头评估" : "意见分类")}：{of.Word}，{of.Way}", id, input.Plan, cancel);
        return Done.Yes;
    }, cancel);

    /// 落实: what was agreed on and done; the others are looked at again first.
    public Task<Outcome<Done>> FinishAsync(long id, string words, CancellationToken cancel) => ActAsync(id, async (opinion, _) =>
    {
        if (!ImprovementCircle.MayFinish(office, opinion.OwnerId)) return ImprovementRefusals.NotYours;
        if (office.Rules.ClassOf(opinion.Class) is not { IsSettled: true }) return ImprovementRefusals.NotSettled(office.Rules.ClassOf(opinion.Class)?.Way ?? "先分类");
        if (ImprovementCircle.NoWords(words, "请写明落实的结果") is { } no) return no;
        (opinion.Result, opinion.DoneOn) = (words, office.Today);
        await office.SayAsync("improvements.done", "务虚会意见已落实", id, words, cancel);
        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ActAsync(long id, Func<RetreatOpinion, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await ImprovementCircle.Opinions(office, book).SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } opinion) return Refusal.NotFound("这条意见");
        return opinion.DoneOn is not null ? ImprovementRefusals.Over : await act(opinion, book);
    }, cancel);

    private static string Short(string text) => Notice.Fit(text, 40);
}

/// What is due among the opinions and the meetings. Pure.
internal static class RetreatChecks
{
    /// The half year has no meeting yet.
    public static bool IsDue(DateOnly? last, int months, DateOnly today) => last is not { } on || on.AddMonths(months) <= today;

    /// Not carried out, or not looked at again, by its day.
    public static bool IsLate(RetreatOpinion opinion, DateOnly today) => opinion.DoneOn is null && opinion.DueOn < today;

    public static IReadOnlyList<string> Unasked(IReadOnlyList<string> questions, IReadOnlyList<RetreatOpinion> opinions) => [.. questions.Where(q => opinions.All(o => o.Question != q))];
}
