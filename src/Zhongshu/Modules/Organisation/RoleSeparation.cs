using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Organisation;

/// 三员分立: looks at the organisation before and after a change, whichever page, sheet or command made it. Pure.
/// Only what the change itself brings about is refused, so that an old fault does not block its own mending.
internal static class RoleSeparation
{
    public static Refusal? Refuses(OrganisationBook before, OrganisationBook after, RuleBook rules, Actor actor, DateOnly day)
    {
        foreach (var person in after.People)
        {
            var roles = RolesOf(after, person.Id, day);
            var former = RolesOf(before, person.Id, day);
            if (roles.SetEquals(former)) continue;
            if (roles.Except(former).Any(r => roles.Any(other => !rules.MayHoldTogether(r, other)))) return Refusals.ThreeOfficers;
            // Whoever holds no post acts from none: that is the first workbook of an empty office, not a grab.
            if (person.Id == actor.PersonId && former.Count > 0 && !roles.IsSubsetOf(former)) return Refusals.OwnRoles;
        }

        return !actor.May(OrganisationModule.Grant) && before.HoldingsOf(actor.PersonId).Any() && Empowers(before, after) ? Refusals.NotGranted : null;
    }

    /// Whether a post's roles or a person's clearance are others than before: that is the security administrator's to grant.
    private static bool Empowers(OrganisationBook before, OrganisationBook after) =>
        after.Posts.Any(p => !OrganisationBook.RolesOf(p).ToHashSet(StringComparer.Ordinal).SetEquals(before.Post(p.Id) is { } was ? OrganisationBook.RolesOf(was) : []))
        || after.People.Any(p => p.Clearance != (before.Person(p.Id)?.Clearance ?? 0));

    /// Also the roles of posts to be held from a later day: an appointment made ahead counts like one of today.
    private static HashSet<string> RolesOf(OrganisationBook book, long personId, DateOnly day) => book.HoldingsOf(personId)
        .Where(h => h.Until is null || day <= h.Until).Select(h => book.Post(h.PostId)).OfType<Post>().Where(p => p.Until is null || day <= p.Until)
        .SelectMany(OrganisationBook.RolesOf).ToHashSet(StringComparer.Ordinal);
}
