using Zhongshu.Modules.Burdens.Contracts;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Appraisals.Scores;

/// 自动抓取: figures of units from the ledgers of the house, each with its source.
internal static class FiguresTaken
{
    public static readonly IReadOnlyList<string> Ids = ["supervision.closed", "supervision.in-time", "supervision.overdue", "burdens.plan", "burdens.forms", "burdens.rating"];

    public static async Task<IReadOnlyDictionary<(string Figure, long Unit), FigureTaken>> ReadAsync(Office office, IReadOnlyList<long> units, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var tasks = (await UnitRecord.ReadAsync(office, days.From, days.To, cancel)).ToDictionary(r => r.UnitId);
        var burdens = await BurdenRecord.ReadAsync(office, units, days, cancel);
        var taken = new Dictionary<(string, long), FigureTaken>();
        foreach (var unit in units)
        {
            if (tasks.GetValueOrDefault(unit) is { Assigned: > 0 } record)
            {
                taken[("supervision.closed", unit)] = new(100.0 * record.Closed / record.Assigned, $"交办{record.Assigned}项，销号{record.Closed}项", record.Address);
                taken[("supervision.overdue", unit)] = new(record.Overdue, $"交办{record.Assigned}项，超期未办结{record.Overdue}项", record.Address);
                if (record.Closed > 0) taken[("supervision.in-time", unit)] = new(100.0 * record.InTime / record.Closed, $"销号{record.Closed}项，按期{record.InTime}项", record.Address);
            }

            var burden = burdens[unit];
            foreach (var (id, part) in new[] { ("burdens.plan", burden.Plan), ("burdens.forms", burden.Forms), ("burdens.rating", burden.Rating) })
                if (part is var (percent, words, address)) taken[(id, unit)] = new(percent, words, address);
        }

        return taken;
    }
}
