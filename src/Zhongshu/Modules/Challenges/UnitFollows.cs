using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Challenges;

/// A unit was merged or abolished: what it offered, what it was chosen for and the field it was in charge of are its successor's, as long as the posting is open. What has ended stays with the unit that did it.
internal sealed class UnitFollows(Office office)
{
    public async Task FollowAsync(Unit gone, Unit successor, CancellationToken cancel)
    {
        var (from, to, ended) = (gone.Id, successor.Id, (int)ChallengeState.Won);
        var sql = office.Db.Database;
        // Where both offered, the one that was chosen stands, or else the successor's own.
        await sql.ExecuteSqlAsync($"DELETE FROM challenge_bid WHERE unit_id = {to} AND challenge_id IN (SELECT id FROM challenge WHERE chosen_unit_id = {from} AND state < {ended})", cancel);
        await sql.ExecuteSqlAsync($"""
            UPDATE challenge_bid SET unit_id = {to} WHERE unit_id = {from} AND challenge_id IN (SELECT id FROM challenge WHERE state < {ended})
            AND NOT EXISTS (SELECT 1 FROM challenge_bid o WHERE o.challenge_id = challenge_bid.challenge_id AND o.unit_id = {to})
            """, cancel);
        await sql.ExecuteSqlAsync($"UPDATE challenge SET chosen_unit_id = {to} WHERE chosen_unit_id = {from} AND state < {ended}", cancel);
        await sql.ExecuteSqlAsync($"UPDATE challenge SET field_unit_id = {to} WHERE field_unit_id = {from} AND state < {ended}", cancel);
    }
}
