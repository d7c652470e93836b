using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.PeopleFiles.Contracts;

/// How often each person took part in trainings of a year, and of how many something was brought home.
internal static class LearningFigures
{
    public static async Task<IReadOnlyDictionary<long, (int Times, int Written)>> OfAsync(Office office, IReadOnlyCollection<long> people, int year, CancellationToken cancel)
    {
        var (ids, first, last) = (people.ToArray(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return (await (from a in office.Db.Set<Attendance>() join t in office.Db.Set<Training>() on a.TrainingId equals t.Id where ids.Contains(a.PersonId) && t.On >= first && t.On <= last
            group a by a.PersonId into g select new { g.Key, Times = g.Count(), Written = g.Count(a => a.Words != "") }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => (g.Times, g.Written));
    }
}
