using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Burdens.Forms;

/// One form in figures: how many units, what each had to write, what was spared them.
public sealed record FormLoad(int Units, int Asked, int Spared, int Minutes);

/// A year's forms: how many, how many fields written, how many spared, how many hours.
public sealed record FormFigures(int Forms, int Fields, int Spared, decimal Hours)
{
    /// 省去比例: fields that nobody had to write, of all.
    public decimal? SparedShare => Fields + Spared == 0 ? null : (decimal)Spared / (Fields + Spared);

    /// Pure.
    public static FormFigures Of(IReadOnlyCollection<FormLoad> loads) =>
        new(loads.Count, loads.Sum(l => l.Units * l.Asked), loads.Sum(l => l.Units * l.Spared), Math.Round(loads.Sum(l => (decimal)l.Units * l.Minutes) / 60, 1));

    internal static async Task<FormFigures> ReadAsync(Office office, long keeper, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(days.From), OfficeDay.Start(days.To.AddDays(1)));
        var questions = office.Db.Set<FormQuestion>();
        var units = office.Db.Set<FormUnit>();
        var loads = await (
            from form in office.Db.Set<AskedForm>().AsNoTracking()
            join entry in office.Db.Set<BurdenEntry>() on form.EntryId equals entry.Id
            where form.KeeperId == keeper && form.At >= since && form.At < until && entry.State == EntryState.Counted
            select new FormLoad(units.Count(u => u.FormId == form.Id), questions.Count(q => q.FormId == form.Id && (q.Mode == QuestionMode.Ask || q.Mode == QuestionMode.Renew)),
                questions.Count(q => q.FormId == form.Id && (q.Mode == QuestionMode.Reuse || q.Mode == QuestionMode.Known)), form.Minutes)).ToListAsync(cancel);
        return Of(loads);
    }
}
