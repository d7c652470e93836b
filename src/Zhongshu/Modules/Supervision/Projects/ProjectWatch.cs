using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Import;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.Supervision.Projects;

/// 项目预警自动列督办: each warning becomes an item that is sent at once, one as long as it stands; weekly guidance that is due is asked for once.
internal sealed class ProjectWatch(Office office, DocketList list)
{
    public static readonly OfficeJob<ProjectWatch> Job = new("项目预警和按周督导", TimeSpan.FromDays(1), (watch, cancel) => watch.RunAsync(cancel))
    {
        DailyAt = new TimeOnly(6, 30),
        Purpose = "未按期开工、进展缓慢、有较大逾期开工风险的项目列入督办；按周督导的项目到期提示。",
    };

    private const string Topic = "project";

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var docketed = 0;
        var projects = await office.Db.Set<Project>().AsNoTracking().Where(p => p.EndedOn == null).OrderBy(p => p.Id).ToListAsync(cancel);
        var ids = projects.ConvertAll(p => p.Id);
        var alarms = (await office.Db.Set<ProjectAlarm>().AsNoTracking().Where(a => ids.Contains(a.ProjectId)).ToListAsync(cancel)).ToLookup(a => a.ProjectId);
        foreach (var project in projects) docketed += await DocketAsync(project, [.. alarms[project.Id]], cancel);
        await ClearAsync(cancel);
        return docketed + await AskAsync(cancel);
    }

    private async Task<int> DocketAsync(Project project, IReadOnlyList<ProjectAlarm> before, CancellationToken cancel)
    {
        var found = ProjectRules.Found(project, office.Rules, office.Today).ToList();
        if (found.Count == 0) return 0;
        var book = await office.BookAsync(cancel);
        var docketed = 0;
        foreach (var (word, why) in found.Where(f => before.All(a => a.Kind != f.Word.Id || a.ClearedOn is not null)))
        {
            var form = FormOf(project, word, why);
            var planned = DocketRules.Decide(form, office.Rules, book, office.Today);
            if (!planned.Succeeded) continue;
            var key = new KeyedRequest($"project-{project.Id}-{word.Id}-{before.Count + docketed}", "");
            var row = new ListedDocket(key, form, planned.Value) { With = matter => new ProjectAlarm { Id = office.Ids.Next(), ProjectId = project.Id, Kind = word.Id, Why = why, On = office.Today, Item = matter.Code } };
            docketed += (await list.AddAsync([row], send: true, cancel)).Count;
        }

        return docketed;
    }

    private static DocketForm FormOf(Project project, AlarmWord word, string why) => new()
    {
        UnitId = project.UnitId,
        Title = $"{project.Title}（{word.Word}）",
        Source = SourceKind.Yearly,
        Origin = $"项目预警：{word.Word}，{why}",
        LimitClass = word.Limit,
        Topic = Topic,
        ShortReason = "项目预警",
        Tasks = [new TaskForm($"{project.Title}：{why}，请查明原因，提出赶上进度的措施并落实", "赶上计划进度", project.LeadUnitId, [], [], null)],
        DespiteLikeness = true,
    };

    /// A project that has caught up is warned of anew when it falls behind again.
    private async Task ClearAsync(CancellationToken cancel)
    {
        var open = await office.Db.Set<ProjectAlarm>().Where(a => a.ClearedOn == null).ToListAsync(cancel);
        var ids = open.Select(a => a.ProjectId).Distinct().ToArray();
        var projects = await office.Db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var alarm in open)
            if (ProjectRules.Found(projects[alarm.ProjectId], office.Rules, office.Today).All(f => f.Word.Id != alarm.Kind)) alarm.ClearedOn = office.Today;
        await office.Db.SaveChangesAsync(cancel);
    }

    private async Task<int> AskAsync(CancellationToken cancel)
    {
        var projects = await office.Db.Set<Project>().Where(p => p.EndedOn == null).ToListAsync(cancel);
        var due = projects.Where(p => ProjectRules.NextGuide(p, office.Rules) is { } next && next <= office.Today && (p.AskedOn is null || p.AskedOn < next)).ToList();
        var book = await office.BookAsync(cancel);
        foreach (var unit in due.GroupBy(p => p.UnitId))
            foreach (var officer in book.WithRole("supervision-officer", unit.Key, office.Today).Select(o => o.Person.Id).Distinct())
                office.Tell(officer, "work", $"本周要督导的项目有{unit.Count()}个，请在“办事 › 项目督查”登记督导情况。");
        foreach (var project in due) project.AskedOn = office.Today;
        await office.Db.SaveChangesAsync(cancel);
        return due.Count;
    }
}
