using Zhongshu.Platform.Access;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Shell.Layout;

/// One of the seven places of the menu with what the actor may open in it.
internal sealed record Place(string Name, IReadOnlyList<MenuEntry> Entries, MenuEntry? Current)
{
    public bool IsCurrent => Current is not null;

    public string Href => Entries[0].Href;

    /// The entries under their headings; all in one group without a heading where they are few enough to be taken in at a glance.
    public IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> Groups =>
        Entries.Count <= FewEntries ? [("", Entries)] : [.. Entries.GroupBy(e => e.Heading, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<MenuEntry>)[.. g]))];

    private const int FewEntries = 6;
}

/// The menu as one actor sees it, with the place where the page stands.
internal static class Places
{
    public static readonly IReadOnlyList<string> Names = ["工作台", "办文", "办会", "办事", "查询", "统计", "设置"];

    public static IReadOnlyList<Place> For(Actor actor, IEnumerable<MenuEntry> menu, string path)
    {
        var open = menu.Where(e => e.Permission.Length == 0 || actor.May(e.Permission)).OrderBy(e => e.Order).DistinctBy(e => e.Href).ToList();
        var current = open.Where(e => Covers(e.Href, path)).MaxBy(e => e.Href.Length);
        return [.. Names.Select(name => new Place(name, [.. open.Where(e => e.Group == name)], current?.Group == name ? current : null)).Where(p => p.Entries.Count > 0)];
    }

    private static bool Covers(string href, string path)
    {
        var target = href.Split('?')[0];
        return target == path || (target != "/" && path.StartsWith(target + "/", StringComparison.Ordinal));
    }
}
