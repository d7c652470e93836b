using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Kindred;

/// An item of the same class, or one that may be.
public sealed record KindredRow(long Id, string Code, string Title, string Standing);

/// 同类事项: 解决一件事促成解决一类事. Items of one class are linked with each other; whoever is linked to one is linked to all.
internal sealed class LinkKindred(Office office, TaskDesk desk)
{
    public const string Relation = "同类";
    private const int Looked = 3000;
    private const int Offered = 20;
    private const int Most = 50;

    public async Task<Outcome<int>> LinkAsync(string code, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("列出同类事项");
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        var wanted = codes.Where(c => c != code).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0) return new Refusal("supervision.kindred-none", "请勾选同类的督办事项。") { Field = "codes" };
        var others = await office.Db.Set<Matter>().AsNoTracking().Where(m => wanted.Contains(m.Code) && m.Kind == SupervisionKindOfMatter.Name).Select(m => m.Id).ToListAsync(cancel);
        if (others.Count < wanted.Count) return Refusal.NotFound("勾选的督办事项");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var all = new SortedSet<long>(others) { of.Matter.Id };
        foreach (var id in all.ToList()) all.UnionWith(await OfAsync(office, id, cancel));
        if (all.Count > Most) return new Refusal("supervision.kindred-many", $"一类最多{Most}件，合起来有{all.Count}件。请分成几类，或列为专题。") { Kind = RefusalKind.Conflict };
        var members = all.ToArray();
        var known = (await office.Db.Set<MatterLink>().Where(l => l.Relation == Relation && members.Contains(l.FromId)).Select(l => new { l.FromId, l.ToId }).ToListAsync(cancel)).Select(l => (l.FromId, l.ToId)).ToHashSet();
        var added = 0;
        // One row a pair, the elder first: a class has no direction, so it has no circle either.
        foreach (var elder in members)
            foreach (var younger in members.Where(m => m > elder && !known.Contains((elder, m))))
            {
                office.Db.Add(new MatterLink { FromId = elder, ToId = younger, Relation = Relation });
                added++;
            }

        if (added > 0) office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.kindred", $"列为同类事项，共{members.Length}件一并研究解决"), office.Ids, office.Now);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return members.Length;
    }

    public static async Task<IReadOnlyList<KindredRow>> ListAsync(Office office, long matterId, CancellationToken cancel)
    {
        var ids = (await OfAsync(office, matterId, cancel)).ToArray();
        if (ids.Length == 0) return [];
        var rows = await office.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).OrderByDescending(m => m.Id).ToListAsync(cancel);
        return [.. rows.Select(Row)];
    }

    /// The likest items of the house that are not linked yet, open or closed.
    public static async Task<IReadOnlyList<KindredRow>> OfferAsync(Office office, Matter matter, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var linked = (await OfAsync(office, matter.Id, cancel)).Append(matter.Id).ToHashSet();
        var least = (double)office.Rules.Value(SupervisionRules.PrecedentLikeness);
        var rows = await (from item in office.Db.Set<SupervisionItem>().Parts().AsNoTracking() join other in office.Db.Set<Matter>() on item.MatterId equals other.Id where item.UnitId == unit orderby item.MatterId descending select other).Take(Looked).ToListAsync(cancel);
        return [.. rows.Where(r => !linked.Contains(r.Id)).Select(r => (r, Share: Likeness.Of(matter.Title, r.Title))).Where(r => r.Share >= least).OrderByDescending(r => r.Share).Take(Offered).Select(r => Row(r.r))];
    }

    private static KindredRow Row(Matter matter) => new(matter.Id, matter.Code, matter.Title, matter.IsOpen ? matter.Stage : matter.State == MatterState.Ended ? "已撤销" : "已办结");

    private static Task<List<long>> OfAsync(Office office, long id, CancellationToken cancel) =>
        office.Db.Set<MatterLink>().Where(l => l.Relation == Relation && (l.FromId == id || l.ToId == id)).Select(l => l.FromId == id ? l.ToId : l.FromId).ToListAsync(cancel);
}
