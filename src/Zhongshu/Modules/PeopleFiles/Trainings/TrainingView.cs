using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles.Trainings;

public sealed record TrainingRow(Training Training, int People, int Words, double? Mean);

/// 场次、人次、心得 of one kind in a year.
public sealed record KindTally(string Kind, int Times, int People, int Words);

/// The trainings of a year with what they add up to, and the kinds that are due.
internal sealed record TrainingView(IReadOnlyList<TrainingRow> Rows, IReadOnlyList<KindTally> Tallies, IReadOnlyList<(TrainingKind Kind, DateOnly? Last)> Due)
{
    /// How many of them a list shows; the sums and the workbook are of all.
    public const int Shown = 500;

    private const int Most = 5000;

    public static async Task<TrainingView> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var seen = KeepTraining.Seen(office, book);
        var trainings = await seen.AsNoTracking().Where(t => t.On >= first && t.On <= last).OrderByDescending(t => t.On).ThenByDescending(t => t.Id).Take(Most).ToListAsync(cancel);
        var people = await (from a in office.Db.Set<Attendance>() join t in seen on a.TrainingId equals t.Id where t.On >= first && t.On <= last
            group a by a.TrainingId into g select new { g.Key, People = g.Count(), Words = g.Count(a => a.Words != ""), Mean = g.Average(a => (double?)a.Score) }).ToDictionaryAsync(g => g.Key, cancel);
        var rows = trainings.ConvertAll(t => people.GetValueOrDefault(t.Id) is { } of ? new TrainingRow(t, of.People, of.Words, of.Mean) : new TrainingRow(t, 0, 0, null));
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var inside = office.Actor.HomeUnitId == keeper;
        var held = await office.Db.Set<Training>().Where(t => t.KeeperId == keeper && (inside || t.UnitId == own)).GroupBy(t => t.Kind).Select(g => new { g.Key, Last = g.Max(t => t.On) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        return new TrainingView(rows, [.. rows.GroupBy(r => r.Training.Kind).Select(g => new KindTally(g.Key, g.Count(), g.Sum(r => r.People), g.Sum(r => r.Words)))], PeopleChecks.Overdue(office.Rules.Value(PeopleRules.Kinds), held, office.Today, office.Rules.Calendar));
    }
}
