using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Contracts;

/// How one unit stood to the tasks it was given in a period, with the page that lists them.
internal sealed record UnitRecord(long UnitId, int Assigned, int Closed, int InTime, int Overdue, string Address)
{
    public static async Task<IReadOnlyList<UnitRecord>> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var figures = await SupervisionFigures.ReadAsync(office, from, to, cancel);
        return [.. figures.Units.Select(u => new UnitRecord(u.Key, u.Assigned, u.Closed, u.InTime, u.Overdue, figures.Address(unit: u.Key)))];
    }
}
