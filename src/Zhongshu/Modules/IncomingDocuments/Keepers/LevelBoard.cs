using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Matters.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

/// One piece of work in hand at some level.
internal sealed record LevelRow(string Code, int Number, string RegistryNumber, string Title, string Step, string Holder, long Assignee, DeliveryLevel Level, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, int ChaseLevel);

/// 三级督办: what is in hand for which the reader answers: the office for all of it, a head for the own section or unit, a secretary for the leaders (M1-A12).
internal static class LevelBoard
{
    private const int Most = 1000;

    public static async Task<IReadOnlyList<LevelRow>> RowsAsync(Office office, CancellationToken cancel)
    {
        var found = await (
            from item in office.Db.Set<WorkItem>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
            where item.Status == WorkStatus.Open && item.Kind != WorkKind.Read && matter.State == MatterState.Open
            orderby item.DueAt, item.Id
            select new { item, matter.Code, matter.Title, document.RegistryNumber, document.UnitId }).Take(Most).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return [.. found.Where(f => AnswersFor(office.Actor, book, f.item.Assignee, office.Today)).Select(f => new LevelRow(f.Code, f.item.Number, f.RegistryNumber, f.Title, f.item.StepTitle, Assigning.Name(book, f.item.Assignee, office.Today),
            f.item.Assignee, DeliveryLevels.Of(book, f.item.Assignee, f.UnitId, office.Today), f.item.OpenedAt, f.item.DueAt, f.item.ChaseLevel))];
    }

    public static bool AnswersFor(Actor actor, OrganisationBook book, long assignee, DateOnly day)
    {
        if (actor.May("incoming.chase") || actor.May("statistics.read")) return true;
        var participant = new Participant(assignee);
        if (participant.Kind == ParticipantKind.Person && actor.RecordsFor.Contains(participant.Id)) return true;
        return actor.May("incoming.assign") && Assigning.UnitOf(book, assignee, day) == actor.UnitId;
    }
}

/// 催办 by whoever answers for the level.
internal sealed class ChaseAtLevel(Office office, ChaseMatters chasing)
{
    public async Task<Refusal?> RunAsync(string code, int number, CancellationToken cancel)
    {
        var item = await (
            from matter in office.Db.Set<Matter>().AsNoTracking()
            join work in office.Db.Set<WorkItem>() on matter.Id equals work.MatterId
            where matter.Code == code && work.Number == number && work.Status == WorkStatus.Open
            select work).FirstOrDefaultAsync(cancel);
        if (item is null) return new Refusal("incoming.chase-done", "这一环节已经办完，不用再催。请刷新后查看。") { Kind = RefusalKind.Conflict };
        if (!office.Actor.May("incoming.chase") && !Answers(await office.BookAsync(cancel), item.Assignee)) return Refusal.Forbidden("催办");
        return await chasing.ChaseAsync(code, number, Math.Min(3, item.ChaseLevel + 1), cancel, answersForIt: true);
    }

    private bool Answers(OrganisationBook book, long assignee) => !office.Actor.May("statistics.read") && LevelBoard.AnswersFor(office.Actor, book, assignee, office.Today);
}
