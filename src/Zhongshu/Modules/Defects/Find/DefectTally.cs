using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Defects.Find;

/// One slip as the statistics count it: no text, no person, no matter.
internal sealed record Counted(long UnitId, string Kind, string Stage, string Found, string Aspect, DateOnly On, DefectState State);

/// 错情统计 of a year: by unit and kind, by stage, by the six aspects, against the same days of last year.
internal sealed record DefectTally(int Year, IReadOnlyList<Counted> Rows, int LastYear)
{
    public int Of(long unit, string kind) => Rows.Count(r => r.UnitId == unit && r.Kind == kind);

    public int Open => Rows.Count(r => r.State != DefectState.Closed);

    public IReadOnlyList<long> Units => [.. Rows.GroupBy(r => r.UnitId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)];

    public static async Task<DefectTally> ReadAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var until = office.Today < last ? office.Today : last;
        var (from, to) = (first.AddYears(-1), until.AddYears(-1));
        var all = office.Db.Set<Defect>().Where(d => d.KeeperId == keeper);
        var rows = await all.Where(d => d.On >= first && d.On <= last).Select(d => new Counted(d.UnitId, d.Kind, d.Stage, d.Found, d.Aspect, d.On, d.State)).ToListAsync(cancel);
        return new DefectTally(year, rows, await all.CountAsync(d => d.On >= from && d.On <= to, cancel));
    }
}
