using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Notices.Deliver;

/// 通知投递: sends what is due, one message for all that waits for one person on one channel. A try is noted before it is made, so that a program
/// that dies in between tries again with the same message id.
internal sealed class DeliverNotices(Office office, ChannelShelf shelf, Outlets outlets)
{
    private const int Most = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static readonly OfficeJob<DeliverNotices> Job = new("通知投递", TimeSpan.FromSeconds(15), (deliver, cancel) => deliver.RunAsync(cancel)) { Purpose = "把通知以邮件、短信和接口推送发出，失败的按间隔重试。" };

    public static readonly OfficeJob<DeliverNotices> Forgetting = new("清理投递记录", TimeSpan.FromDays(1), (deliver, cancel) => deliver.ForgetAsync(cancel)) { DailyAt = new(3, 30), Purpose = "删去超过保存期的投递记录；失败的不删。" };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = office.Now;
        var due = await office.Db.Set<NoticeDelivery>().Where(d => d.State == DeliveryState.Queued && d.NotBefore <= now).OrderBy(d => d.NotBefore).ThenBy(d => d.Id).Take(Most).ToListAsync(cancel);
        if (due.Count == 0) return 0;
        // A message that was tried before goes whole or waits for the next round: its second half under the same number would be taken for a repetition.
        if (due.Count == Most && due[^1].BatchId is { } last && due.Exists(d => d.BatchId != last)) due.RemoveAll(d => d.BatchId == last);
        var channels = await shelf.LookAsync(cancel);
        var handled = 0;
        foreach (var together in due.GroupBy(d => (d.Channel, d.PersonId, d.BatchId)).Select(g => g.ToList()))
        {
            if (channels.Find(together[0].Channel) is { } channel) await SendAsync(channel, together, cancel);
            else await DropAsync(together, "渠道已停用。", cancel);
            handled += together.Count;
        }

        return handled;
    }

    private async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var before = office.Now - office.Rules.Value(NoticeRules.Kept).ToClock();
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var gone = await office.Db.Set<NoticeDelivery>().Where(d => (d.State == DeliveryState.Sent || d.State == DeliveryState.Dropped) && d.At < before).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }

    private async Task SendAsync(NoticeChannel channel, List<NoticeDelivery> together, CancellationToken cancel)
    {
        var seen = await ReadAlreadyAsync(together, cancel);
        if (seen.Count > 0) await DropAsync(seen, "本人已在系统内阅读。", cancel);
        together = [.. together.Except(seen)];
        if (together.Count == 0 || !await TakeAsync(together, cancel)) return;
        var message = new Message(together[0].BatchId!.Value, channel, await ToAsync(together[0].PersonId, cancel), await NoticesAsync(together, cancel));
        var trial = await outlets.SendAsync(message, cancel);
        foreach (var delivery in together) Note(delivery, trial);
        await office.Db.SaveChangesAsync(cancel);
    }

    /// A message that was read while it waited is not sent; one that was tried before goes on, whole, under its number.
    private async Task<List<NoticeDelivery>> ReadAlreadyAsync(List<NoticeDelivery> together, CancellationToken cancel)
    {
        if (together[0].BatchId is not null) return [];
        var ids = together.ConvertAll(d => d.NoticeId);
        var read = await office.Db.Set<Notice>().Where(n => ids.Contains(n.Id) && n.ReadAt != null).Select(n => n.Id).ToListAsync(cancel);
        return together.FindAll(d => read.Contains(d.NoticeId));
    }

    /// Of two nodes that see the same rows one takes them.
    private async Task<bool> TakeAsync(List<NoticeDelivery> together, CancellationToken cancel)
    {
        var (now, until, batch) = (office.Now, office.Now + Lease, together[0].BatchId ?? office.Ids.Next());
        var ids = together.ConvertAll(d => d.Id);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var taken = await office.Db.Set<NoticeDelivery>().Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Queued && d.NotBefore <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.NotBefore, until).SetProperty(d => d.BatchId, batch).SetProperty(d => d.Attempts, d => d.Attempts + 1), cancel);
        if (taken != together.Count) return false;
        await transaction.CommitAsync(cancel);
        foreach (var delivery in together) await office.Db.Entry(delivery).ReloadAsync(cancel);
        return true;
    }

    private void Note(NoticeDelivery delivery, Trial trial)
    {
        delivery.Address = trial.Address;
        delivery.Reason = trial.Reason is { } reason ? Notice.Fit(reason, NoticeDelivery.LongestReason) : null;
        var again = trial.IsFinal ? null : DeliveryTimes.RetryAfter(delivery.Attempts, office.Rules);
        if (!trial.IsSent && again is { } wait)
        {
            delivery.NotBefore = office.Now + wait;
            return;
        }

        delivery.State = trial.IsSent ? DeliveryState.Sent : DeliveryState.Failed;
        delivery.EndedAt = office.Now;
    }

    private async Task DropAsync(List<NoticeDelivery> dropped, string reason, CancellationToken cancel)
    {
        foreach (var delivery in dropped) (delivery.State, delivery.Reason, delivery.EndedAt) = (DeliveryState.Dropped, reason, office.Now);
        await office.Db.SaveChangesAsync(cancel);
    }

    private async Task<Addressee> ToAsync(long personId, CancellationToken cancel)
    {
        var person = (await office.BookAsync(cancel)).Person(personId);
        var login = await office.Db.Set<Account>().Where(a => a.PersonId == personId).Select(a => a.Login).SingleOrDefaultAsync(cancel);
        return new(personId, person?.Name ?? "", person?.Email, login) { Phone = person?.Phone };
    }

    /// Of a classified matter nothing but that there is one leaves the house.
    private async Task<IReadOnlyList<OutgoingNotice>> NoticesAsync(List<NoticeDelivery> together, CancellationToken cancel)
    {
        var ids = together.ConvertAll(d => d.NoticeId);
        var notices = await (
            from notice in office.Db.Set<Notice>().AsNoTracking().Where(n => ids.Contains(n.Id))
            join matter in office.Db.Set<Matter>() on notice.MatterId equals matter.Id into matters
            from matter in matters.DefaultIfEmpty()
            orderby notice.Urgency descending, notice.Id
            select new { Notice = notice, Classification = matter == null ? 0 : matter.Classification, Code = matter == null ? null : matter.Code }).ToListAsync(cancel);
        return [.. notices.Select(n => n.Classification > 0
            ? new OutgoingNotice(n.Notice.Id, n.Notice.Kind, "有一件涉密事项的新通知，请在规定的终端上登录系统查看。", n.Notice.Urgency, n.Notice.At, null)
            : new OutgoingNotice(n.Notice.Id, n.Notice.Kind, n.Notice.Text, n.Notice.Urgency, n.Notice.At, n.Code))];
    }
}
