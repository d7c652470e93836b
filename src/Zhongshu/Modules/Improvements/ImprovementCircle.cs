using System.Globalization;
using Zhongshu.Modules.Improvements.Lists;
using Zhongshu.Modules.Improvements.Pilots;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Improvements;

/// The office's own business: seen by those who work in it, and by nobody of another unit.
internal static class ImprovementCircle
{
    /// 0 for who is not of the office.
    public static long KeeperFor(Office office, OrganisationBook book) => book.Unit(office.Actor.HomeUnitId) is { Kind: UnitKind.Own } home ? home.Id : 0;

    public static IQueryable<Retreat> Retreats(Office office, OrganisationBook book)
    {
        var keeper = KeeperFor(office, book);
        return office.Db.Set<Retreat>().Where(r => r.KeeperId == keeper);
    }

    public static IQueryable<RetreatOpinion> Opinions(Office office, OrganisationBook book)
    {
        var keeper = KeeperFor(office, book);
        return office.Db.Set<RetreatOpinion>().Where(o => o.KeeperId == keeper);
    }

    public static IQueryable<MeasureList> Lists(Office office, OrganisationBook book)
    {
        var keeper = KeeperFor(office, book);
        return office.Db.Set<MeasureList>().Where(l => l.KeeperId == keeper);
    }

    public static IQueryable<Pilot> Pilots(Office office, OrganisationBook book)
    {
        var keeper = KeeperFor(office, book);
        return office.Db.Set<Pilot>().Where(p => p.KeeperId == keeper);
    }

    /// Those of the office, who can be made to answer for something.
    public static IReadOnlyList<(Person Person, Post Post)> People(Office office, OrganisationBook book) =>
        [.. book.SectionsOf(KeeperFor(office, book)).SelectMany(s => book.MembersOf(s.Id, office.Today)).DistinctBy(m => m.Person.Id)];

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// 责任人和时限: both are needed, and the day is not past.
    public static Refusal? NoOwner(Office office, OrganisationBook book, long owner, DateOnly? due)
    {
        if (People(office, book).All(m => m.Person.Id != owner)) return ImprovementRefusals.Missing("owner", "请选择责任人。");
        return due is { } day && day >= office.Today ? null : ImprovementRefusals.Missing("due", "请填写时限，不早于今天。");
    }

    public static Refusal? NoWords(string words, string ask) => words.Length is 0 or > ImprovementLimits.Words ? ImprovementRefusals.Missing("words", $"{ask}，最多{ImprovementLimits.Words}字。") : null;

    public static void Tell(this Office office, long person, string text)
    {
        if (person != office.Actor.PersonId) office.Tell(person, "work", text);
    }

    public static Task SayAsync(this Office office, string verb, string text, long id, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text) { Quote = quote, Changes = new { id } }, office.Ids, office.Now, cancel);

    public static bool MayFinish(Office office, long? owner) => owner == office.Actor.PersonId || office.Actor.May(ImprovementsModule.Manage);
}
