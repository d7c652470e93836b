using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Contracts;

/// 督查计划 as it counts among what an office asks of units below: one that waits is not counted, one that was dropped is not told.
internal sealed record InspectionHeld(long Id, string Title, string Kind, bool IsGeneral, DateOnly On)
{
    /// 迎检时间: workdays that it takes, for each unit that it goes to.
    public int UnitDays { get; init; }

    /// 待审批
    public bool Waits { get; init; }

    /// Outside the plan or over a cap, with the reason and the decision.
    public bool IsOverPlan { get; init; }

    public string Reason { get; init; } = "";

    public string Decision { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    /// 督查报告; empty until it was reported.
    public string Report { get; init; } = "";

    public static async Task<IReadOnlyList<InspectionHeld>> ReadAsync(Office office, long home, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var quiet = PlanInspection.QuietKinds(office);
        var words = office.Rules.Value(SupervisionRules.InspectionKinds).ToDictionary(k => k.Id, StringComparer.Ordinal);
        var rows = await office.Db.Set<Inspection>().AsNoTracking().Where(i => i.UnitId == home && i.Host == "" && i.FromOn >= days.From && i.FromOn <= days.To && !quiet.Contains(i.Kind) && i.State != InspectionState.Dropped).OrderBy(i => i.FromOn).ToListAsync(cancel);
        return [.. rows.Select(i => new InspectionHeld(i.Id, i.Title, words.GetValueOrDefault(i.Kind)?.Word ?? i.Kind, words.GetValueOrDefault(i.Kind)?.General == true, i.FromOn)
        {
            UnitDays = (office.Rules.Calendar.WorkdaysBetween(i.FromOn, i.ToOn) + 1) * InspectionRules.TargetsOf(i.Targets).Count,
            Waits = i.State == InspectionState.Waiting,
            IsOverPlan = i.OutsidePlan || i.Over.Length > 0,
            Reason = i.Reason,
            Decision = i.Decision,
            DecidedBy = i.DecidedBy,
            Report = i.Report,
        })];
    }
}
