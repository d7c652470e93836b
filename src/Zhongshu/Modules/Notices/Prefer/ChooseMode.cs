using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Prefer;

internal sealed class ModeForm
{
    public string Channel { get; set; } = "";

    /// Null leaves it to the office.
    public int? Mode { get; set; }
}

/// 接收方式: how I want to be told, channel by channel.
internal sealed class ChooseMode(Office office, ChannelShelf shelf)
{
    public async Task<Outcome<Done>> RunAsync(ModeForm form, CancellationToken cancel)
    {
        if (!NoticeChannel.All.Contains(form.Channel, StringComparer.Ordinal)) return Refusal.NotFound("这个渠道");
        if (form.Mode is { } mode && !Enum.IsDefined((DeliveryMode)mode)) return new Refusal("notices.mode", "请选择接收方式。") { Field = "Mode" };
        var me = office.Actor.PersonId;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var kept = await office.Db.Set<NoticePreference>().SingleOrDefaultAsync(p => p.PersonId == me && p.Channel == form.Channel, cancel);
        if (form.Mode is not { } chosen)
        {
            if (kept is not null) office.Db.Remove(kept);
        }
        else
        {
            if (kept is null) office.Db.Add(kept = new NoticePreference { PersonId = me, Channel = form.Channel });
            kept.Mode = (DeliveryMode)chosen;
        }

        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        shelf.Renew();
        return Done.Yes;
    }
}
