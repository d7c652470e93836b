namespace Zhongshu.Typesetting.Layout;

/// <summary>版头 of the document form (clause 7.2). Draws on page 1 and returns the lower edge of the red rule.</summary>
/// <param name="frame">The page.</param>
/// <param name="share">How much of the type area a stacked mark may take.</param>
internal sealed class HeadComposer(PageFrame frame, double share = HeadComposer.Largest)
{
    /// <summary>The share of a stacked mark when there is room.</summary>
    public const double Largest = 0.4;

    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    public static bool IsEmpty(DocumentHead head) =>
        head.Issuers.Count == 0 && head.Number.Length == 0 && head.Approvers.Count == 0
        && head.CopyNumber.Length + head.Classification.Length + head.Urgency.Length == 0;

    public double Draw(PageLayout page, DocumentHead head)
    {
        Corner(page, head, frame.Top);
        var bottom = Mark(page, head.Issuers, head.MarkSuffix, frame.Top + frame.Rules.Pt("head.mark.top"));
        var number = NumberLine(page, head, bottom + frame.Lines("head.number.blank"));
        var rule = number + frame.Rules.Pt("head.rule.gap");
        Setter.Rule(page, frame.Left, frame.Right, rule, frame.Rules.Pt("head.rule.weight"), Ink.Red);
        return rule;
    }

    /// <summary>份号 on line 1, 密级 on line 2, 紧急程度 on the next free line (7.2.1 to 7.2.3).</summary>
    public double Corner(PageLayout page, DocumentHead head, double top)
    {
        var line = 0;
        var black = Body with { Face = FontRole.HeiTi };
        if (head.CopyNumber.Length > 0) Setter.Text(page, head.CopyNumber, Body, frame.Left, top + (frame.Line * line++));
        if (head.Classification.Length > 0)
        {
            line = Math.Max(line, head.CopyNumber.Length > 0 ? 1 : 0);
            Setter.Text(page, head.Classification, black, frame.Left, top + (frame.Line * line++));
        }

        if (head.Urgency.Length > 0) Setter.Text(page, head.Urgency, black, frame.Left, top + (frame.Line * line++));
        return top + (frame.Line * line);
    }

    /// <summary>发文机关标志 (7.2.4): one line, or for a joint document the names stacked with 文件 to their right.</summary>
    public double Mark(PageLayout page, IReadOnlyList<string> issuers, string suffix, double top)
    {
        if (issuers.Count == 0) return top;
        if (issuers.Count == 1) return SingleMark(page, issuers[0] + suffix, top);
        var longest = issuers.Max(n => n.EnumerateRunes().Count());
        var suffixLength = suffix.EnumerateRunes().Count();
        var ems = longest + suffixLength + (suffixLength > 0 ? 0.6 : 0);
        var leading = frame.Rules["head.mark.leading"].Value;
        var style = MarkStyle(ems, frame.AreaHeight * share / issuers.Count / leading);
        var em = style.Size * style.Stretch;
        var left = frame.Left + ((frame.AreaWidth - (ems * em)) / 2);
        for (var i = 0; i < issuers.Count; i++)
            Setter.Spread(page, issuers[i], style, left, top + (i * style.Size * leading), longest * em);
        var height = style.Size * (((issuers.Count - 1) * leading) + 1);
        Setter.Text(page, suffix, style, left + ((longest + 0.6) * em), top + ((height - style.Size) / 2));
        return top + height;
    }

    private double SingleMark(PageLayout page, string mark, double top)
    {
        var count = mark.EnumerateRunes().Count();
        var style = MarkStyle(count, double.MaxValue);
        var width = Math.Min(frame.AreaWidth, count * style.Size * style.Stretch * (count < 7 ? 1.35 : 1));
        Setter.Spread(page, mark, style, frame.Left + ((frame.AreaWidth - width) / 2), top, width);
        return top + style.Size;
    }

    /// <summary>A long mark is set narrower before it is set smaller, as printed heads are.</summary>
    private TextStyle MarkStyle(double ems, double tallest)
    {
        const double Narrowest = 0.8;
        var max = Math.Min(frame.Rules.Pt("size.mark.max"), tallest);
        var natural = frame.AreaWidth / Math.Max(1, ems);
        var size = Math.Min(max, Math.Max(natural / Narrowest, Math.Min(max, frame.Rules.Pt("size.mark.min"))));
        return new TextStyle(FontRole.XiaoBiaoSong, size, 0, Ink.Red, Math.Min(1, natural / size));
    }

    /// <summary>发文字号 centred, or left with 签发人 to the right, on the line of the last 签发人 (7.2.5, 7.2.6).</summary>
    public double NumberLine(PageLayout page, DocumentHead head, double top)
    {
        if (head.Approvers.Count == 0)
        {
            Setter.Centred(page, head.Number, Body, frame.Left + (frame.AreaWidth / 2), top);
            return top + frame.Size;
        }

        var rows = (head.Approvers.Count + 1) / 2;
        var name = Body with { Face = FontRole.KaiTi };
        var column = head.Approvers.Max(a => Setter.Width(a, name)) + frame.Char;
        var columns = Math.Min(2, head.Approvers.Count);
        var side = frame.Chars("head.side.indent");
        var names = frame.Right - side - (columns * column) + frame.Char;
        var last = top + ((rows - 1) * frame.Line);
        Setter.Text(page, head.Number, Body, frame.Left + side, last);
        Setter.RightAligned(page, "签发人：", Body, names, top);
        for (var i = 0; i < head.Approvers.Count; i++)
            Setter.Text(page, head.Approvers[i], name, names + (i % 2 * column), top + (i / 2 * frame.Line));
        return last + frame.Size;
    }
}
