using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Modules.Defects.Contracts;
using Zhongshu.Modules.Materials.Contracts;
using Zhongshu.Modules.Regulations.Find;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Handbook;

/// Something that the program holds already, with its page where it has one.
public sealed record FoundText(string Text, string Address = "");

/// One element of a post's handbook; without anything found or written it is a gap.
public sealed record PostPart(PostElement Element, IReadOnlyList<FoundText> Found, PostEntry? Written)
{
    public bool IsGap => Found.Count == 0 && Written is null;
}

/// 岗位手册: a post with its elements.
internal sealed record PostHandbook(Post Post, Unit Unit, IReadOnlyList<string> Holders, IReadOnlyList<PostPart> Parts);

/// 岗位操作手册 put together from what is there: duties, flows, regulations of the section, practice of the library, risk points; what is missing is named.
internal static class PostBook
{
    /// What the elements are filled from, besides the regulations of the classes that the rule names.
    private const string Duty = "duty";
    private const string Flow = "flow";
    private const string Standard = "standard";
    private const string Oversight = "oversight";

    /// Those whose work no handbook of the office lays down.
    private const string Leader = "leader";

    /// Of the sections of one's own unit, by unit and order, without the leaders'.
    public static async Task<IReadOnlyList<PostHandbook>> ReadAsync(Office office, FlowShelf flows, long? only, CancellationToken cancel)
    {
        var view = await RegisterView.ReadAsync(office, cancel);
        var book = view.Book;
        var sections = book.SectionsOf(office.Actor.HomeUnitId).Select(u => u.Id).Prepend(office.Actor.HomeUnitId).ToHashSet();
        var posts = book.Posts.Where(p => sections.Contains(p.UnitId) && (p.Until is null || office.Today <= p.Until) && (only is null || p.Id == only) && !OrganisationBook.RolesOf(p).Contains(Leader, StringComparer.Ordinal)).OrderBy(p => book.Unit(p.UnitId)!.SortOrder).ThenBy(p => p.UnitId).ThenBy(p => p.SortOrder).ThenBy(p => p.Id).ToList();
        var ids = posts.Select(p => p.Id).ToArray();
        var written = (await office.Db.Set<PostEntry>().AsNoTracking().Where(e => ids.Contains(e.PostId)).ToListAsync(cancel)).ToLookup(e => e.PostId);
        var held = new HeldTexts(view, [.. flows.Newest], await RiskText.ReadAsync(office, cancel), await PracticeText.ReadAsync(office, cancel));
        var elements = office.Rules.Value(RegulationRules.PostElements);
        return [.. posts.Select(p => new PostHandbook(p, book.Unit(p.UnitId)!, [.. book.HoldersOf(p.Id, office.Today).Select(h => h.Name)],
            [.. elements.Select(e => new PostPart(e, Found(e, p, held, office.Today), written[p.Id].FirstOrDefault(w => w.Element == e.Id)))]))];
    }

    /// Pure.
    public static IReadOnlyList<FoundText> Found(PostElement element, Post post, HeldTexts held, DateOnly today)
    {
        var found = RegulationChecks.Standing(held.View.Register).Where(r => r.UnitId == post.UnitId && element.Classes.Contains(r.Class, StringComparer.Ordinal)).Select(r => new FoundText($"《{r.Title}》", $"regulations/{r.Id}")).ToList();
        switch (element.Id)
        {
            case Duty:
                found.InsertRange(0, held.View.Book.Duties.Where(d => d.UnitId == post.UnitId && DutyLibrary.IsInEffect(d, today)).Select(d => new FoundText(d.Title)));
                break;
            case Flow:
                found.InsertRange(0, StepsOf(post, held.Flows));
                break;
            case Standard:
                found.AddRange(held.Practice.Where(p => p.UnitId == post.UnitId).Select(p => new FoundText($"实务手册：{p.Title}", $"materials/{p.Id}")));
                break;
            case Oversight:
                found.AddRange(held.Risks.Where(r => r.UnitId == post.UnitId).Select(r => new FoundText($"风险点（{r.Kind}）：{r.Text}；防控：{r.Measure}", "defects/risks")));
                break;
        }

        return found;
    }

    /// The steps of the house's flows that this post holds by its roles.
    private static IEnumerable<FoundText> StepsOf(Post post, IReadOnlyList<FlowDefinition> flows)
    {
        var roles = OrganisationBook.RolesOf(post);
        foreach (var flow in flows)
        {
            var steps = flow.Steps.Where(s => s.Assign is { } who && roles.Contains(who, StringComparer.Ordinal)).Select(s => s.Title).ToList();
            if (steps.Count > 0) yield return new FoundText($"{flow.Title}：{string.Join('、', steps)}");
        }
    }
}

/// What the house holds, read once for all posts.
internal sealed record HeldTexts(RegisterView View, IReadOnlyList<FlowDefinition> Flows, IReadOnlyList<RiskText> Risks, IReadOnlyList<PracticeText> Practice);
