using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Inspections;

/// A visit under an inspection, on an item that the reader sees.
internal sealed record InspectedRow(long Id, string Code, string Title, DateOnly On, string Place, string Seen, bool Fits, int Findings, int Settled);

internal sealed record InspectedFinding(string Code, string Text, int? TaskNumber, bool Settled);

/// An inspection with the visits made under it and what they found.
internal sealed record InspectionView(Inspection Inspection, IReadOnlyList<string> Targets, IReadOnlyList<InspectedRow> Visits, IReadOnlyList<InspectedFinding> Findings)
{
    /// 无扰督查: how its targets stand by the figures of the house, in place of visits; empty for other kinds.
    public IReadOnlyList<(string Unit, UnitRecord Record)> Data { get; init; } = [];

    public static async Task<InspectionView?> ReadAsync(Office office, long id, CancellationToken cancel)
    {
        if (await PlanInspection.Known(office).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } inspection) return null;
        var book = await office.BookAsync(cancel);
        var visits = await (from visit in office.Db.Set<Visit>().AsNoTracking() join matter in office.Db.Set<Matter>() on visit.MatterId equals matter.Id where visit.InspectionId == id
            orderby visit.On, visit.Id select new { visit.Id, matter.Code, matter.Title, visit.On, visit.Place, visit.Seen, visit.Fits }).ToListAsync(cancel);
        var ids = visits.Select(v => v.Id).ToList();
        var findings = await office.Db.Set<Finding>().AsNoTracking().Where(f => ids.Contains(f.VisitId)).OrderBy(f => f.Id).ToListAsync(cancel);
        var matters = findings.Select(f => f.MatterId).Distinct().ToList();
        var closed = (await office.Db.Set<SupervisionTask>().AsNoTracking().Where(t => matters.Contains(t.MatterId) && t.State == TaskState.Closed).Select(t => new { t.MatterId, t.Number }).ToListAsync(cancel)).Select(t => (t.MatterId, t.Number)).ToHashSet();
        bool Settled(Finding f) => f.SettledAt is not null || (f.TaskNumber is { } n && closed.Contains((f.MatterId, n)));
        return new InspectionView(inspection, [.. InspectionRules.TargetsOf(inspection.Targets).Select(t => book.Unit(t)?.ShortName ?? "已撤销单位")],
            [.. visits.Select(v => new InspectedRow(v.Id, v.Code, v.Title, v.On, v.Place, v.Seen, v.Fits, findings.Count(f => f.VisitId == v.Id), findings.Count(f => f.VisitId == v.Id && Settled(f))))],
            [.. findings.Select(f => new InspectedFinding(visits.First(v => v.Id == f.VisitId).Code, f.Text, f.TaskNumber, Settled(f)))])
        {
            Data = PlanInspection.QuietKinds(office).Contains(inspection.Kind) ? await DataAsync(office, inspection, cancel) : [],
        };
    }

    private static async Task<IReadOnlyList<(string Unit, UnitRecord Record)>> DataAsync(Office office, Inspection inspection, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var until = inspection.ToOn < office.Today ? inspection.ToOn : office.Today;
        var records = (await UnitRecord.ReadAsync(office, new DateOnly(inspection.Year, 1, 1), until, cancel)).ToDictionary(r => r.UnitId);
        return [.. InspectionRules.TargetsOf(inspection.Targets).Select(t => (book.Unit(t)?.ShortName ?? "已撤销单位", records.GetValueOrDefault(t) ?? new UnitRecord(t, 0, 0, 0, 0, "")))];
    }
}
