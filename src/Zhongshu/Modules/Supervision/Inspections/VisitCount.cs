using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision.Inspections;

/// How often one went and in which way, and how many rounds reached every county and district.
internal static class VisitCount
{
    /// Each way with its visits of the year, in the order of the rule; ways nobody went are left out.
    public static async Task<IReadOnlyList<(string Word, int Count)>> OfYearAsync(Office office, int year, CancellationToken cancel)
    {
        var (unit, from, to) = (office.Actor.HomeUnitId, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters();
        var counts = await office.Db.Set<Visit>().IgnoreQueryFilters().Where(v => v.On >= from && v.On <= to && items.Any(i => i.MatterId == v.MatterId && i.UnitId == unit))
            .GroupBy(v => v.Way).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. office.Rules.Value(SupervisionRules.VisitWays).Where(w => counts.ContainsKey(w.Id)).Select(w => (w.Word, counts[w.Id]))];
    }

    public static IEnumerable<Unit> Places(OrganisationBook book, long home, DateOnly day) =>
        Receivers.Choices(book, home, day).Where(u => u.Name.EndsWith("人民政府", StringComparison.Ordinal));

    /// 全覆盖: as many rounds as the least visited place was reached. Pure.
    public static int Rounds(IReadOnlyList<long> places, IReadOnlyList<IReadOnlyList<long>> inspections) =>
        places.Count == 0 ? 0 : places.Min(p => inspections.Count(i => i.Contains(p)));
}
