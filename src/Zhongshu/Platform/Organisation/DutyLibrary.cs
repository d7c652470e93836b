namespace Zhongshu.Platform.Organisation;

/// A duty that a text points to, and by which words.
internal sealed record DutyMatch(Duty Duty, Unit Unit, IReadOnlyList<string> Words);

/// 职责库: which section or unit answers for a text on a day. Duties that a reform has moved count by their time of effect. Pure.
internal static class DutyLibrary
{
    public static bool IsInEffect(Duty duty, DateOnly day) => duty.Since <= day && (duty.Until is null || day <= duty.Until);

    /// Duties in effect that the text names, the most telling first: special tasks before fields, more and longer words before fewer.
    /// within = sections of this home unit only; null = everybody.
    public static IReadOnlyList<DutyMatch> Propose(OrganisationBook book, string text, DateOnly day, long? within = null) =>
        [.. book.Duties.Where(d => IsInEffect(d, day))
            .Select(d => (Duty: d, Unit: book.Unit(d.UnitId), Words: d.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => text.Contains(w, StringComparison.Ordinal)).ToList()))
            .Where(m => m.Words.Count > 0 && m.Unit is not null && (within is null || (m.Unit.Kind == UnitKind.Section && book.HomeOf(m.Unit.Id)?.Id == within)))
            .OrderByDescending(m => m.Duty.Kind == DutyKind.Special)
            .ThenByDescending(m => m.Words.Sum(w => w.Length))
            .ThenBy(m => m.Duty.Kind)
            .ThenBy(m => m.Duty.Id)
            .Select(m => new DutyMatch(m.Duty, m.Unit!, m.Words))];
}
