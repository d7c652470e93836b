using Zhongshu.Modules.Burdens.Contracts;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Appraisals.Scores;

/// A figure that the house can take by itself, with the values for full marks and for none that a scheme begins from.
public sealed record FigureWord(string Id, string Word, double Full, double None);

/// 自动抓取: figures of units from the ledgers of the house, each with its source.
internal static class FiguresTaken
{
    public static readonly IReadOnlyList<FigureWord> All =
    [
        new("supervision.closed", "督办任务办结率（%）", 100, 0),
        new("supervision.in-time", "督办任务按期率（%）", 100, 0),
        new("supervision.overdue", "超期未办结的督办任务（项）", 0, 10),
        new("burdens.plan", "文会和督检考占计划（%）", 80, 120),
        new("burdens.forms", "报表按时报送率（%）", 100, 0),
        new("burdens.rating", "下评上得分（%）", 100, 0),
    ];

    public static string WordOf(string id) => All.FirstOrDefault(f => f.Id == id)?.Word ?? id;

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
