using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Notices;

/// The channels in use and what people have chosen, in memory: writing a notice must cost no look-up.
internal sealed class ChannelShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// A change made by another process is seen after this time.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    private Picture? _picture;

    /// After channels or choices were changed and saved.
    public void Renew() => _picture = null;

    public async ValueTask<Picture> LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_picture is { } known && now - known.ReadAt < LookAgain && now >= known.ReadAt) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var channels = await db.Set<NoticeChannel>().AsNoTracking().Where(c => c.IsOn).OrderBy(c => c.Channel).ToListAsync(cancel);
        var chosen = channels.Count == 0 ? [] : await db.Set<NoticePreference>().AsNoTracking().ToListAsync(cancel);
        return _picture = new(channels, chosen.ToDictionary(p => (p.PersonId, p.Channel), p => p.Mode), now);
    }

    internal sealed record Picture(IReadOnlyList<NoticeChannel> Channels, IReadOnlyDictionary<(long Person, string Channel), DeliveryMode> Chosen, DateTimeOffset ReadAt)
    {
        public NoticeChannel? Find(string channel) => Channels.FirstOrDefault(c => c.Channel == channel);

        public DeliveryMode ModeOf(NoticeChannel channel, long personId) => Chosen.TryGetValue((personId, channel.Channel), out var mode) ? mode : channel.Mode;
    }
}
