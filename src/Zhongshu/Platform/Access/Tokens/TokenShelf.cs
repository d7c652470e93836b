using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Access.Tokens;

/// Knows tokens between requests; looks again after some seconds, at once after a change in this process.
internal sealed class TokenShelf(AccessShelf access, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan NoteUseEvery = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// Whom the token acts for, within its scopes; null when it is unknown, expired, revoked, or its person may not sign in.
    public async ValueTask<Actor?> ActorAsync(string token, CancellationToken cancel)
    {
        if (await KnownAsync(TokenText.HashOf(token), cancel) is not { } known) return null;
        var now = clock.GetUtcNow();
        if (known.RevokedAt is not null || now >= known.ExpiresAt) return null;
        if (await access.StandingAsync(known.PersonId, cancel) is not { IsDisabled: false } standing || access.MustChangePassword(standing)) return null;
        if (await access.ActorAsync(known.PersonId, known.PostId, cancel) is not { } actor || actor.PostId != known.PostId) return null;
        if (known.LastUsedAt is not { } used || now - used > NoteUseEvery) await NoteUseAsync(known, now, cancel);
        return known.Within(actor);
    }

    public void Forget(string hash) => _known.TryRemove(hash, out _);

    private async ValueTask<Known?> KnownAsync(string hash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(hash, out var known) && now - known.ReadAt < AccessShelf.LookAgain) return known;
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<ApiToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancel);
        return row is null ? null : _known[hash] = new Known(row, now);
    }

    private async Task NoteUseAsync(Known known, DateTimeOffset now, CancellationToken cancel)
    {
        known.LastUsedAt = now;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<ApiToken>().Where(t => t.Id == known.Id)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), cancel);
    }

    private sealed class Known(ApiToken row, DateTimeOffset readAt)
    {
        private readonly FrozenSet<string> _scopes = row.Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
        private (Actor Whole, Actor Part)? _last;

        public long Id => row.Id;

        public long PersonId => row.PersonId;

        public long PostId => row.PostId;

        public DateTimeOffset ExpiresAt => row.ExpiresAt;

        public DateTimeOffset? RevokedAt => row.RevokedAt;

        public DateTimeOffset? LastUsedAt { get; set; } = row.LastUsedAt;

        public DateTimeOffset ReadAt => readAt;

        /// The actor with what the scopes leave of the permissions.
        public Actor Within(Actor actor)
        {
            if (_scopes.Count == 0) return actor;
            if (_last is { } last && ReferenceEquals(last.Whole, actor)) return last.Part;
            var part = actor with { Permissions = actor.Permissions.Intersect(_scopes).ToFrozenSet(StringComparer.Ordinal) };
            _last = (actor, part);
            return part;
        }
    }
}
