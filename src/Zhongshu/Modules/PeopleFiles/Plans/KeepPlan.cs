using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Plans;

public sealed record PlanInput(string Kind, string Title, string On);

/// 活动计划: planned, held, or called off with a reason.
internal sealed class KeepPlan(Office office)
{
    public Task<Outcome<TrainingPlan>> AddAsync(PlanInput input, string? once, CancellationToken cancel) => office.WriteAsync<TrainingPlan>(once, async () =>
    {
        if (!May) return Refusal.Forbidden("安排活动计划");
        if (office.Rules.KindOf(input.Kind) is not { } kind) return PeopleRefusals.Missing("kind", "请选择种类。");
        if (input.Title.Length is 0 or > Limits.Title) return PeopleRefusals.Missing("title", $"请填写内容，最多{Limits.Title}字。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on.Year < office.Today.Year || on.Year > office.Today.Year + 1) return PeopleRefusals.Missing("on", "请填写计划日期，在今年或明年。");
        var book = await office.BookAsync(cancel);
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var inside = office.Actor.HomeUnitId == keeper;
        var (first, last) = (new DateOnly(on.Year, 1, 1), new DateOnly(on.Year, 12, 31));
        if (kind.Most is { } most && await office.Db.Set<TrainingPlan>().CountAsync(p => p.KeeperId == keeper && (inside || p.UnitId == own) && p.Kind == kind.Id && p.On >= first && p.On <= last && p.Dropped == "", cancel) >= most) return new Refusal("people.plan-most", $"{kind.Word}一年最多安排{most}次，{on.Year}年已经排满。请先取消一项，或安排到下一年。") { Kind = RefusalKind.Conflict, Field = "kind" };
        var plan = new TrainingPlan { Id = office.Ids.Next(), KeeperId = keeper, UnitId = own, Kind = kind.Id, Title = input.Title, On = on, ByName = office.Actor.Name };
        office.Db.Add(plan);
        await SayAsync(plan, $"安排{kind.Word}：{plan.Title}，{on:M月d日}", null, cancel);
        return plan;
    }, cancel);

    /// 已办: the training that it became, of the same kind and not yet another plan's.
    public Task<Outcome<Done>> HoldAsync(long id, long training, string? once, CancellationToken cancel) => ActAsync(id, once, async (plan, book) =>
    {
        if (await KeepTraining.Seen(office, book).SingleOrDefaultAsync(t => t.Id == training && t.Kind == plan.Kind, cancel) is not { } held) return PeopleRefusals.Missing("training", "请选择登记好的同一种活动。还没有登记的，先在“学习培训”登记。");
        if (await office.Db.Set<TrainingPlan>().AnyAsync(p => p.TrainingId == training, cancel)) return new Refusal("people.plan-taken", "这场活动已经对应了别的计划。") { Kind = RefusalKind.Conflict, Field = "training" };
        plan.TrainingId = training;
        await SayAsync(plan, $"活动计划已办：{plan.Title}", held.Title, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> DropAsync(long id, string reason, string? once, CancellationToken cancel) => ActAsync(id, once, async (plan, _) =>
    {
        if (reason.Trim().Length is 0 or > Limits.Short) return PeopleRefusals.Missing("reason", $"请写明取消的理由，最多{Limits.Short}字。");
        plan.Dropped = reason.Trim();
        await SayAsync(plan, $"取消活动计划：{plan.Title}", plan.Dropped, cancel);
        return Done.Yes;
    }, cancel);

    /// The whole office's to who manages, one's own unit's to a head.
    public static IQueryable<TrainingPlan> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, whole) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), PeopleCircle.Whole(office, book));
        return office.Db.Set<TrainingPlan>().Where(p => p.KeeperId == keeper && (whole || p.UnitId == own));
    }

    private bool May => office.Actor.May(PeopleFilesModule.Manage) || office.Actor.May(PeopleFilesModule.Section);

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<TrainingPlan, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!May) return Refusal.Forbidden("安排活动计划");
        var book = await office.BookAsync(cancel);
        if (await Seen(office, book).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } plan) return Refusal.NotFound("这项计划");
        return plan.TrainingId is not null || plan.Dropped.Length > 0 ? new Refusal("people.plan-over", "这项计划已经办完或取消。") { Kind = RefusalKind.Conflict } : await act(plan, book);
    }, cancel);

    private Task SayAsync(TrainingPlan plan, string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.plan", text) { Quote = quote, Changes = new { plan.Id } }, office.Ids, office.Now, cancel);
}
