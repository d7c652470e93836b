using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>版记 (clause 7.4): drawn upwards from the lower edge of the type area.</summary>
internal sealed class ImprintComposer(PageFrame frame)
{
    private TextStyle Small => new(FontRole.FangSong, frame.Rules.Pt("size.imprint"));

    private double Side => frame.Chars("imprint.side");

    private double Leading => frame.Rules.Pt("imprint.leading");

    /// <summary>Height of the whole, rules included; 0 where nothing is printed.</summary>
    public double Height(Imprint imprint) => Items(imprint).Sum(i => i.Lines) * Leading;

    public void Draw(PageLayout page, Imprint imprint, bool ruled)
    {
        var items = Items(imprint);
        var top = frame.Bottom - (items.Sum(i => i.Lines) * Leading);
        double thick = frame.Rules.Pt("imprint.rule.thick"), thin = frame.Rules.Pt("imprint.rule.thin");
        for (var i = 0; i < items.Count; i++)
        {
            if (ruled && items[i].RuleAbove) Setter.Rule(page, frame.Left, frame.Right, top, i == 0 ? thick : thin);
            items[i].Draw(page, top + ((Leading - Small.Size) / 2));
            top += items[i].Lines * Leading;
        }

        if (ruled && items.Count > 0) Setter.Rule(page, frame.Left, frame.Right, top, thick);
    }

    private List<Item> Items(Imprint imprint)
    {
        var items = new List<Item>();
        if (imprint.Recipients.Length > 0) items.Add(Names("主送：", imprint.Recipients, ruleAbove: true));
        // 主送机关 stands above 抄送机关 with no rule between them (7.4.2).
        if (imprint.Copies.Length > 0) items.Add(Names("抄送：", imprint.Copies, ruleAbove: items.Count == 0));
        if (imprint.PrintingOffice.Length + imprint.PrintingDate.Length == 0) return items;
        var date = imprint.PrintingDate.Length == 0 ? "" : imprint.PrintingDate + "印发";
        var room = frame.AreaWidth - (2 * Side) - Setter.Width(date, Small) - Small.Size;
        var letters = Setter.Letters(imprint.PrintingOffice, Small);
        var lines = LineBreaker.Break(letters, room, room);
        items.Add(new Item(Math.Max(1, lines.Count), true, (page, top) =>
        {
            for (var i = 0; i < lines.Count; i++)
                Setter.Line(page, letters, lines[i], frame.Left + Side, top + (i * Leading), room);
            Setter.RightAligned(page, date, Small, frame.Right - Side, top + ((Math.Max(1, lines.Count) - 1) * Leading));
        }));
        return items;
    }

    /// <summary>Names hang after the colon and close with a full stop.</summary>
    private Item Names(string label, string names, bool ruleAbove)
    {
        var letters = Setter.Letters(names + "。", Small);
        var indent = Setter.Width(label, Small);
        var width = frame.AreaWidth - (2 * Side) - indent;
        var lines = LineBreaker.Break(letters, width, width);
        return new Item(lines.Count, ruleAbove, (page, top) =>
        {
            Setter.Text(page, label, Small, frame.Left + Side, top);
            for (var i = 0; i < lines.Count; i++)
                Setter.Line(page, letters, lines[i], frame.Left + Side + indent, top + (i * Leading), width);
        });
    }

    private sealed record Item(int Lines, bool RuleAbove, Action<PageLayout, double> Draw);
}
