using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Accountability;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Defects.Contracts;

/// 差错量化: how many slips a person answers for in a year, with their points and the day of the last.
internal sealed record DefectRecord(long PersonId, int Slips, int Points, DateOnly Last)
{
    public static async Task<IReadOnlyDictionary<long, DefectRecord>> ReadAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var points = office.Rules.Value(AccountabilityRules.Points).ToDictionary(p => p.Consequence, p => p.Points, StringComparer.Ordinal);
        var rows = await office.Db.Set<Defect>().Where(d => d.KeeperId == keeper && d.PersonId != null && d.On >= from && d.On <= to).Select(d => new { d.PersonId, d.Consequence, d.On }).ToListAsync(cancel);
        return rows.GroupBy(r => r.PersonId!.Value).ToDictionary(g => g.Key, g => new DefectRecord(g.Key, g.Count(), g.Sum(r => points.GetValueOrDefault(r.Consequence)), g.Max(r => r.On)));
    }
}
