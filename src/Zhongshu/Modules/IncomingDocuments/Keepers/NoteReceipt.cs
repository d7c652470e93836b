using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

/// What somebody of a unit below does with a document that was sent there: takes it down, prints it, presents it.
internal static class NoteReceipt
{
    /// A file of a matter is being taken down. Once, and only of a unit below; nothing is written for anybody else.
    public static Task DownloadedAsync(Office office, long matterId, CancellationToken cancel) => NoteAsync(office, matterId, r => r.DownloadedAt ??= office.Now, cancel);

    public static Task PrintedAsync(Office office, long matterId, CancellationToken cancel) => NoteAsync(office, matterId, r => r.PrintedAt ??= office.Now, cancel);

    public static async Task<Outcome<Done>> PresentedAsync(Office office, string code, string? to, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        var whom = to?.Trim() ?? "";
        if (whom.Length is 0 or > 60) return new IncomingRefusals.Missing("to", "请写明呈送给谁，最多60字。");
        if (!await NoteAsync(office, matter.Id, r => (r.PresentedAt, r.PresentedTo) = (office.Now, whom), cancel)) return Refusal.Forbidden("登记呈送");
        office.Db.Record(matter, new Act("incoming.presented", $"{office.Actor.UnitName}呈送{whom}"), office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private static async Task<bool> NoteAsync(Office office, long matterId, Action<UnitReceipt> note, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (DeliveryLevels.UnitBelow(book, office.Actor.UnitId, 0) is not { } unit) return false;
        if (await office.Db.Set<IncomingDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.MatterId == matterId, cancel) is not { } document || document.UnitId == unit) return false;
        var receipt = await office.Db.Set<UnitReceipt>().FindAsync([matterId, unit], cancel);
        if (receipt is null) office.Db.Add(receipt = new UnitReceipt { MatterId = matterId, UnitId = unit, ArrivedAt = office.Now });
        note(receipt);
        await office.Db.SaveChangesAsync(cancel);
        return true;
    }
}
