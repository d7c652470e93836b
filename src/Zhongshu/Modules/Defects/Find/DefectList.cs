using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Defects.Find;

/// One line of the ledger: the slip, how far its review is, and the first day that is missed.
public sealed record DefectRow(Defect Defect, int Steps, int Done, DateOnly? Next, bool IsMine);

/// 错情台账, as the actor sees it; the address is the question.
public sealed record DefectAsk
{
    public string State { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Aspect { get; init; } = "";

    public long Unit { get; init; }

    public string Words { get; init; } = "";

    public int? Year { get; init; }

    private const int Most = 300;

    internal async Task<IReadOnlyList<DefectRow>> ReadAsync(Office office, OrganisationBook book, CancellationToken cancel)
    {
        var asked = Where(DefectCircle.Seen(office, book).AsNoTracking(), office.Actor.PersonId, office.Db.Set<DefectStep>());
        var defects = await asked.OrderBy(d => d.State == DefectState.Closed).ThenByDescending(d => d.On).ThenByDescending(d => d.Id).Take(Most).ToListAsync(cancel);
        var ids = defects.Select(d => d.Id).ToArray();
        var steps = (await office.Db.Set<DefectStep>().AsNoTracking().Where(s => ids.Contains(s.DefectId)).ToListAsync(cancel)).ToLookup(s => s.DefectId);
        return [.. defects.Select(d => new DefectRow(d, steps[d.Id].Count(), steps[d.Id].Count(s => s.DoneOn is not null), steps[d.Id].Where(s => s.DoneOn is null).Select(s => (DateOnly?)s.DueOn).Min(), steps[d.Id].Any(s => s.DoneOn is null && s.OwnerId == office.Actor.PersonId)))];
    }

    private IQueryable<Defect> Where(IQueryable<Defect> defects, long me, IQueryable<DefectStep> steps)
    {
        defects = State switch
        {
            "open" => defects.Where(d => d.State != DefectState.Closed),
            "mine" => defects.Where(d => d.State == DefectState.InReview && steps.Any(s => s.DefectId == d.Id && s.OwnerId == me && s.DoneOn == null)),
            "advice" => defects.Where(d => d.State == DefectState.InReview && d.Approach == DefectRules.OpenDoor),
            "case" => defects.Where(d => d.IsCase),
            _ => defects,
        };
        if (Kind.Length > 0) defects = defects.Where(d => d.Kind == Kind);
        if (Aspect.Length > 0) defects = defects.Where(d => d.Aspect == Aspect);
        if (Unit != 0) defects = defects.Where(d => d.UnitId == Unit);
        if (Words.Length > 0) defects = defects.Where(d => d.Text.Contains(Words) || d.Lesson.Contains(Words) || d.AllScenes.Contains(Words));
        if (Year is not { } year) return defects;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return defects.Where(d => d.On >= from && d.On <= to);
    }
}
