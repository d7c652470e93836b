using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>The drawing operators of one page.</summary>
internal sealed class PdfContent(PageLayout page, UsedFonts fonts)
{
    /// <summary>Where the baseline lies in the em box of the common Chinese faces.</summary>
    internal const double Baseline = 0.86;

    private readonly StringBuilder _out = new(page.Glyphs.Count * 8);

    public HashSet<int> FontIndexes { get; } = [];

    public byte[] Write()
    {
        var body = Math.Min(page.NumberFrom, page.Glyphs.Count);
        if (page.Turned) _out.Append(CultureInfo.InvariantCulture, $"q 0 1 -1 0 {PdfBuffer.Number(page.Width)} 0 cm\n");
        Rules();
        Glyphs(0, body, page.Turned ? page.Width : page.Height);
        if (page.Turned) _out.Append("Q\n");
        Glyphs(body, page.Glyphs.Count, page.Height);
        for (var i = 0; i < page.Pictures.Count; i++)
        {
            var p = page.Pictures[i];
            _out.Append(CultureInfo.InvariantCulture, $"q /Multiply gs {PdfBuffer.Number(p.Width)} 0 0 {PdfBuffer.Number(p.Height)} {PdfBuffer.Number(p.X)} {PdfBuffer.Number(page.Height - p.Top - p.Height)} cm /P{i} Do Q\n");
        }

        if (page.Folded)
        {
            _out.Append(CultureInfo.InvariantCulture, $"q -1 0 0 -1 {PdfBuffer.Number(page.Width)} {PdfBuffer.Number(page.Height)} cm\n");
            Glyphs(0, body, page.Height);
            _out.Append("Q\n");
        }

        return Encoding.Latin1.GetBytes(_out.ToString());
    }

    private void Rules()
    {
        var height = page.Turned ? page.Width : page.Height;
        foreach (var rule in page.Rules)
        {
            Colour(rule.Ink, stroke: true);
            _out.Append(CultureInfo.InvariantCulture, $"{PdfBuffer.Number(rule.Weight)} w {PdfBuffer.Number(rule.X1)} {PdfBuffer.Number(height - rule.Y1)} m {PdfBuffer.Number(rule.X2)} {PdfBuffer.Number(height - rule.Y2)} l S\n");
        }
    }

    private void Glyphs(int from, int to, double height)
    {
        if (from == to) return;
        _out.Append("BT\n");
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
                if (open) _out.Append("] TJ\n");
                Begin(glyph, font.Index, x, height, i == from || last.Ink != glyph.Ink);
                open = true;
            }
            else if (Math.Abs(x - expected) > 0.004)
            {
                _out.Append(PdfBuffer.Number((expected - x) * 1000 / glyph.Size / glyph.Stretch));
            }

            _out.Append(CultureInfo.InvariantCulture, $"<{number:X4}>");
            expected = x + width;
            last = glyph;
            lastFont = font.Index;
        }

        _out.Append("] TJ\nET\n");
    }

    private void Begin(PlacedGlyph glyph, int font, double x, double height, bool colour)
    {
        FontIndexes.Add(font);
        if (colour) Colour(glyph.Ink, stroke: false);
        _out.Append(CultureInfo.InvariantCulture, $"/F{font} {PdfBuffer.Number(glyph.Size)} Tf {PdfBuffer.Number(glyph.Stretch * 100)} Tz ");
        _out.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {PdfBuffer.Number(x)} {PdfBuffer.Number(height - glyph.Top - (glyph.Size * Baseline))} Tm [");
    }

    private void Colour(Ink ink, bool stroke) => _out.Append((ink, stroke) switch
    {
        (Ink.Red, true) => "1 0 0 RG ",
        (Ink.Red, false) => "1 0 0 rg ",
        (_, true) => "0 G ",
        _ => "0 g ",
    });
}
