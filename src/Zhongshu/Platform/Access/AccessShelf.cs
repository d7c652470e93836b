using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Platform.Access;

/// What a request needs to know of an account.
internal sealed record AccountStanding(string Stamp, bool IsDisabled, bool MustChangePassword, DateTimeOffset PasswordChangedAt)
{
    public DateTimeOffset ReadAt { get; init; }

    /// Sessions that were ended one by one and whose cookies may still be about.
    public IReadOnlyList<long> Ended { get; init; } = [];
}

/// Holds actors and accounts' standing between requests, so that a request costs no round trip to the database.
/// Changes in this process are seen at once (Forget), those of other processes within a few seconds.
internal sealed class AccessShelf(RuleShelf rules, OrganisationShelf organisation, IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, AccountStanding> _standings = new();
    private FiguresOf? _figures;
    private Actors? _actors;

    public AccessFigures Figures
    {
        get
        {
            var book = rules.Book;
            if (_figures is { } known && ReferenceEquals(known.Book, book)) return known.Figures;
            var fresh = new FiguresOf(book, AccessFigures.From(book));
            _figures = fresh;
            return fresh.Figures;
        }
    }

    /// The actor as the organisation stands now; null when the person holds no post any more.
    public async ValueTask<Actor?> ActorAsync(long personId, long postId, CancellationToken cancel)
    {
        var book = await organisation.BookAsync(cancel);
        var now = clock.GetUtcNow();
        var (figures, actors) = (Figures, _actors);
        if (actors is null || !ReferenceEquals(actors.Book, book) || !ReferenceEquals(actors.Figures, figures) || actors.Day != OfficeDay.Of(now))
            _actors = actors = new(book, figures, OfficeDay.Of(now));
        return actors.Known.GetOrAdd((personId, postId), key => ActorLoading.From(book, figures, key.Person, key.Post, now));
    }

    public async ValueTask<AccountStanding?> StandingAsync(long personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_standings.TryGetValue(personId, out var known) && now - known.ReadAt < LookAgain) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var begun = now - Figures.AbsoluteEnd;
        var standing = await db.Set<Account>().AsNoTracking()
            .Where(a => a.PersonId == personId)
            .Select(a => new AccountStanding(a.SecurityStamp, a.IsDisabled, a.MustChangePassword, a.PasswordChangedAt))
            .SingleOrDefaultAsync(cancel);
        if (standing is not null)
        {
            var ended = await db.Set<SignInSession>().Where(s => s.PersonId == personId && s.BeganAt > begun && s.EndedAt != null).Select(s => s.Id).ToListAsync(cancel);
            _standings[personId] = standing = standing with { ReadAt = now, Ended = ended };
        }

        return standing;
    }

    /// A password that somebody else set, or that is older than the rule allows.
    public bool MustChangePassword(AccountStanding standing) =>
        standing.MustChangePassword || clock.GetUtcNow() - standing.PasswordChangedAt > Figures.PasswordAge;

    /// How long a session of this actor may lie idle.
    public TimeSpan IdleEnd(Actor actor) => actor.Permissions.Overlaps(Figures.Administrative) ? Figures.AdministratorIdleEnd : Figures.IdleEnd;

    /// After an account was changed and saved.
    public void Forget(long personId) => _standings.TryRemove(personId, out _);

    private sealed record FiguresOf(RuleBook Book, AccessFigures Figures);

    private sealed record Actors(OrganisationBook Book, AccessFigures Figures, DateOnly Day)
    {
        public ConcurrentDictionary<(long Person, long Post), Actor?> Known { get; } = new();
    }
}
