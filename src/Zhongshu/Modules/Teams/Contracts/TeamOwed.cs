using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Teams.Assistance;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Modules.Teams.Meetings;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Teams.Contracts;

/// For the desk: tasks that meetings gave me, help that my section is asked for, information that I claimed, meetings that I am to hold.
internal static class TeamOwed
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<(string Text, string Href, DateOnly? DueOn)>> ReadAsync(Office office, CancellationToken cancel)
    {
        if (!office.Actor.May(TeamsModule.Read)) return [];
        var circle = TeamCircle.Of(office, await office.BookAsync(cancel));
        if (!circle.IsInside) return [];
        var (me, own) = (office.Actor.PersonId, circle.Own);
        var lines = new List<(string, string, DateOnly?)>();
        lines.AddRange((await office.Db.Set<MeetingTask>().Where(t => t.PersonId == me && t.DoneOn == null).OrderBy(t => t.DueOn).Take(Most).Select(t => new { t.Text, t.DueOn }).ToListAsync(cancel)).Select(t => ($"例会布置：{t.Text}", "team", (DateOnly?)t.DueOn)));
        lines.AddRange((await (from c in office.Db.Set<BriefClaim>() join t in office.Db.Set<BriefTask>() on c.TaskId equals t.Id where c.PersonId == me && c.DoneOn == null orderby t.DueOn select new { t.Title, t.DueOn }).Take(Most).ToListAsync(cancel)).Select(t => ($"信息任务待交卷：{t.Title}", "team/briefs", (DateOnly?)t.DueOn)));
        if (circle.Heads) lines.AddRange((await office.Db.Set<AssistanceTask>().Where(a => a.KeeperId == circle.Keeper && (a.State == AssistanceState.Asked || a.State == AssistanceState.Taken) && a.UnitId == own).OrderBy(a => a.DueOn).Take(Most).Select(a => new { a.Title, a.DueOn }).ToListAsync(cancel)).Select(a => ($"请本科室协作：{a.Title}", "team/assistance", (DateOnly?)a.DueOn)));
        if (circle.Manages || circle.Heads)
            lines.AddRange((await MeetingView.LinesAsync(office, circle, cancel)).Where(l => l.Keeps && l.IsOverdue(office.Today) && (l.UnitId == circle.Own || l.UnitId == circle.Keeper)).Select(l => ($"{l.Kind.Word}该开了", $"team?kind={l.Kind.Id}&unit={l.UnitId}#hold", (DateOnly?)l.NextOn)));
        return lines;
    }
}
