using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Assistance;

/// What is open before what is over; among the open, whom the office serves first comes first, then what is due first.
internal static class AssistanceList
{
    private const int Most = 200;

    public static async Task<IReadOnlyList<AssistanceTask>> ReadAsync(Office office, TeamCircle circle, IReadOnlyDictionary<long, ServedParty> served, CancellationToken cancel) =>
        Ordered(await AskAssistance.Seen(office, circle).AsNoTracking().OrderBy(a => a.State == AssistanceState.Declined || a.State == AssistanceState.Given).ThenByDescending(a => a.Id).Take(Most).ToListAsync(cancel), served, office.Rules);

    public static IReadOnlyList<AssistanceTask> Ordered(IEnumerable<AssistanceTask> rows, IReadOnlyDictionary<long, ServedParty> served, RuleBook rules) =>
        [.. rows.OrderBy(a => !a.IsOpen).ThenBy(a => !a.IsOpen ? 0 : served.TryGetValue(a.ServedId, out var party) ? rules.RankOf(party.Grade) : int.MaxValue).ThenBy(a => a.IsOpen ? a.DueOn : DateOnly.MinValue).ThenByDescending(a => a.Id)];
}
