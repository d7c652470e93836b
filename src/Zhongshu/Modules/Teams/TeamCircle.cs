using System.Globalization;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Teams;

/// Whose work it is: the office that keeps the registers, the actor's own section, and what the actor may write there.
internal sealed record TeamCircle(long Keeper, long Own, bool IsInside, bool Manages, bool Heads)
{
    public static TeamCircle Of(Office office, OrganisationBook book)
    {
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        return new TeamCircle(keeper, UnitCircle.SpeaksFor(book, office.Actor), office.Actor.HomeUnitId == keeper, office.Actor.May(TeamsModule.Manage), office.Actor.May(TeamsModule.Section));
    }

    /// Writes for a section: the office for all, a head for its own.
    public bool Keeps(long unit) => IsInside && (Manages || (Heads && unit == Own));

    public static IReadOnlyList<Unit> Sections(OrganisationBook book, long keeper, DateOnly day) =>
        [.. book.SectionsOf(keeper).Where(u => (u.Until is null || day <= u.Until) && book.MembersOf(u.Id, day).Any(m => !IsLeader(m.Post)))];

    /// Everybody of the house but the leaders.
    public static IReadOnlyList<(Person Person, Post Post)> People(OrganisationBook book, long keeper, DateOnly day) =>
        [.. book.SectionsOf(keeper).SelectMany(u => book.MembersOf(u.Id, day)).Where(m => !IsLeader(m.Post)).DistinctBy(m => m.Person.Id)];

    public static bool IsLeader(Post post) => OrganisationBook.RolesOf(post).Contains("leader", StringComparer.Ordinal);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}

internal static class TeamTrail
{
    public static Task SayTeamAsync(this Office office, string text, long id, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("teams.act", text) { Quote = quote, Changes = new { id } }, office.Ids, office.Now, cancel);

    public static void TellTeam(this Office office, long person, string kind, string text)
    {
        if (person != office.Actor.PersonId) office.Tell(person, kind, text);
    }
}
