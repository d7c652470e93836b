using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Appraisals.Discipline;
using Zhongshu.Modules.Appraisals.Voices;
using Zhongshu.Modules.Burdens.Contracts;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Appraisals.Scores;

/// 自动抓取: figures of units from the ledgers of the house, each with its source.
internal static class FiguresTaken
{
    public static readonly IReadOnlyList<string> Ids = ["supervision.closed", "supervision.in-time", "supervision.overdue", "burdens.plan", "burdens.forms", "burdens.rating", "meetings.discipline", "voices.satisfaction"];

    public static async Task<IReadOnlyDictionary<(string Figure, long Unit), FigureTaken>> ReadAsync(Office office, IReadOnlyList<long> units, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var tasks = (await UnitRecord.ReadAsync(office, days.From, days.To, cancel)).ToDictionary(r => r.UnitId);
        var burdens = await BurdenRecord.ReadAsync(office, units, days, cancel);
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var breaches = (await office.Db.Set<Breach>().AsNoTracking().Where(b => b.KeeperId == keeper && b.On >= days.From && b.On <= days.To).ToListAsync(cancel)).ToLookup(b => b.UnitId);
        var voices = (await office.Db.Set<Voice>().AsNoTracking().Where(v => v.KeeperId == keeper && v.Mark != null && v.On >= days.From && v.On <= days.To).Select(v => new { v.UnitId, v.Mark }).ToListAsync(cancel)).ToLookup(v => v.UnitId, v => v.Mark!.Value);
        var taken = new Dictionary<(string, long), FigureTaken>();
        foreach (var unit in units)
        {
            if (tasks.GetValueOrDefault(unit) is { Assigned: > 0 } record)
            {
                taken[("supervision.closed", unit)] = new(100.0 * record.Closed / record.Assigned, $"交办{record.Assigned}项，销号{record.Closed}项", record.Address);
                taken[("supervision.overdue", unit)] = new(record.Overdue, $"交办{record.Assigned}项，超期未办结{record.Overdue}项", record.Address);
                if (record.Closed > 0) taken[("supervision.in-time", unit)] = new(100.0 * record.InTime / record.Closed, $"销号{record.Closed}项，按期{record.InTime}项", record.Address);
            }

            var lost = DisciplineRules.Points(breaches[unit], office.Rules);
            taken[("meetings.discipline", unit)] = new(lost, $"会议违纪{breaches[unit].Count(b => b.Excuse.Length == 0)}人次，扣{lost}分", "appraisals/discipline");
            if (voices[unit].Any()) taken[("voices.satisfaction", unit)] = new(voices[unit].Average(), $"服务对象评价{voices[unit].Count()}次，平均{voices[unit].Average():0.#}", "appraisals/voices");
            var burden = burdens[unit];
            foreach (var (id, part) in new[] { ("burdens.plan", burden.Plan), ("burdens.forms", burden.Forms), ("burdens.rating", burden.Rating) })
                if (part is var (percent, words, address)) taken[(id, unit)] = new(percent, words, address);
        }

        return taken;
    }
}
