using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Letter;

/// 材料梳理: why it was reported, what it says at heart, how it came about; and the item's own scheme (一事一策).
internal sealed record Digest(string Purpose, string Gist, string Course, string Scheme)
{
    public static Digest Of(SupervisionItem item) => new(item.Purpose, item.Gist, item.Course, item.Scheme);

    public static Digest Posted(IFormCollection form) =>
        new(form["purpose"].ToString().Trim(), form["gist"].ToString().Trim(), form["course"].ToString().Trim(), form["scheme"].ToString().Trim());

    /// What is longer than the item keeps; null when nothing is. Pure.
    public Refusal? TooLong()
    {
        foreach (var (text, name, field, most) in new[] { (Purpose, "报件初衷", "purpose", 1000), (Gist, "核心观点", "gist", 1000), (Course, "来龙去脉", "course", 2000), (Scheme, "督查方案", "scheme", 4000) })
            if (text.Length > most) return SupervisionRefusals.TooLong(field, name, most, text.Length);
        return null;
    }

    /// What is still to be written before the letter goes; null when all is there. Pure.
    public Refusal? Missing()
    {
        var missing = new[] { (Purpose, "报件初衷", "purpose"), (Gist, "核心观点", "gist"), (Course, "来龙去脉", "course") }.Where(m => m.Item1.Length == 0).ToList();
        return missing.Count == 0 ? null : new Refusal("supervision.digest", $"发函前请先梳理材料，还缺{string.Join('、', missing.Select(m => m.Item2))}。吃不准的，先与报件单位或领导秘书沟通清楚，防止“带病督办”。") { Field = missing[0].Item3 };
    }
}

internal sealed class SortMaterial(Office office)
{
    public async Task<Outcome<Done>> RunAsync(string code, Digest digest, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("梳理材料");
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == SupervisionKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"督办事项 {code}");
        if (digest.TooLong() is { } longer) return longer;
        var item = await office.Db.Set<SupervisionItem>().SingleAsync(i => i.MatterId == matter.Id, cancel);
        if (Digest.Of(item) == digest) return Done.Yes;
        (item.Purpose, item.Gist, item.Course, item.Scheme) = (digest.Purpose, digest.Gist, digest.Course, digest.Scheme);
        office.Db.Record(matter, new Platform.Trail.Act("supervision.digest", digest.Scheme.Length > 0 ? "梳理材料，制定督查方案" : "梳理材料"), office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
