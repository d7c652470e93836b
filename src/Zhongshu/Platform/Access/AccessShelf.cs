using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Platform.Access;

/// What a request needs to know of an account.
internal sealed record AccountStanding(string Stamp, bool IsDisabled, bool MustChangePassword, DateTimeOffset ReadAt);

/// Holds actors and accounts' standing between requests, so that a request costs no round trip to the database.
/// Changes in this process are seen at once (Forget), those of other processes within a few seconds.
internal sealed class AccessShelf(AccessRules rules, OrganisationShelf organisation, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, AccountStanding> _standings = new();
    private Actors _actors = new(OrganisationBook.Empty, default);

    public AccessRules Rules => rules;

    /// The actor as the organisation stands now; null when the person holds no post any more.
    public async ValueTask<Actor?> ActorAsync(long personId, long postId, CancellationToken cancel)
    {
        var book = await organisation.BookAsync(cancel);
        var now = clock.GetUtcNow();
        var actors = _actors;
        if (!ReferenceEquals(actors.Book, book) || actors.Day != OfficeDay.Of(now)) _actors = actors = new(book, OfficeDay.Of(now));
        return actors.Known.GetOrAdd((personId, postId), key => ActorLoading.From(book, rules.Roles, key.Person, key.Post, now));
    }

    public async ValueTask<AccountStanding?> StandingAsync(long personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_standings.TryGetValue(personId, out var known) && now - known.ReadAt < LookAgain) return known;
        await using var scope = scopes.CreateAsyncScope();
        var standing = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<Account>().AsNoTracking()
            .Where(a => a.PersonId == personId)
            .Select(a => new AccountStanding(a.SecurityStamp, a.IsDisabled, a.MustChangePassword, now))
            .SingleOrDefaultAsync(cancel);
        if (standing is not null) _standings[personId] = standing;
        return standing;
    }

    /// After an account was changed and saved.
    public void Forget(long personId) => _standings.TryRemove(personId, out _);

    private sealed record Actors(OrganisationBook Book, DateOnly Day)
    {
        public ConcurrentDictionary<(long Person, long Post), Actor?> Known { get; } = new();
    }
}
