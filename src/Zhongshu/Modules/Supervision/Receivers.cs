using Zhongshu.Platform.Access;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision;

/// To whose desk a task goes: the section of a unit that takes in its work, its head, the supervision section of the office. Pure.
internal static class Receivers
{
    /// 兜底, chosen in place of a unit.
    public const string Fallback = "办公室兜底";

    /// Names as people write them in one field.
    public static string[] Names(string? text) => (text ?? "").Split(['、', '，', ',', '；', ';', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// The unit itself when people sit in it, or else its office, or its first section; null when nobody of it is on the platform.
    public static Unit? SectionOf(OrganisationBook book, long unitId, DateOnly day)
    {
        if (book.Unit(unitId) is not { } unit || unit.Until < day) return null;
        if (book.MembersOf(unitId, day).Any()) return unit;
        return book.SectionsOf(unitId).Where(s => (s.Until is null || day <= s.Until) && book.MembersOf(s.Id, day).Any())
            .OrderByDescending(s => s.Name.Contains("办公室", StringComparison.Ordinal)).ThenBy(s => s.SortOrder).FirstOrDefault();
    }

    public static Participant? Of(OrganisationBook book, long unitId, DateOnly day) => SectionOf(book, unitId, day) is { } section ? Participant.Section(section.Id) : null;

    /// 单位负责人 of the receiving section: who approves a feedback.
    public static Participant? HeadOf(OrganisationBook book, long unitId, DateOnly day) =>
        SectionOf(book, unitId, day) is { } section && book.MembersOf(section.Id, day).FirstOrDefault(m => IsHead(m.Post)) is { Post: not null } head ? Participant.Post(head.Post.Id) : null;

    public static bool IsHead(Post post) => OrganisationBook.RolesOf(post).Contains("section-head", StringComparer.Ordinal);

    /// 督查科 of a home unit, where tasks to be sent and checked lie.
    public static Participant OfficeOf(OrganisationBook book, long homeUnitId, DateOnly day) =>
        book.WithRole("supervision-officer", homeUnitId, day).Select(h => (Participant?)Participant.Section(h.Post.UnitId)).FirstOrDefault() ?? Participant.Office(homeUnitId);

    /// The units in whose name this actor speaks: the section he sits in, and the unit it belongs to when that is not the office itself.
    public static IReadOnlyList<long> UnitsOf(OrganisationBook book, Actor actor)
    {
        var units = new List<long> { actor.UnitId };
        if (actor.HomeUnitId != actor.UnitId && book.Unit(actor.HomeUnitId) is { Kind: not UnitKind.Own }) units.Add(actor.HomeUnitId);
        return units;
    }

    /// 单位 by full or short name; two of the same short name are told apart by the full one.
    public static Unit? Find(OrganisationBook book, string? name, DateOnly day)
    {
        var wanted = (name ?? "").Trim();
        if (wanted.Length == 0) return null;
        var open = book.Units.Where(u => u.Until is null || day <= u.Until).ToList();
        var full = open.Where(u => u.Name == wanted).ToList();
        if (full.Count == 1) return full[0];
        var shortly = open.Where(u => u.ShortName == wanted).ToList();
        return shortly.Count == 1 ? shortly[0] : null;
    }

    /// The units that may be asked: sections and subordinates of the office, and outside bodies.
    public static IEnumerable<Unit> Choices(OrganisationBook book, long homeUnitId, DateOnly day) =>
        book.Units.Where(u => (u.Until is null || day <= u.Until) && u.Id != homeUnitId
            && (u.ParentId == homeUnitId || u.Kind is UnitKind.Outside)).OrderBy(u => u.Kind == UnitKind.Section).ThenBy(u => u.SortOrder);
}
