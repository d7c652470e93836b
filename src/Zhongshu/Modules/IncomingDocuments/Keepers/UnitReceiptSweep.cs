using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

/// 来件提醒和防截流: what lies with a unit below and was not downloaded, printed or presented in time is told to its keeper; what it took over and
/// never presented is told to the whole head of the unit (M1-A09, M1-A10).
internal sealed class UnitReceiptSweep(Office office)
{
    private const int Most = 1000;

    public static readonly OfficeJob<UnitReceiptSweep> Job = new("来件提醒", TimeSpan.FromMinutes(10), (sweep, cancel) => sweep.RunAsync(cancel)) { Purpose = "提醒单位文件专人下载、打印、呈送来件；签收后不呈送的预警到单位。" };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var open = await (
            from item in office.Db.Set<WorkItem>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
            where item.Status == WorkStatus.Open && matter.State == MatterState.Open
            orderby item.Id descending
            select new { item.MatterId, item.Assignee, item.OpenedAt, document.UnitId }).Take(Most).ToListAsync(cancel);
        var told = 0;
        foreach (var item in open)
            if (DeliveryLevels.UnitBelow(book, Assigning.UnitOf(book, item.Assignee, office.Today), item.UnitId) is { } unit
                && await TellAsync(book, item.MatterId, unit, item.OpenedAt, new Participant(item.Assignee).Kind == ParticipantKind.Person, cancel)) told++;
        if (told > 0) await office.Db.SaveChangesAsync(cancel);
        return told;
    }

    private async Task<bool> TellAsync(OrganisationBook book, long matterId, long unit, DateTimeOffset arrived, bool isClaimed, CancellationToken cancel)
    {
        if (!Passed(arrived, IncomingRules.ReceiptWithin)) return false;
        var receipt = await office.Db.Set<UnitReceipt>().FindAsync([matterId, unit], cancel);
        if (receipt is { RemindedAt: not null } && (receipt.WarnedAt is not null || receipt.PresentedAt is not null || !isClaimed || !Passed(arrived, IncomingRules.PresentWithin))) return false;
        if (receipt is null) office.Db.Add(receipt = new UnitReceipt { MatterId = matterId, UnitId = unit, ArrivedAt = arrived });
        var missing = receipt.Missing().ToList();
        if (missing.Count == 0) return false;
        var matter = await office.Db.Set<Matter>().SingleAsync(m => m.Id == matterId, cancel);
        var keepers = await KeepersAsync(book, unit, cancel);
        if (receipt.RemindedAt is null)
        {
            receipt.RemindedAt = office.Now;
            Tell(matter, keepers, $"来件尚未{string.Join('、', missing)}，请及时办理：{matter.Title}");
            return true;
        }

        receipt.WarnedAt = office.Now;
        Tell(matter, keepers.Union(Heads(book, unit)), $"预警：来件签收后未呈送，请立即报告、呈送：{matter.Title}");
        return true;
    }

    private bool Passed(DateTimeOffset from, Platform.Rules.RuleKey<Within> limit) => new Deadline(from, office.Rules.Value(limit)).DueBy(office.Rules.Calendar).Instant <= office.Now;

    private async Task<List<long>> KeepersAsync(OrganisationBook book, long unit, CancellationToken cancel)
    {
        var keeper = await office.Db.Set<DocumentKeeper>().Where(k => k.UnitId == unit && k.Level == DeliveryLevel.Device).Select(k => k.PersonId).ToListAsync(cancel);
        return keeper.Count > 0 ? keeper : [.. Heads(book, unit)];
    }

    private IEnumerable<long> Heads(OrganisationBook book, long unit) => book.WithRole("section-head", unit, office.Today).Select(h => h.Person.Id).Distinct();

    private void Tell(Matter matter, IEnumerable<long> people, string text)
    {
        foreach (var person in people.Distinct())
            office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, MatterId = matter.Id, Kind = "chase", Text = Notice.Fit(text, 300), Urgency = (int)matter.Urgency, At = office.Now });
    }
}
