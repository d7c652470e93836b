using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Platform.Notices;

/// Writes the deliveries of every new notice in the same save, whoever wrote the notice: none is forgotten, none goes out for a change that was taken back.
internal sealed class NoticeOutlet(ChannelShelf channels, RuleShelf rules, Ids ids) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var picture = await channels.LookAsync(cancellationToken);
        if (picture.Channels.Count == 0 || eventData.Context is not { } db) return result;
        var told = db.ChangeTracker.Entries<Notice>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var notice in told)
        {
            foreach (var channel in picture.Channels)
            {
                if (picture.ModeOf(channel, notice.PersonId) is not DeliveryMode.None and var mode) db.Add(DeliveryOf(notice, channel, mode));
            }
        }

        return result;
    }

    private NoticeDelivery DeliveryOf(Notice notice, NoticeChannel channel, DeliveryMode mode) => new()
    {
        Id = ids.Next(),
        NoticeId = notice.Id,
        PersonId = notice.PersonId,
        Channel = channel.Channel,
        At = notice.At,
        NotBefore = DeliveryTimes.NotBefore(notice.At, notice.Urgency, mode, rules.Book),
    };
}
