using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Burdens.Ledger;

/// What one unit has to do for all of this, in one list.
internal sealed record OwedByUnit(IReadOnlyList<(AskedForm Form, bool Answered)> Forms, IReadOnlyList<BurdenReport> Reports, IReadOnlyList<RatingRound> Rounds, IReadOnlyList<BurdenReport> Cases)
{
    public static async Task<OwedByUnit> ReadAsync(Office office, long keeper, long unit, CancellationToken cancel)
    {
        var today = office.Today;
        var forms = await (
            from asked in office.Db.Set<FormUnit>().AsNoTracking()
            join form in office.Db.Set<AskedForm>() on asked.FormId equals form.Id
            join entry in office.Db.Set<BurdenEntry>() on form.EntryId equals entry.Id
            where asked.UnitId == unit && entry.State == EntryState.Counted && (asked.AnsweredAt == null || form.DueOn >= today)
            orderby form.DueOn
            select new { form, Answered = asked.AnsweredAt != null }).Take(50).ToListAsync(cancel);
        var reports = await office.Db.Set<BurdenReport>().AsNoTracking().Where(r => r.KeeperId == keeper && r.HandlerId == unit && r.State == ReportState.Assigned).OrderBy(r => r.DueOn).ToListAsync(cancel);
        var part = office.Db.Set<RatingUnit>();
        var done = office.Db.Set<RatingDone>();
        var rounds = await office.Db.Set<RatingRound>().AsNoTracking().Where(r => r.PublishedAt == null && r.Until >= today && part.Any(u => u.RoundId == r.Id && u.Rates && u.UnitId == unit)
            && done.Count(d => d.RoundId == r.Id && d.RaterId == unit) < part.Count(u => u.RoundId == r.Id && !u.Rates)).ToListAsync(cancel);
        var checks = office.Db.Set<SelfCheck>();
        var cases = await office.Db.Set<BurdenReport>().AsNoTracking().Where(r => r.KeeperId == keeper && r.PublishedOn != null && !checks.Any(c => c.ReportId == r.Id && c.UnitId == unit)).OrderBy(r => r.PublishedOn).Take(20).ToListAsync(cancel);
        return new OwedByUnit([.. forms.Select(f => (f.form, f.Answered))], reports, rounds, cases);
    }
}
