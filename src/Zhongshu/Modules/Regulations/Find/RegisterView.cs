using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Regulations.Find;

/// The whole register of an office with what the checks say of it; an office has some dozens of regulations.
internal sealed record RegisterView(OrganisationBook Book, IReadOnlyList<Regulation> Register, IReadOnlyList<RegulationTask> Tasks, CheckFigures Figures, IReadOnlyList<RegulationConcern> Concerns)
{
    /// 配套: the document above, by task.
    public IReadOnlyDictionary<long, string> Above { get; init; } = new Dictionary<long, string>();

    public static async Task<RegisterView> ReadAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var register = await office.Db.Set<Regulation>().AsNoTracking().Where(r => r.KeeperId == keeper).OrderBy(r => r.State).ThenByDescending(r => r.IssuedOn).ThenBy(r => r.Id).ToListAsync(cancel);
        var tasks = await office.Db.Set<RegulationTask>().AsNoTracking().Where(t => t.KeeperId == keeper).OrderBy(t => t.State).ThenBy(t => t.DueOn).ToListAsync(cancel);
        var rules = office.Rules;
        var figures = new CheckFigures(rules.Value(RegulationRules.Areas), rules.Value(RegulationRules.Layers), rules.Value(RegulationRules.Needed), rules.Value(RegulationRules.OldAfter), rules.Value(RegulationRules.LookEvery));
        var planned = tasks.Where(t => t.State == PlanState.Open && t.RegulationId is not null).Select(t => t.RegulationId!.Value).ToHashSet();
        var verdicts = rules.Value(RegulationRules.Verdicts).ToDictionary(v => v.Id, StringComparer.Ordinal);
        return new RegisterView(book, register, tasks, figures, RegulationChecks.Concerns(register, planned, verdicts, figures, office.Today)) { Above = await AboveAsync(office, tasks, cancel) };
    }

    private static async Task<IReadOnlyDictionary<long, string>> AboveAsync(Office office, IReadOnlyList<RegulationTask> tasks, CancellationToken cancel)
    {
        var ids = tasks.Select(t => t.Id).ToArray();
        return await office.Db.Set<PackageTask>().Where(p => ids.Contains(p.TaskId)).ToDictionaryAsync(p => p.TaskId, p => p.Above, cancel);
    }
}
