namespace Zhongshu.Typesetting.Text;

/// <summary>
/// Character widths that need no font file: full-width characters are one em, Latin ones those of Times New Roman.
/// So docx, PDF and OFD break their lines alike on every machine.
/// </summary>
internal static class Measure
{
    // Widths of U+0020..U+007E in thousandths of an em, as published for Times Roman.
    private static readonly short[] Times =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    /// <summary>Advance of one character in points; <paramref name="tracking"/> is added to full-width characters only.</summary>
    public static double Advance(int code, double size, double tracking)
    {
        if (code is >= 0x20 and <= 0x7E) return Times[code - 0x20] * size / 1000;
        return CharKinds.Of(code) switch
        {
            CharKind.Latin => 0.5 * size,
            CharKind.Space => code == 0x3000 ? size + tracking : code == 0x200B ? 0 : 0.25 * size,
            _ => size + tracking,
        };
    }

    public static double Width(string text, double size, double tracking)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Advance(rune.Value, size, tracking);
        return width;
    }
}
