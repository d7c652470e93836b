using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>The drawing operators of one page.</summary>
internal sealed class PdfContent(PageLayout page, UsedFonts fonts)
{
    /// <summary>Where the baseline lies in the em box of the common Chinese faces.</summary>
    internal const double Baseline = 0.86;

    private readonly PdfText _out = new((page.Glyphs.Count * 6) + 256);

    public HashSet<int> FontIndexes { get; } = [];

    /// <summary>The operators; the span holds until the next call.</summary>
    public ReadOnlySpan<byte> Write()
    {
        var body = Math.Min(page.NumberFrom, page.Glyphs.Count);
        if (page.Turned) _out.Add("q 0 1 -1 0 "u8).Numbers(page.Width, 0).Add("cm\n"u8);
        Rules();
        Glyphs(0, body, page.Turned ? page.Width : page.Height);
        if (page.Turned) _out.Add("Q\n"u8);
        Glyphs(body, page.Glyphs.Count, page.Height);
        for (var i = 0; i < page.Pictures.Count; i++)
        {
            var p = page.Pictures[i];
            _out.Add("q /Multiply gs "u8).Numbers(p.Width, 0, 0, p.Height).Numbers(p.X, page.Height - p.Top - p.Height).Add("cm /P"u8).Number(i).Add(" Do Q\n"u8);
        }

        if (page.Folded)
        {
            _out.Add("q -1 0 0 -1 "u8).Numbers(page.Width, page.Height).Add("cm\n"u8);
            Glyphs(0, body, page.Height);
            _out.Add("Q\n"u8);
        }

        return _out.Written;
    }

    private void Rules()
    {
        var height = page.Turned ? page.Width : page.Height;
        foreach (var rule in page.Rules)
        {
            Colour(rule.Ink, stroke: true);
            _out.Number(rule.Weight).Add(" w "u8).Numbers(rule.X1, height - rule.Y1).Add("m "u8).Numbers(rule.X2, height - rule.Y2).Add("l S\n"u8);
        }
    }

    /// <summary>Glyphs that follow one another without a shift stand in one string.</summary>
    private void Glyphs(int from, int to, double height)
    {
        if (from == to) return;
        _out.Add("BT\n"u8);
        PlacedGlyph last = default;
        var lastFont = -1;
        double expected = 0;
        var open = false;
        for (var i = from; i < to; i++)
        {
            var glyph = page.Glyphs[i];
            var (font, number, width, shift) = fonts.Place(glyph);
            var x = glyph.X + shift;
            var sameLine = lastFont == font.Index && last.Size == glyph.Size && last.Top == glyph.Top && last.Ink == glyph.Ink
                && last.Stretch == glyph.Stretch && Math.Abs(x - expected) < glyph.Size * 20;
            if (!sameLine)
            {
                if (open) _out.Add(">] TJ\n"u8);
                Begin(glyph, font.Index, x, height, i == from || last.Ink != glyph.Ink);
                open = true;
            }
            else if (Math.Abs(x - expected) > 0.004)
            {
                _out.Add(">"u8).Number((expected - x) * 1000 / glyph.Size / glyph.Stretch).Add("<"u8);
            }

            _out.Hex(number);
            expected = x + width;
            last = glyph;
            lastFont = font.Index;
        }

        _out.Add(">] TJ\nET\n"u8);
    }

    private void Begin(PlacedGlyph glyph, int font, double x, double height, bool colour)
    {
        FontIndexes.Add(font);
        if (colour) Colour(glyph.Ink, stroke: false);
        _out.Add("/F"u8).Number(font).Add(" "u8).Number(glyph.Size).Add(" Tf "u8).Number(glyph.Stretch * 100).Add(" Tz 1 0 0 1 "u8)
            .Numbers(x, height - glyph.Top - (glyph.Size * Baseline)).Add("Tm [<"u8);
    }

    private void Colour(Ink ink, bool stroke) => _out.Add((ink, stroke) switch
    {
        (Ink.Red, true) => "1 0 0 RG "u8,
        (Ink.Red, false) => "1 0 0 rg "u8,
        (_, true) => "0 G "u8,
        _ => "0 g "u8,
    });
}
