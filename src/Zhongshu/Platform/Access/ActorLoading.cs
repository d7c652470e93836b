using System.Collections.Frozen;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Platform.Access;

/// Makes an Actor out of the organisation: what a person is and may, from one of their posts.
internal static class ActorLoading
{
    /// The permission that opens a unit's whole ledger to the office (registry, director, archivist).
    public const string ReadsOffice = "matters.read-office";

    public static Actor? From(OrganisationBook book, AccessFigures figures, long personId, long actingPostId, DateTimeOffset now)
    {
        var day = OfficeDay.Of(now);
        if (book.Person(personId) is not { } person || (person.Until is { } until && until < day)) return null;
        var posts = book.PostsOf(personId, day).ToList();
        if (posts.Count == 0) return null;
        var acting = posts.Find(p => p.Id == actingPostId) ?? posts[0];
        var administers = posts.Exists(p => PermissionsOf(p, figures).Any(figures.Administrative.Contains));
        var leaders = book.Secretaries.Where(s => s.SecretaryId == personId).Select(s => s.LeaderId).ToList();
        return new Actor
        {
            PersonId = person.Id,
            Name = person.Name,
            PostId = acting.Id,
            PostName = acting.Name,
            UnitId = acting.UnitId,
            UnitName = book.LabelOf(acting.UnitId) ?? "",
            HomeUnitId = book.HomeOf(acting.UnitId)?.Id ?? acting.UnitId,
            Clearance = person.Clearance,
            Permissions = PermissionsOf(acting, figures).ToFrozenSet(StringComparer.Ordinal),
            // 三员分立: an administrator is nobody's colleague here; a section's matters are not theirs to see.
            Subjects = administers ? [Participant.Person(person.Id).Value]
                : [.. Subjects(book, figures, person.Id, posts).Concat(leaders.Select(l => Participant.Person(l).Value)).Distinct()],
            RecordsFor = administers ? [] : leaders,
        };
    }

    private static IEnumerable<string> PermissionsOf(Post post, AccessFigures figures) =>
        OrganisationBook.RolesOf(post).SelectMany(r => figures.Roles.TryGetValue(r, out var permissions) ? permissions : []);

    private static IEnumerable<long> Subjects(OrganisationBook book, AccessFigures figures, long personId, List<Post> posts)
    {
        yield return Participant.Person(personId).Value;
        foreach (var post in posts)
        {
            yield return Participant.Post(post.Id).Value;
            yield return Participant.Section(post.UnitId).Value;
            if (PermissionsOf(post, figures).Contains(ReadsOffice, StringComparer.Ordinal) && book.HomeOf(post.UnitId) is { } home)
                yield return Participant.Office(home.Id).Value;
        }
    }
}
