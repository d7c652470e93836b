using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Modules.Burdens.Ratings;

/// A unit was merged or abolished while a round is under way: its successor rates and is rated in its place. A published round stays as it was told.
internal static class RatingsFollow
{
    public static async Task RunAsync(OfficeDb db, long from, long to, CancellationToken cancel)
    {
        await RatedAsync(db, from, to, cancel);
        var sql = db.Database;
        // What the unit rated already its successor does not rate again, and nobody rates itself.
        await sql.ExecuteSqlAsync($"""
            UPDATE rating_done SET rater_id = {to} WHERE rater_id = {from} AND rated_id <> {to} AND round_id IN (SELECT id FROM rating_round WHERE published_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM rating_done o WHERE o.round_id = rating_done.round_id AND o.rater_id = {to} AND o.rated_id = rating_done.rated_id)
            """, cancel);
        await sql.ExecuteSqlAsync($"""
            DELETE FROM rating_unit WHERE unit_id = {from} AND rates AND round_id IN (SELECT id FROM rating_round WHERE published_at IS NULL)
            AND EXISTS (SELECT 1 FROM rating_unit o WHERE o.round_id = rating_unit.round_id AND o.unit_id = {to})
            """, cancel);
        await sql.ExecuteSqlAsync($"UPDATE rating_unit SET unit_id = {to} WHERE unit_id = {from} AND rates AND round_id IN (SELECT id FROM rating_round WHERE published_at IS NULL)", cancel);
        await sql.ExecuteSqlAsync($"""
            UPDATE rating_round SET keeper_id = {to} WHERE keeper_id = {from} AND published_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM rating_round o WHERE o.keeper_id = {to} AND o.title = rating_round.title)
            """, cancel);
    }

    /// Where both are rated, each keeps its own sheets: put together, one rater's two sheets would count as a group of two.
    private static async Task RatedAsync(OfficeDb db, long from, long to, CancellationToken cancel)
    {
        var sql = db.Database;
        await sql.ExecuteSqlAsync($"""
            DELETE FROM rating_unit WHERE unit_id = {to} AND rates AND round_id IN (
                SELECT u.round_id FROM rating_unit u JOIN rating_round r ON r.id = u.round_id WHERE u.unit_id = {from} AND NOT u.rates AND r.published_at IS NULL)
            """, cancel);
        var (units, open) = (db.Set<RatingUnit>(), db.Set<RatingRound>().Where(r => r.PublishedAt == null));
        var rounds = await units.Where(u => u.UnitId == from && !u.Rates && open.Any(r => r.Id == u.RoundId) && !units.Any(o => o.RoundId == u.RoundId && o.UnitId == to)).Select(u => u.RoundId).ToListAsync(cancel);
        foreach (var round in rounds)
        {
            await sql.ExecuteSqlAsync($"UPDATE rating_sheet SET rated_id = {to} WHERE rated_id = {from} AND round_id = {round}", cancel);
            await sql.ExecuteSqlAsync($"UPDATE rating_done SET rated_id = {to} WHERE rated_id = {from} AND round_id = {round}", cancel);
            await sql.ExecuteSqlAsync($"UPDATE rating_unit SET unit_id = {to} WHERE unit_id = {from} AND NOT rates AND round_id = {round}", cancel);
        }
    }
}
