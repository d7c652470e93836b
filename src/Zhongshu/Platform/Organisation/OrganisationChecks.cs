namespace Zhongshu.Platform.Organisation;

internal enum GapKind
{
    /// 岗位无人
    VacantPost = 1,

    /// 事项无科室: a duty whose unit is gone
    DutyWithoutUnit = 2,

    /// 事项无专人: a duty whose unit has nobody
    DutyWithoutPerson = 3,

    /// 科室无职责
    SectionWithoutDuty = 4,

    /// AB角缺失
    NoDeputy = 5,

    /// AB角不互备
    OneSidedDeputy = 6,

    /// 领导未分管
    LeaderWithoutPortfolio = 7,

    /// 人员无岗位
    PersonWithoutPost = 8,
}

/// Something that nobody answers for, and where it is put right.
internal sealed record Gap(GapKind Kind, string Text, string Href);

/// 岗责检查: every post has its person, every duty its section, everybody a deputy. Pure.
internal static class OrganisationChecks
{
    public static IReadOnlyList<Gap> Find(OrganisationBook book, long homeUnitId, DateOnly day) =>
        [.. VacantPosts(book, homeUnitId, day), .. Duties(book, day), .. Sections(book, homeUnitId, day), .. People(book, homeUnitId, day)];

    private static bool IsOurs(OrganisationBook book, long unitId, long homeUnitId) => book.HomeOf(unitId)?.Id == homeUnitId;

    private static bool IsLive(DateOnly? until, DateOnly day) => until is null || day <= until;

    private static IEnumerable<Gap> VacantPosts(OrganisationBook book, long home, DateOnly day) =>
        book.Posts.Where(p => IsLive(p.Until, day) && IsOurs(book, p.UnitId, home) && IsLive(book.Unit(p.UnitId)?.Until, day) && !book.HoldersOf(p.Id, day).Any())
            .OrderBy(p => p.SortOrder)
            .Select(p => new Gap(GapKind.VacantPost, $"{book.Unit(p.UnitId)!.ShortName} {p.Name}", $"/organisation/posts/{p.Id}"));

    private static IEnumerable<Gap> Duties(OrganisationBook book, DateOnly day)
    {
        foreach (var duty in book.Duties.Where(d => DutyLibrary.IsInEffect(d, day)).OrderBy(d => d.Id))
        {
            var unit = book.Unit(duty.UnitId);
            if (unit is null || !IsLive(unit.Until, day))
                yield return new Gap(GapKind.DutyWithoutUnit, $"{duty.Title}（原由{unit?.ShortName ?? "已删除单位"}负责）", $"/organisation/duties/{duty.Id}");
            else if (!HasPeople(book, unit.Id, day))
                yield return new Gap(GapKind.DutyWithoutPerson, $"{duty.Title}（{unit.ShortName}没有在岗人员）", $"/organisation/units/{unit.Id}");
        }
    }

    private static bool HasPeople(OrganisationBook book, long unitId, DateOnly day) =>
        book.MembersOf(unitId, day).Any() || book.SectionsOf(unitId).Any(s => book.MembersOf(s.Id, day).Any());

    private static IEnumerable<Gap> Sections(OrganisationBook book, long home, DateOnly day) =>
        book.SectionsOf(home).Where(s => IsLive(s.Until, day) && !book.Duties.Any(d => d.UnitId == s.Id && DutyLibrary.IsInEffect(d, day)) && !book.MembersOf(s.Id, day).Any(m => m.Person.Precedence is not null))
            .Select(s => new Gap(GapKind.SectionWithoutDuty, s.ShortName, $"/organisation/units/{s.Id}"));

    private static IEnumerable<Gap> People(OrganisationBook book, long home, DateOnly day)
    {
        foreach (var person in book.People.Where(p => IsLive(p.Until, day)).OrderBy(p => p.Precedence ?? int.MaxValue).ThenBy(p => p.SortOrder))
        {
            var href = $"/organisation/people/{person.Id}";
            var label = PersonLabel.Of(book, person.Id, day);
            var posts = book.PostsOf(person.Id, day).ToList();
            if (posts.Count == 0) yield return new Gap(GapKind.PersonWithoutPost, label, href);
            else if (!posts.Exists(p => IsOurs(book, p.UnitId, home))) continue;
            else if (!book.Deputies.Any(d => d.PersonId == person.Id && IsLive(book.Person(d.DeputyId)?.Until, day))) yield return new Gap(GapKind.NoDeputy, label, "/organisation/deputies");
            else if (book.Deputies.FirstOrDefault(d => d.PersonId == person.Id && !book.Deputies.Any(b => b.PersonId == d.DeputyId && b.DeputyId == person.Id)) is { } oneSided)
                yield return new Gap(GapKind.OneSidedDeputy, $"{label} → {book.Person(oneSided.DeputyId)?.Name}", "/organisation/deputies");
            if (person.Precedence is not null && posts.Exists(p => IsOurs(book, p.UnitId, home)) && !book.Portfolios.Any(f => f.LeaderId == person.Id && f.Since <= day && IsLive(f.Until, day)))
                yield return new Gap(GapKind.LeaderWithoutPortfolio, label, "/organisation/leaders");
        }
    }
}
