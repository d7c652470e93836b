using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles.Plans;

/// What was held of one kind in a year, counted for the checks below.
internal sealed record Held(int Times, DateOnly? Last, IReadOnlyList<string> Sides, int Planned);

/// One kind that has a rhythm, a number of times a year or sides: where it stands.
public sealed record RhythmLine(TrainingKind Kind, int Times, DateOnly? Last, int Planned, IReadOnlyList<string> Open)
{
    /// 该办了
    public bool IsDue { get; init; }

    /// Fewer are planned and held than the year wants.
    public int Short { get; init; }

    public bool IsOwed => IsDue || Short > 0;
}

/// 频次和方面: what is due of each kind. Pure but for the reading.
internal static class Rhythm
{
    /// Kinds with neither rhythm, number nor sides are left out.
    public static IReadOnlyList<RhythmLine> Lines(IReadOnlyList<TrainingKind> kinds, IReadOnlyDictionary<string, Held> held, DateOnly today, WorkCalendar calendar)
    {
        var due = PeopleChecks.Overdue(kinds, held.Where(h => h.Value.Last is not null).ToDictionary(h => h.Key, h => h.Value.Last!.Value, StringComparer.Ordinal), today, calendar).Select(d => d.Kind.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. kinds.Where(k => k.Days is not null || k.IsDaily || k.Least is not null || k.Sides.Count > 0).Select(k =>
            {
                var one = held.GetValueOrDefault(k.Id) ?? new Held(0, null, [], 0);
                return new RhythmLine(k, one.Times, one.Last, one.Planned, [.. k.Sides.Where(s => !one.Sides.Contains(s, StringComparer.Ordinal))])
                {
                    IsDue = due.Contains(k.Id), Short = Math.Max(0, (k.Least ?? 0) - one.Times - one.Planned),
                };
            }),
        ];
    }

    /// Who has not come by every side of a kind that is for each, with what is missing.
    public static IReadOnlyList<(Person Person, IReadOnlyList<string> Missing)> Uncovered(TrainingKind kind, IEnumerable<Person> people, ILookup<long, string> sides) =>
        [.. people.Select(p => (p, (IReadOnlyList<string>)[.. kind.Sides.Where(s => !sides[p.Id].Contains(s, StringComparer.Ordinal))])).Where(p => p.Item2.Count > 0)];

    /// Whose times are counted: the whole office's in the house that keeps them, from a subordinate unit that unit's own only.
    private static (long Keeper, long Own, bool IsInside) Place(Office office, OrganisationBook book) =>
        (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.HomeUnitId == UnitCircle.KeeperOf(book, office.Actor));

    /// Of a year; the last time may lie before it.
    public static async Task<IReadOnlyList<RhythmLine>> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var (keeper, own, inside) = Place(office, await office.BookAsync(cancel));
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var counted = await office.Db.Set<Training>().Where(t => t.KeeperId == keeper && (inside || t.UnitId == own)).GroupBy(t => t.Kind).Select(g => new { g.Key, Last = g.Max(t => t.On), Times = g.Count(t => t.On >= from && t.On <= to) }).ToListAsync(cancel);
        var sides = (await (from t in office.Db.Set<Training>() join p in office.Db.Set<TrainingPoint>() on t.Id equals p.TrainingId where t.KeeperId == keeper && (inside || t.UnitId == own) && t.On >= @from && t.On <= to && p.Text == "" select new { t.Kind, p.Word }).Distinct().ToListAsync(cancel)).ToLookup(s => s.Kind, s => s.Word, StringComparer.Ordinal);
        var planned = await office.Db.Set<TrainingPlan>().Where(p => p.KeeperId == keeper && (inside || p.UnitId == own) && p.On >= from && p.On <= to && p.TrainingId == null && p.Dropped == "").GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        var of = counted.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var held = of.Keys.Union(planned.Keys).ToDictionary(k => k, k => new Held(of.GetValueOrDefault(k)?.Times ?? 0, of.GetValueOrDefault(k)?.Last, [.. sides[k]], planned.GetValueOrDefault(k)), StringComparer.Ordinal);
        return Lines(office.Rules.Value(PeopleRules.Kinds), held, office.Today, office.Rules.Calendar);
    }

    /// Which sides of a kind each person came by in a year.
    public static async Task<ILookup<long, string>> SidesAsync(Office office, TrainingKind kind, int year, CancellationToken cancel)
    {
        var (keeper, own, inside) = Place(office, await office.BookAsync(cancel));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return (await (from t in office.Db.Set<Training>()
                       join p in office.Db.Set<TrainingPoint>() on t.Id equals p.TrainingId
                       join a in office.Db.Set<Attendance>() on t.Id equals a.TrainingId
                       where t.KeeperId == keeper && (inside || t.UnitId == own) && t.Kind == kind.Id && t.On >= first && t.On <= last && p.Text == ""
                       select new { a.PersonId, p.Word }).Distinct().ToListAsync(cancel)).ToLookup(s => s.PersonId, s => s.Word);
    }
}
