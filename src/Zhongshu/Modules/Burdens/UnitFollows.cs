using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens;

/// A unit was merged or abolished: what it has not filled in and not answered yet is asked of its successor. What was answered stays as it was answered, and so does the ledger of what it issued.
internal sealed class UnitFollows(Office office)
{
    public async Task FollowAsync(Unit gone, Unit successor, CancellationToken cancel)
    {
        var (from, to, assigned) = (gone.Id, successor.Id, (int)ReportState.Assigned);
        var sql = office.Db.Database;
        await sql.ExecuteSqlAsync($"UPDATE burden_report SET handler_id = {to} WHERE handler_id = {from} AND state = {assigned}", cancel);
        await sql.ExecuteSqlAsync($"DELETE FROM burden_form_unit WHERE unit_id = {from} AND answered_at IS NULL AND EXISTS (SELECT 1 FROM burden_form_unit o WHERE o.form_id = burden_form_unit.form_id AND o.unit_id = {to})", cancel);
        await sql.ExecuteSqlAsync($"UPDATE burden_form_unit SET unit_id = {to} WHERE unit_id = {from} AND answered_at IS NULL", cancel);
        await RatingsFollow.RunAsync(office.Db, from, to, cancel);
    }
}
