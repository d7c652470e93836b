using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Shift;

/// Gathers what the next clerk must know: since the last change of shift, or since this morning.
internal static class ShiftGather
{
    private const int MostLines = 100;

    private sealed class Pair
    {
        public required Matter Matter { get; init; }

        public required IncomingDocument Document { get; init; }
    }

    public static async Task<ShiftSheet> SheetAsync(Office office, CancellationToken cancel)
    {
        var since = await SinceAsync(office, cancel);
        var now = office.Now;
        var all = All(office);
        var tomorrow = OfficeDay.End(office.Today);
        return new ShiftSheet(since,
        [
            await PartAsync("本班收文", all.Where(p => p.Document.ReceivedAt > since && p.Document.ReceivedAt <= now), cancel),
            await PartAsync("待签收", all.Where(p => p.Document.State == IncomingState.Delivered), cancel),
            await PartAsync("收到未送出", all.Where(p => p.Document.State == IncomingState.Handling && p.Document.FirstSentAt == null && p.Matter.State == MatterState.Open), cancel),
            await PartAsync("送出无人签收", all.Where(p => p.Matter.State == MatterState.Open && office.Db.Set<WorkItem>().Any(w => w.MatterId == p.Matter.Id && w.Status == WorkStatus.Open && w.SeenAt == null && (w.Assignee & 3) != 0)), cancel),
            await PartAsync("催办中", all.Where(p => p.Matter.State == MatterState.Open && office.Db.Set<WorkItem>().Any(w => w.MatterId == p.Matter.Id && w.Status == WorkStatus.Open && w.ChaseLevel > 0)), cancel),
            await PartAsync("今日到期和超期", all.Where(p => p.Matter.State == MatterState.Open && p.Matter.DueAt < tomorrow), cancel),
        ]);
    }

    /// Those who may take the desk over: they register at this unit.
    public static async Task<IReadOnlyList<(long Id, string Name)>> SuccessorsAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var roles = office.Rules.PermissionsByRole().Where(r => r.Value.Contains(HandShift.Permission, StringComparer.Ordinal)).Select(r => r.Key);
        return [.. roles.SelectMany(r => book.WithRole(r, office.Actor.HomeUnitId, office.Today)).DistinctBy(h => h.Person.Id).Where(h => h.Person.Id != office.Actor.PersonId)
            .Select(h => (h.Person.Id, $"{h.Person.Name} {book.Unit(h.Post.UnitId)?.ShortName} {h.Post.Name}"))];
    }

    private static async Task<DateTimeOffset> SinceAsync(Office office, CancellationToken cancel)
    {
        var morning = OfficeDay.Start(office.Today);
        var last = await office.Db.Set<ShiftChange>().Where(s => s.UnitId == office.Actor.HomeUnitId).OrderByDescending(s => s.Id).Select(s => (DateTimeOffset?)s.HandedAt).FirstOrDefaultAsync(cancel);
        return last ?? morning;
    }

    private static IQueryable<Pair> All(Office office) =>
        from matter in office.Db.Set<Matter>().AsNoTracking()
        join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
        select new Pair { Matter = matter, Document = document };

    private static async Task<ShiftPart> PartAsync(string title, IQueryable<Pair> chosen, CancellationToken cancel)
    {
        var rows = await chosen.OrderBy(p => p.Matter.Id).Take(MostLines).Select(p => new { p.Matter.Code, p.Document.RegistryNumber, p.Matter.Title, p.Document.Sender, p.Matter.Stage, p.Matter.Holder, p.Matter.State, p.Matter.DueAt, Hidden = p.Matter.IsRestricted || p.Matter.Classification > 0 }).ToListAsync(cancel);
        var count = rows.Count < MostLines ? rows.Count : await chosen.CountAsync(cancel);
        return new ShiftPart(title, count, [.. rows.Select(r => r.Hidden
            ? new ShiftLine("", r.RegistryNumber, "（限定知悉，不列题名）", "", "", DueOf(r.State, r.DueAt))
            : new ShiftLine(r.Code, r.RegistryNumber, r.Title, r.Sender, WhereOf(r.State, r.Stage, r.Holder), DueOf(r.State, r.DueAt)))]);
    }

    private static string WhereOf(MatterState state, string stage, string holder) => state switch
    {
        MatterState.Open => holder.Length == 0 ? stage : $"{stage} · {holder}",
        MatterState.Suspended => "已暂停",
        MatterState.Closed => "已办结",
        MatterState.Filed => "已归档",
        _ => "已终止",
    };

    private static DateTimeOffset? DueOf(MatterState state, DateTimeOffset? due) => state == MatterState.Open ? due : null;
}
