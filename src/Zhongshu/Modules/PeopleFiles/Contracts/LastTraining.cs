using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.PeopleFiles.Contracts;

/// When somebody last took part in a training; studies, practice and talks are not counted.
internal static class LastTraining
{
    private const string Group = "培训";

    public static async Task<IReadOnlyDictionary<long, DateOnly>> OfAsync(Office office, IReadOnlyCollection<long> people, CancellationToken cancel)
    {
        var (ids, kinds) = (people.ToArray(), office.Rules.Value(PeopleRules.Kinds).Where(k => k.Group == Group).Select(k => k.Id).ToArray());
        return await (from a in office.Db.Set<Attendance>() join t in office.Db.Set<Training>() on a.TrainingId equals t.Id where ids.Contains(a.PersonId) && kinds.Contains(t.Kind)
            group t.On by a.PersonId into g select new { g.Key, Last = g.Max() }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
    }
}
