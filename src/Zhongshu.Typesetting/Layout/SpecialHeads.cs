namespace Zhongshu.Typesetting.Layout;

/// <summary>Heads of the special forms (clause 10). Each returns where the title or the text may start.</summary>
internal sealed class SpecialHeads(PageFrame frame, HeadComposer heads)
{
    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    /// <summary>信函: mark, double red rule, number to the right of the first line (10.1). Returns the lower edge of the last element.</summary>
    public double Letter(PageLayout page, DocumentHead head)
    {
        var rules = frame.Rules;
        var mark = heads.Mark(page, head.Issuers, "", rules.Pt("letter.mark.top"));
        var rule = mark + rules.Pt("letter.rule.gap");
        var below = DoubleRule(page, rule, thickFirst: true);
        DoubleRule(page, frame.Height - rules.Pt("letter.rule.bottom"), thickFirst: false);
        var first = below + (rules["letter.first.gap"].Value * frame.Size);
        var corner = heads.Corner(page, head, first);
        Setter.RightAligned(page, head.Number, Body, frame.Right, first);
        return Math.Max(corner - frame.Line, first) + frame.Size;
    }

    /// <summary>命令（令）: mark, then the number two lines below, centred (10.2).</summary>
    public double Order(PageLayout page, DocumentHead head)
    {
        var mark = heads.Mark(page, head.Issuers, head.MarkSuffix, frame.Top + frame.Rules.Pt("order.mark.top"));
        var top = mark + frame.Lines("head.number.blank");
        Setter.Centred(page, head.Number, Body, frame.Left + (frame.AreaWidth / 2), top);
        return top + frame.Size;
    }

    /// <summary>纪要: mark 「×××纪要」, its number, a red rule (10.3).</summary>
    public double Minutes(PageLayout page, DocumentHead head)
    {
        var mark = heads.Mark(page, head.Issuers, head.MarkSuffix, frame.Top + frame.Rules.Pt("minutes.mark.top"));
        var bottom = heads.NumberLine(page, head, mark + frame.Lines("head.number.blank"));
        var rule = bottom + frame.Rules.Pt("head.rule.gap");
        Setter.Rule(page, frame.Left, frame.Right, rule, frame.Rules.Pt("head.rule.weight"), Ink.Red);
        return rule;
    }

    private double DoubleRule(PageLayout page, double y, bool thickFirst)
    {
        var width = frame.Rules.Pt("letter.rule.width");
        var left = (frame.Width - width) / 2;
        double thick = frame.Rules.Pt("letter.rule.thick"), thin = frame.Rules.Pt("letter.rule.thin");
        var gap = thick + thin;
        Setter.Rule(page, left, left + width, y, thickFirst ? thick : thin, Ink.Red);
        Setter.Rule(page, left, left + width, y + gap, thickFirst ? thin : thick, Ink.Red);
        return y + gap;
    }
}
