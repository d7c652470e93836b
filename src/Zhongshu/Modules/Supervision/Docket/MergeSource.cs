using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Docket;

/// 并案: another source of the same thing joins the item that is open already; the leader sees it from then on.
internal sealed class MergeSource(Office office, DocketItem docket)
{
    public async Task<Outcome<string>> RunAsync(string code, DocketForm form, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == SupervisionKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"督办事项 {code}");
        if (matter.RefusesWork() is { } no) return no;
        if (form.OpinionId is { } opinion && await office.Db.Set<Basis>().AnyAsync(b => b.MatterId == matter.Id && b.OpinionId == opinion, cancel))
            return new Refusal("supervision.merged", $"这条批示已经在 {code} 中，无需再并。") { Kind = RefusalKind.Conflict };
        if (form.FromMatterId is { } from && await office.Db.Set<MatterLink>().AnyAsync(l => l.FromId == matter.Id && l.ToId == from && l.Relation == DocketItem.Relation, cancel))
            form = form with { FromMatterId = null };
        docket.AddBasis(matter.Id, form);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        if (form.LeaderId is { } leader) office.Db.Grant(matter, Participant.Person(leader), "交办领导", office.Now);
        var what = form.LeaderName.Length > 0 ? $"{form.LeaderName}批示" : form.Origin;
        office.Db.Record(matter, new Platform.Trail.Act("supervision.merged", $"并案督办：{what}") { Quote = form.Quote.Length == 0 ? null : form.Quote }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return code;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
