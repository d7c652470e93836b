using System.Runtime.InteropServices;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>Puts letters on a page.</summary>
internal static class Setter
{
    /// <summary>Sets one broken line; a line that does not end its paragraph is set to the full width.</summary>
    public static void Line(PageLayout page, List<Letter> set, BrokenLine line, double x, double top, double width)
    {
        var letters = CollectionsMarshal.AsSpan(set);
        var end = line.Start + line.Count;
        while (end > line.Start && letters[end - 1].Kind == CharKind.Space) end--;
        double used = 0, slack = 0;
        var gaps = 0;
        for (var i = line.Start; i < end; i++)
        {
            used += letters[i].Advance;
            slack += LineBreaker.SqueezeOf(letters[i]);
            if (i > line.Start && StretchesBetween(letters[i - 1].Kind, letters[i].Kind)) gaps++;
        }

        var spare = width - used;
        var squeeze = spare < 0 && slack > 0 ? Math.Min(1, -spare / slack) : 0;
        var stretch = spare > 0 && !line.Last && gaps > 0 ? spare / gaps : 0;
        for (var i = line.Start; i < line.Start + line.Count; i++)
        {
            ref readonly var letter = ref letters[i];
            var give = LineBreaker.SqueezeOf(letter) * squeeze;
            if (i > line.Start && i < end && StretchesBetween(letters[i - 1].Kind, letter.Kind)) x += stretch;
            var shift = letter.Kind == CharKind.Opening ? give : 0;
            page.GlyphList.Add(new PlacedGlyph(letter.Code, letter.Role, letter.Size, x - shift, top, letter.Advance, Ink.Black, 1));
            x += letter.Advance - give;
        }
    }

    /// <summary>Sets a short text from a left edge and returns its right edge.</summary>
    public static double Text(PageLayout page, string text, TextStyle style, double x, double top)
    {
        foreach (var letter in Letters(text, style))
        {
            page.GlyphList.Add(new PlacedGlyph(letter.Code, letter.Role, letter.Size, x, top, letter.Advance * style.Stretch, style.Ink, style.Stretch));
            x += letter.Advance * style.Stretch;
        }

        return x;
    }

    public static void Centred(PageLayout page, string text, TextStyle style, double centre, double top) =>
        Text(page, text, style, centre - (Width(text, style) / 2), top);

    public static void RightAligned(PageLayout page, string text, TextStyle style, double right, double top) =>
        Text(page, text, style, right - Width(text, style), top);

    /// <summary>Spreads a text over a width (分散对齐).</summary>
    public static void Spread(PageLayout page, string text, TextStyle style, double x, double top, double width)
    {
        var letters = Letters(text, style);
        var gap = letters.Count < 2 ? 0 : (width - letters.Sum(l => l.Advance * style.Stretch)) / (letters.Count - 1);
        foreach (var letter in letters)
        {
            page.GlyphList.Add(new PlacedGlyph(letter.Code, letter.Role, letter.Size, x, top, letter.Advance * style.Stretch, style.Ink, style.Stretch));
            x += (letter.Advance * style.Stretch) + gap;
        }
    }

    public static void Rule(PageLayout page, double x1, double x2, double y, double weight, Ink ink = Ink.Black) =>
        page.RuleList.Add(new PlacedRule(x1, y, x2, y, weight, ink));

    public static double Width(string text, TextStyle style) => Letters(text, style).Sum(l => l.Advance) * style.Stretch;

    public static List<Letter> Letters(string text, TextStyle style)
    {
        var letters = new List<Letter>(text.Length);
        LineBreaker.Append(letters, text, style.Face, style.Size, style.Tracking);
        return letters;
    }

    private static bool StretchesBetween(CharKind left, CharKind right) => (left, right) is not ((CharKind.Paired, CharKind.Paired) or (CharKind.Latin, CharKind.Latin));
}

/// <summary>Face, size and colour of a piece of text; tracking is added to every full-width character.</summary>
internal sealed record TextStyle(FontRole Face, double Size, double Tracking = 0, Ink Ink = Ink.Black, double Stretch = 1);
