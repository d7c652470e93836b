using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Notices.Channels;

/// 设置通知渠道, and one message to try it with.
internal sealed class SetChannel(Office office, ChannelShelf shelf, ChannelSecrets secrets, Outlets outlets)
{
    public async Task<Outcome<Done>> RunAsync(ChannelForm form, CancellationToken cancel)
    {
        if (!office.Actor.May("notices.administer")) return Refusal.Forbidden("设置通知渠道");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var kept = await office.Db.Set<NoticeChannel>().SingleOrDefaultAsync(c => c.Channel == form.Channel, cancel);
        if (form.Refuses(kept?.ProtectedSecret.Length > 0) is { } refusal) return refusal;
        var channel = kept ?? new NoticeChannel { Channel = form.Channel };
        if (kept is null) office.Db.Add(channel);
        // A key was made for one receiver: another address may not come by it.
        if (channel.Target != ChannelForm.Trim(form.Target) && string.IsNullOrWhiteSpace(form.Secret)) channel.ProtectedSecret = "";
        if (form.Refuses(channel.ProtectedSecret.Length > 0) is { } keyless) return keyless;
        (channel.IsOn, channel.Mode, channel.UsesTls, channel.ChangedAt) = (form.IsOn, (DeliveryMode)form.Mode, form.UsesTls, office.Now);
        (channel.Target, channel.Login, channel.Sender, channel.SiteAddress) = (ChannelForm.Trim(form.Target), ChannelForm.Trim(form.Login), ChannelForm.Trim(form.Sender), ChannelForm.Trim(form.SiteAddress));
        if (!string.IsNullOrWhiteSpace(form.Secret)) channel.ProtectedSecret = secrets.Protect(form.Secret.Trim());
        var act = new Act("notices.channel", $"设置通知渠道“{NoticeChannel.Word(channel.Channel)}”：{(channel.IsOn ? "启用" : "停用")}") { Changes = new { channel.Channel, channel.IsOn, channel.Target, channel.Sender, Mode = channel.Mode.ToString() } };
        await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        shelf.Renew();
        return Done.Yes;
    }

    /// Sends one message to whoever asks, at once; the answer is what the other side said.
    public async Task<Outcome<string>> TryAsync(string name, CancellationToken cancel)
    {
        if (!office.Actor.May("notices.administer")) return Refusal.Forbidden("设置通知渠道");
        var channel = await office.Db.Set<NoticeChannel>().AsNoTracking().SingleOrDefaultAsync(c => c.Channel == name && c.IsOn, cancel);
        if (channel is null) return new Refusal("notices.off", "请先填写并启用这个渠道，再试发。");
        var me = (await office.BookAsync(cancel)).Person(office.Actor.PersonId);
        var login = await office.Db.Set<Account>().Where(a => a.PersonId == office.Actor.PersonId).Select(a => a.Login).SingleOrDefaultAsync(cancel);
        var notice = new OutgoingNotice(0, "system", "这是一条试发的通知，收到即表示渠道可用。", 0, office.Now, null);
        var message = new Message(office.Ids.Next(), channel, new Addressee(office.Actor.PersonId, office.Actor.Name, me?.Email, login) { Phone = me?.Phone }, [notice]);
        var trial = await outlets.SendAsync(message, cancel);
        return trial.IsSent ? $"已发往 {trial.Address}，请到对方查看是否收到。" : new Refusal("notices.try", trial.Reason!);
    }
}
