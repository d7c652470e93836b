namespace Zhongshu.Typesetting.Layout;

/// <summary>
/// One line or block that stays whole. Lengths in points.
/// </summary>
/// <param name="Before">White above it, dropped at the top of a page.</param>
/// <param name="Advance">From its top to the top of the next row.</param>
/// <param name="Extent">Its ink: this much must fit on the page.</param>
/// <param name="Draw">Draws it at a top edge.</param>
internal sealed record Row(double Before, double Advance, double Extent, Action<Canvas, double> Draw)
{
    /// <summary>Stays on the page of the row that follows.</summary>
    public bool KeepNext { get; init; }

    /// <summary>Starts a new page.</summary>
    public bool NewPage { get; init; }

    /// <summary>Lies on a turned page (a wide table).</summary>
    public bool Turned { get; init; }

    /// <summary>Row to repeat when a page breaks before this one (the head of a table).</summary>
    public Row? Repeat { get; init; }
}

/// <summary>A page being drawn on, with the seal places found so far.</summary>
internal sealed record Canvas(PageLayout Page, int Index, List<SealPlace> Seals);
