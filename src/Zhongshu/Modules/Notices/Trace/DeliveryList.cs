using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Notices.Trace;

/// One delivery as the system administrator may see it: to whom, when, how it went; not what it says.
internal sealed record DeliveryRow(NoticeDelivery Delivery, string Kind);

/// 投递记录, and sending again what failed.
internal sealed class DeliveryList(Office office)
{
    public const int PageSize = 50;

    public static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Queued => "待发",
        DeliveryState.Sent => "已发",
        DeliveryState.Failed => "失败",
        _ => "不再投递",
    };

    public async Task<(IReadOnlyList<DeliveryRow> Rows, string? Next)> ReadAsync(DeliveryState? state, string? before, CancellationToken cancel)
    {
        var deliveries = office.Db.Set<NoticeDelivery>().AsNoTracking();
        if (state is { } wanted) deliveries = deliveries.Where(d => d.State == wanted);
        if (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) deliveries = deliveries.Where(d => d.Id < id);
        var rows = await deliveries.OrderByDescending(d => d.Id).Take(PageSize + 1)
            .Join(office.Db.Set<Notice>(), d => d.NoticeId, n => n.Id, (d, n) => new DeliveryRow(d, n.Kind)).ToListAsync(cancel);
        rows = [.. rows.OrderByDescending(r => r.Delivery.Id)];
        return rows.Count > PageSize ? (rows[..PageSize], rows[PageSize - 1].Delivery.Id.ToString(CultureInfo.InvariantCulture)) : (rows, null);
    }

    public Task<int> CountAsync(DeliveryState state, CancellationToken cancel) => office.Db.Set<NoticeDelivery>().CountAsync(d => d.State == state, cancel);

    /// Sends again, from the first try on; 0 for all that failed.
    public async Task<Outcome<int>> RetryAsync(long id, CancellationToken cancel)
    {
        if (!office.Actor.May("notices.administer")) return Refusal.Forbidden("重新投递");
        var now = office.Now;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var failed = office.Db.Set<NoticeDelivery>().Where(d => d.State == DeliveryState.Failed && (id == 0 || d.Id == id));
        var again = await failed.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.NotBefore, now)
            .SetProperty(d => d.Attempts, 0).SetProperty(d => d.BatchId, (long?)null).SetProperty(d => d.EndedAt, (DateTimeOffset?)null), cancel);
        if (again == 0) return new Refusal("notices.retry", "没有失败的投递，可能已有人重新投递。") { Kind = RefusalKind.Conflict };
        await office.Db.RecordPlatformAsync(new Act("notices.retry", $"重新投递失败的通知{again}条"), office.Ids, now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return again;
    }
}
