namespace Zhongshu.Typesetting.Layout;

/// <summary>Black or the red of the head.</summary>
public enum Ink
{
    /// <summary>Black.</summary>
    Black,

    /// <summary>Red.</summary>
    Red,
}

/// <summary>One character in its place. Lengths in points from the top left corner of the page.</summary>
/// <param name="Code">Unicode scalar value.</param>
/// <param name="Face">Face it is set in.</param>
/// <param name="Size">Size of the em.</param>
/// <param name="X">Left edge of the em box.</param>
/// <param name="Top">Top edge of the em box.</param>
/// <param name="Advance">Width given to it.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Stretch">Horizontal scale, 1 for the natural width.</param>
public readonly record struct PlacedGlyph(int Code, FontRole Face, double Size, double X, double Top, double Advance, Ink Ink, double Stretch);

/// <summary>A straight line, horizontal or vertical, given by its middle axis. Lengths in points.</summary>
/// <param name="X1">Start.</param>
/// <param name="Y1">Start, from the top.</param>
/// <param name="X2">End.</param>
/// <param name="Y2">End, from the top.</param>
/// <param name="Weight">Thickness.</param>
/// <param name="Ink">Its colour.</param>
public readonly record struct PlacedRule(double X1, double Y1, double X2, double Y2, double Weight, Ink Ink);

/// <summary>The place a seal is to cover (用印位置), in points.</summary>
/// <param name="Page">Page index from 0.</param>
/// <param name="Signatory">Whose seal.</param>
/// <param name="CentreX">Centre.</param>
/// <param name="CentreY">Centre, from the top.</param>
/// <param name="Diameter">Diameter; for a signature stamp its width.</param>
public sealed record SealPlace(int Page, string Signatory, double CentreX, double CentreY, double Diameter);

/// <summary>A seal in its place, in points from the top left corner of the page.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="X">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record PlacedPicture(Seals.SealPicture Picture, double X, double Top, double Width, double Height);

/// <summary>One page with everything on it, in reading order.</summary>
public sealed class PageLayout
{
    internal PageLayout(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Width in points.</summary>
    public double Width { get; }

    /// <summary>Height in points.</summary>
    public double Height { get; }

    /// <summary>The printed page number, or null where none is printed.</summary>
    public int? Number { get; internal set; }

    /// <summary>True where the text lies on its side (a wide table); viewers show the page turned.</summary>
    public bool Turned { get; internal set; }

    /// <summary>The characters.</summary>
    public IReadOnlyList<PlacedGlyph> Glyphs => GlyphList;

    /// <summary>The lines.</summary>
    public IReadOnlyList<PlacedRule> Rules => RuleList;

    /// <summary>The seals.</summary>
    public IReadOnlyList<PlacedPicture> Pictures => PictureList;

    internal List<PlacedPicture> PictureList { get; } = [];

    internal List<PlacedGlyph> GlyphList { get; } = [];

    internal List<PlacedRule> RuleList { get; } = [];

    /// <summary>True where everything is drawn a second time upside down (a card to be folded).</summary>
    public bool Folded { get; internal set; }

    /// <summary>From this index on the glyphs are the page number: outside the text, and upright on a turned page.</summary>
    public int NumberFrom { get; internal set; } = int.MaxValue;
}

/// <summary>A whole document in its places.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Seals">Where the seals go.</param>
/// <param name="ContentPages">Pages with text; what follows are a blank page and the page of the imprint.</param>
public sealed record DocumentLayout(IReadOnlyList<PageLayout> Pages, IReadOnlyList<SealPlace> Seals, int ContentPages)
{
    /// <summary>The share of the type area that a stacked mark was given.</summary>
    internal double MarkShare { get; init; } = HeadComposer.Largest;

    /// <summary>All characters in order, page numbers left out, for comparing with the source.</summary>
    public string Text => string.Concat(Pages.SelectMany(p => p.Glyphs.Take(p.NumberFrom)).Select(g => char.ConvertFromUtf32(g.Code)));
}
