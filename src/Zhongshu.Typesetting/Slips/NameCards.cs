using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Slips;

/// <summary>席卡: the name stands in the lower half; the page is drawn again upside down for the other face.</summary>
internal static class NameCards
{
    private const double PanelMm = 100;
    private const double WidthMm = 165;
    private const double Largest = 150;

    public static DocumentLayout Compose(IReadOnlyList<string> names, LayoutRules rules)
    {
        var frame = new PageFrame(rules);
        var pages = new List<PageLayout>();
        foreach (var name in names.Where(n => n.Length > 0).DefaultIfEmpty("　"))
        {
            var page = frame.NewPage();
            page.Folded = true;
            var count = Math.Max(1, name.EnumerateRunes().Count());
            var width = WidthMm * 72 / 25.4;
            // Two characters are spread as wide as three, so that cards in a row look alike.
            var size = Math.Min(Largest, width / Math.Max(count, 3));
            var spread = count == 2 ? size * 3 : size * count;
            var middle = (frame.Height / 2) + (PanelMm / 2 * 72 / 25.4);
            Setter.Spread(page, name, new TextStyle(FontRole.XiaoBiaoSong, size), (frame.Width - spread) / 2, middle - (size / 2), spread);
            pages.Add(page);
        }

        return new DocumentLayout(pages, [], pages.Count);
    }
}
