using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Portals;

public sealed record PortalWord(string Id, string Word);

/// What the rules say of the one entry and of the sites.
internal static class PortalRules
{
    public static readonly RuleKey<IReadOnlyList<string>> Groups = RuleKey.List("portal.groups", "统一入口");

    public static readonly RuleKey<IReadOnlyList<PortalWord>> Levels = RuleKey.Table("portal.levels", "站点台账", r => new PortalWord(r.Text("id"), r.Text("word")));

    /// 七统一 and 六有.
    public static readonly RuleKey<IReadOnlyList<PortalWord>> United = RuleKey.Table("portal.united", "站点台账", r => new PortalWord(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<PortalWord>> Having = RuleKey.Table("portal.having", "站点台账", r => new PortalWord(r.Text("id"), r.Text("word")));

    public static readonly RuleNeeds Needs = new([Groups, Levels, United, Having], [Usable]);

    /// Both lists of things to be looked at, with the name of each.
    public static IReadOnlyList<(string List, IReadOnlyList<PortalWord> Items)> Lists(RuleBook rules) => [("七统一", rules.Value(United)), ("六有", rules.Value(Having))];

    private static IEnumerable<(RuleKey Key, string Message)> Usable(RuleBook book)
    {
        if (book.Value(Groups).Count == 0) yield return (Groups, "至少要有一组。");
        if (book.Value(Groups).Any(g => g.Length > 40)) yield return (Groups, "每个组名最多40字。");
        if (book.Value(Levels).Count == 0) yield return (Levels, "至少要有一级。");
        if (book.Value(United).Select(u => u.Id).Intersect(book.Value(Having).Select(h => h.Id), StringComparer.Ordinal).Any()) yield return (Having, "编号不能与“七个统一”的重复。");
    }
}
