using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Rounds;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision.Sweep;

/// A unit was merged or abolished: its open tasks are its successor's from then on. Closed ones stay with the unit that did them.
internal sealed class UnitFollows(Office office)
{
    public async Task FollowAsync(Unit gone, Unit successor, CancellationToken cancel)
    {
        var (from, to, closed) = (gone.Id, successor.Id, (int)TaskState.Closed);
        var sql = office.Db.Database;
        await sql.ExecuteSqlAsync($"UPDATE supervision_task SET lead_unit_id = {to} WHERE lead_unit_id = {from} AND state < {closed}", cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_task SET second_unit_id = CASE WHEN lead_unit_id = {to} THEN NULL ELSE {to} END WHERE second_unit_id = {from} AND state < {closed}", cancel);
        await AnswersAsync(from, to, cancel);
        // Where both stand on one task, the weightier part stays with the successor.
        await sql.ExecuteSqlAsync($"""
            UPDATE supervision_unit SET part = 1 WHERE unit_id = {to} AND EXISTS (
                SELECT 1 FROM supervision_unit o JOIN supervision_task t ON t.id = o.task_id WHERE o.task_id = supervision_unit.task_id AND o.unit_id = {from} AND o.part = 1 AND t.state < {closed})
            """, cancel);
        await sql.ExecuteSqlAsync($"""
            DELETE FROM supervision_unit WHERE unit_id = {from} AND EXISTS (SELECT 1 FROM supervision_unit o WHERE o.task_id = supervision_unit.task_id AND o.unit_id = {to})
            AND task_id IN (SELECT id FROM supervision_task WHERE state < {closed})
            """, cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_unit SET unit_id = {to} WHERE unit_id = {from} AND task_id IN (SELECT id FROM supervision_task WHERE state < {closed})", cancel);
        await PlanAsync(from, to, cancel);
        await RoundsAsync(from, to, cancel);
    }

    /// What the unit was asked and has not answered is asked of its successor, unless that was asked too.
    private async Task AnswersAsync(long from, long to, CancellationToken cancel)
    {
        var sql = office.Db.Database;
        var asked = (int)CountersignState.Asked;
        await sql.ExecuteSqlAsync($"DELETE FROM supervision_countersign WHERE unit_id = {from} AND state = {asked} AND EXISTS (SELECT 1 FROM supervision_countersign o WHERE o.feedback_id = supervision_countersign.feedback_id AND o.unit_id = {to})", cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_countersign SET unit_id = {to} WHERE unit_id = {from} AND state = {asked}", cancel);
        await sql.ExecuteSqlAsync($"DELETE FROM supervision_agreement WHERE unit_id = {from} AND state = {asked} AND EXISTS (SELECT 1 FROM supervision_agreement o WHERE o.task_id = supervision_agreement.task_id AND o.unit_id = {to})", cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_agreement SET unit_id = {to} WHERE unit_id = {from} AND state = {asked}", cancel);
        foreach (var (before, after) in new[] { (SignFeedback.StepOf(from), SignFeedback.StepOf(to)), (AskAgreement.StepOf(from), AskAgreement.StepOf(to)) })
            await sql.ExecuteSqlAsync($"UPDATE work_item SET step_id = {after} WHERE step_id = {before} AND status = 0", cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_help SET unit_id = {to} WHERE unit_id = {from} AND ended_at IS NULL", cancel);
        await sql.ExecuteSqlAsync($"UPDATE supervision_finding SET unit_id = {to} WHERE unit_id = {from} AND task_number IS NULL AND settled_at IS NULL", cancel);
    }

    /// 督查计划: what is still to come goes to the successor, and stands in its plan when the planning unit itself ended. What was held or dropped stays as it was.
    private async Task PlanAsync(long from, long to, CancellationToken cancel)
    {
        var all = office.Db.Set<Inspection>();
        var ahead = all.Where(i => i.State == InspectionState.Waiting || i.State == InspectionState.Planned);
        var gone = Word(from);
        foreach (var one in await ahead.Where(i => (" " + i.Targets + " ").Contains(gone)).Select(i => new { i.Id, i.Targets }).ToListAsync(cancel))
        {
            var targets = Instead(one.Targets, from, to);
            await all.Where(i => i.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Targets, targets).SetProperty(i => i.Version, i => i.Version + 1), cancel);
        }

        foreach (var one in await ahead.Where(i => i.UnitId == from).OrderBy(i => i.Year).ThenBy(i => i.Number).Select(i => new { i.Id, i.Year }).ToListAsync(cancel))
        {
            var number = (await all.Where(i => i.UnitId == to && i.Year == one.Year).MaxAsync(i => (int?)i.Number, cancel) ?? 0) + 1;
            await all.Where(i => i.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.UnitId, to).SetProperty(i => i.Number, number).SetProperty(i => i.Version, i => i.Version + 1), cancel);
        }
    }

    /// 督查日程: a place that was drawn and not looked at yet.
    private async Task RoundsAsync(long from, long to, CancellationToken cancel)
    {
        var drawn = office.Db.Set<Round>().Where(r => r.DoneOn == null);
        var gone = Word(from);
        foreach (var one in await drawn.Where(r => (" " + r.Targets + " ").Contains(gone)).Select(r => new { r.Id, r.Targets }).ToListAsync(cancel))
        {
            var targets = Instead(one.Targets, from, to);
            await drawn.Where(r => r.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Targets, targets), cancel);
        }

        await drawn.Where(r => r.UnitId == from).ExecuteUpdateAsync(set => set.SetProperty(r => r.UnitId, to), cancel);
    }

    private static string Word(long unit) => string.Create(CultureInfo.InvariantCulture, $" {unit} ");

    /// Unit ids separated by blanks, the successor in the place of the one that is gone and each only once.
    private static string Instead(string targets, long from, long to) =>
        string.Join(' ', InspectionRules.TargetsOf(targets).Select(t => t == from ? to : t).Distinct().Select(t => t.ToString(CultureInfo.InvariantCulture)));
}
