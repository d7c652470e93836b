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
    public static async Task<TrainingView> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var seen = KeepTraining.Seen(office, book);
        var trainings = await seen.AsNoTracking().Where(t => t.On >= first && t.On <= last).OrderByDescending(t => t.On).ThenByDescending(t => t.Id).Take(500).ToListAsync(cancel);
        var ids = trainings.Select(t => t.Id).ToArray();
        var people = (await office.Db.Set<Attendance>().AsNoTracking().Where(a => ids.Contains(a.TrainingId)).ToListAsync(cancel)).ToLookup(a => a.TrainingId);
        var rows = trainings.Select(t => new TrainingRow(t, people[t.Id].Count(), people[t.Id].Count(a => a.Words.Length > 0), people[t.Id].Average(a => (double?)a.Score))).ToList();
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var held = await office.Db.Set<Training>().Where(t => t.KeeperId == keeper).GroupBy(t => t.Kind).Select(g => new { g.Key, Last = g.Max(t => t.On) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        return new TrainingView(rows, [.. rows.GroupBy(r => r.Training.Kind).Select(g => new KindTally(g.Key, g.Count(), g.Sum(r => r.People), g.Sum(r => r.Words)))], PeopleChecks.Overdue(office.Rules.Value(PeopleRules.Kinds), held, office.Today, office.Rules.Calendar));
    }
}
