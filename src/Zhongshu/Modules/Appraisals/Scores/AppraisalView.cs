using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Appraisals.Scores;

/// An appraisal as it stands now, computed from its papers; and what this reader may see of it.
public sealed record AppraisalView(AppraisalScheme Scheme, IReadOnlyList<AppraisedUnit> Units, IReadOnlyList<UnitScore> Scores, IReadOnlyList<StrippedFactor> Stripped, int Opinions)
{
    /// 自动抓取比例: the share of the weight that the house measures itself.
    public int Automatic => Scores.Count == 0 ? 0 : Scores[0].Indicators.Where(i => i.Indicator.IsQuantitative).Sum(i => i.Indicator.Weight);

    internal static async Task<AppraisalView?> ReadAsync(Office office, long id, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (await office.Db.Set<AppraisalScheme>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } scheme || scheme.KeeperId != UnitCircle.KeeperOf(book, office.Actor)) return null;
        var units = await office.Db.Set<AppraisedUnit>().AsNoTracking().Where(u => u.SchemeId == id).ToListAsync(cancel);
        if (!SeesWhole(office.Actor) && (scheme.State == SchemeState.Open || units.TrueForAll(u => u.UnitId != UnitCircle.SpeaksFor(book, office.Actor)))) return null;
        var ids = units.Select(u => u.UnitId).ToList();
        var opinions = await office.Db.Set<AppraisalOpinion>().AsNoTracking().Where(o => o.SchemeId == id).ToListAsync(cancel);
        var stripped = await office.Db.Set<StrippedFactor>().AsNoTracking().Where(s => s.SchemeId == id).ToListAsync(cancel);
        var papers = new ScorePapers(await office.Db.Set<AppraisalIndicator>().AsNoTracking().Where(i => i.SchemeId == id).OrderBy(i => i.Place).ToListAsync(cancel), ids, WeightsOf(scheme))
        {
            Figures = scheme.State == SchemeState.Open ? await FiguresTaken.ReadAsync(office, ids, (scheme.FirstDay, scheme.LastDay), cancel) : await KeptAsync(office, id, cancel),
            Opinions = opinions,
            Stripped = stripped,
        };
        return new AppraisalView(scheme, units, Scoring.Of(papers), stripped, opinions.Count);
    }

    internal static IReadOnlyList<int> WeightsOf(AppraisalScheme scheme) => [.. scheme.PartyWeights.Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture))];

    internal static bool SeesWhole(Actor actor) => actor.May(AppraisalsModule.Manage) || actor.May(AppraisalsModule.Read);

    /// What was taken when the results were told stands, whatever happens in the ledgers afterwards.
    private static async Task<IReadOnlyDictionary<(string Figure, long Unit), FigureTaken>> KeptAsync(Office office, long id, CancellationToken cancel) =>
        (await office.Db.Set<AppraisalFigure>().AsNoTracking().Where(f => f.SchemeId == id).ToListAsync(cancel)).ToDictionary(f => (f.Figure, f.UnitId), f => new FigureTaken(f.Value, f.Words, f.Address));
}
