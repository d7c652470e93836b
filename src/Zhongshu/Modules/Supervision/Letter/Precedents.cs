using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Letter;

/// A former instruction on something like it, with what became of it.
public sealed record Precedent(string Code, string Title, string Leader, string Quote, DateOnly On, string Standing, bool Blames);

/// 过往类似批示, for whoever writes the advice: the likest former items of this house that the reader may know, and a word when one leader instructed on it again and again.
internal sealed record Precedents(IReadOnlyList<Precedent> Like, string Warning)
{
    private const int Looked = 3000;
    private const int Shown = 5;

    public static readonly Precedents None = new([], "");

    public static async Task<Precedents> FindAsync(Office office, string code, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var rows = await (from item in office.Db.Set<SupervisionItem>().Parts().AsNoTracking() join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id join basis in office.Db.Set<Basis>().Parts() on item.MatterId equals basis.MatterId
            where item.UnitId == unit && basis.Quote != "" orderby item.MatterId descending
            select new { matter.Code, matter.Title, basis.LeaderId, basis.LeaderName, basis.Quote, basis.WrittenOn, item.DocketedAt, item.IsOpen, matter.Stage, matter.State }).Take(Looked).ToListAsync(cancel);
        var own = rows.Where(r => r.Code == code).ToList();
        var title = own.Count > 0 ? own[0].Title : await office.Db.Set<Matter>().Where(m => m.Code == code).Select(m => m.Title).SingleOrDefaultAsync(cancel) ?? "";
        var least = (double)office.Rules.Value(SupervisionRules.PrecedentLikeness);
        var like = rows.Where(r => r.Code != code).Select(r => (Row: r, Share: Likeness.Of(title, r.Title))).Where(r => r.Share >= least).OrderByDescending(r => r.Share).ToList();
        var blame = office.Rules.Value(SupervisionRules.BlameWords);
        var shown = like.Take(Shown).Select(r => new Precedent(r.Row.Code, r.Row.Title, r.Row.LeaderName, r.Row.Quote, r.Row.WrittenOn ?? OfficeDay.Of(r.Row.DocketedAt),
            r.Row.IsOpen ? r.Row.Stage : r.Row.State == MatterState.Closed ? "已办结" : "已撤销", blame.Any(b => r.Row.Quote.Contains(b, StringComparison.Ordinal)))).ToList();
        var again = own.Select(o => o.LeaderId).OfType<long>().Select(l => (Leader: own.First(o => o.LeaderId == l).LeaderName, Times: like.Where(r => r.Row.LeaderId == l).Select(r => r.Row.Code).Distinct().Count())).FirstOrDefault(l => l.Times > 0);
        return new Precedents(shown, again.Times > 0 ? $"{again.Leader}对同类事项已有{again.Times}件批示，请说明以往办理情况，督办意见应比以往更实。" : "");
    }
}
