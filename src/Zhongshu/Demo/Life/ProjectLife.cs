using System.Globalization;
using Zhongshu.Modules.Supervision.Projects;

namespace Zhongshu.Demo.Life;

/// Projects of the demonstration office that go as planned when it is opened: what falls behind later is docketed by itself. All invented.
internal sealed class ProjectLife(LifeDays days)
{
    private const string Officer = "supervision";

    public IEnumerable<LifeEvent> Events() =>
    [
        Keep("-12 09:30", new() { Code = "YL-2026-014", Title = "云岭市城南污水处理厂扩建", Kind = "major", Lead = "市住建局", PlannedStart = Day(-60), PlannedEnd = Day(180), StartedOn = Day(-58), Progress = "26" }),
        Keep("-12 09:40", new() { Code = "YL-2026-021", Title = "云岭市老旧小区加装电梯（第二批）", Kind = "livelihood", Lead = "市住建局", PlannedStart = Day(70), PlannedEnd = Day(260), Prepared = "60" }),
        Keep("-11 10:10", new() { Code = "YL-2026-030", Title = "云岭市清源智能装备产业园", Kind = "invest", Lead = "市发展改革委", PlannedStart = Day(-20), PlannedEnd = Day(200), StartedOn = Day(-20), Progress = "10" }),
    ];

    private LifeEvent Keep(string at, ProjectInput project) => new(days.At(at), Officer, async (s, cancel) => (await s.GetRequiredService<KeepProject>().SaveAsync(project, null, cancel)).Refusal);

    private string Day(int workdays) => days.Day(workdays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
