using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Desk;

/// One leader whom I serve: what lies with them, what they instructed today, and whether they are away.
public sealed record LeaderDay(string Name, string Post, string? Away, int InstructedToday, IReadOnlyList<DeskRow> Waiting);

/// 领导今日: for a secretary, the day of each leader served.
internal static class LeadersDay
{
    public static async Task<IReadOnlyList<LeaderDay>> ReadAsync(Office office, IReadOnlyList<DeskRow> rows, CancellationToken cancel)
    {
        var leaders = office.Actor.RecordsFor;
        if (leaders.Count == 0) return [];
        var since = OfficeDay.Start(office.Today);
        var instructed = await office.Db.Set<Opinion>().Where(o => leaders.Contains(o.PersonId) && o.Kind == OpinionKind.Instruction && o.At >= since)
            .GroupBy(o => o.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var book = await office.BookAsync(cancel);
        return [.. leaders.Select(book.Person).OfType<Person>().OrderBy(p => p.Precedence).ThenBy(p => p.Id).Select(leader => new LeaderDay(
            leader.Name,
            book.PostsOf(leader.Id, office.Today).FirstOrDefault()?.Name ?? "",
            Delegations.Of(book, leader.Id, office.Now) is { } away ? $"外出（{Delegations.Span(away)}），由{book.Person(away.ToPersonId)?.Name}代办" : null,
            instructed.GetValueOrDefault(leader.Id),
            [.. rows.Where(r => r.Assignee == Participant.Person(leader.Id).Value)]))];
    }
}
