using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Layout;

/// <summary>
/// The page in points. The type area holds its lines exactly: the first em box touches its top, the last its bottom
/// (3.2, 5.2.3), so a line is (225 mm − 16 pt) / 21 high and a character 156 mm / 28 wide.
/// </summary>
internal sealed class PageFrame
{
    public PageFrame(LayoutRules rules)
    {
        Rules = rules;
        Width = rules.Pt("page.width");
        Height = rules.Pt("page.height");
        Left = rules.Pt("area.left");
        Top = rules.Pt("area.top");
        AreaWidth = rules.Pt("area.width");
        AreaHeight = rules.Pt("area.height");
        Size = rules.Pt("size.body");
        Char = AreaWidth / rules["grid.chars"].Value;
        Line = (AreaHeight - Size) / (rules["grid.lines"].Value - 1);
    }

    public LayoutRules Rules { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double Top { get; }

    public double AreaWidth { get; }

    public double AreaHeight { get; }

    public double Right => Left + AreaWidth;

    public double Bottom => Top + AreaHeight;

    /// <summary>Left edge of the text on a turned page: the lower edge of the upright one.</summary>
    public double TurnedLeft => Height - Bottom;

    /// <summary>Em of the body text.</summary>
    public double Size { get; }

    /// <summary>Width of one character of the grid (3.1).</summary>
    public double Char { get; }

    /// <summary>Distance from one line of the grid to the next (3.2).</summary>
    public double Line { get; }

    /// <summary>What each full-width character gives up so that 28 fit.</summary>
    public double Tracking => Char - Size;

    public double Lines(string id) => Rules[id].Value * Line;

    public double Chars(string id) => Rules[id].Value * Char;

    public PageLayout NewPage() => new(Width, Height);
}
