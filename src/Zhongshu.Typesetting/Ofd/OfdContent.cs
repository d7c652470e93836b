using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Ofd;

/// <summary>The objects of one OFD page: a text object for each line of one face, a path for the lines of one weight.</summary>
internal sealed class OfdContent(PageLayout page, UsedFonts fonts, OfdIds ids, OfdPictures pictures)
{
    private const double Baseline = Pdf.PdfContent.Baseline;

    private readonly StringBuilder _out = new(page.Glyphs.Count * 24);

    public string Write()
    {
        _out.Append(CultureInfo.InvariantCulture, $"<ofd:Page {OfdWriter.Namespace}><ofd:Area><ofd:PhysicalBox>{OfdWriter.Box(page)}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"{ids.Next()}\" Type=\"Body\">");
        // OFD has no way to let the text show through a picture, so the seals lie under it.
        foreach (var p in page.Pictures)
            _out.Append(CultureInfo.InvariantCulture, $"<ofd:ImageObject ID=\"{ids.Next()}\" CTM=\"{OfdWriter.Mm(p.Width)} 0 0 {OfdWriter.Mm(p.Height)} 0 0\" Boundary=\"{OfdWriter.Mm(p.X)} {OfdWriter.Mm(p.Top)} {OfdWriter.Mm(p.Width)} {OfdWriter.Mm(p.Height)}\" ResourceID=\"{pictures.Of(p.Picture)}\"/>");
        Rules();
        var body = Math.Min(page.NumberFrom, page.Glyphs.Count);
        Glyphs(0, body, "");
        // The page number keeps its place on the upright sheet, so on a turned page it lies on its side.
        Glyphs(body, page.Glyphs.Count, page.Turned ? $"0 1 -1 0 {OfdWriter.Mm(page.Height)} 0" : "");
        if (page.Folded) Glyphs(0, body, $"-1 0 0 -1 {OfdWriter.Mm(page.Width)} {OfdWriter.Mm(page.Height)}");
        return _out.Append("</ofd:Layer></ofd:Content></ofd:Page>").ToString();
    }

    private void Rules()
    {
        foreach (var group in page.Rules.GroupBy(r => (r.Weight, r.Ink)))
        {
            _out.Append(CultureInfo.InvariantCulture, $"<ofd:PathObject ID=\"{ids.Next()}\" Boundary=\"{OfdWriter.Box(page)}\" Stroke=\"true\" LineWidth=\"{OfdWriter.Mm(group.Key.Weight)}\"><ofd:StrokeColor Value=\"{Colour(group.Key.Ink)}\"/><ofd:AbbreviatedData>");
            foreach (var rule in group)
                _out.Append(CultureInfo.InvariantCulture, $"M {OfdWriter.Mm(rule.X1)} {OfdWriter.Mm(rule.Y1)} L {OfdWriter.Mm(rule.X2)} {OfdWriter.Mm(rule.Y2)} ");
            _out.Append("</ofd:AbbreviatedData></ofd:PathObject>");
        }
    }

    private void Glyphs(int from, int to, string transform)
    {
        var line = new List<(PlacedGlyph Glyph, int Number, double X)>();
        var font = -1;
        for (var i = from; i < to; i++)
        {
            var glyph = page.Glyphs[i];
            var (used, number, _, shift) = fonts.Place(glyph);
            // A character beyond the BMP stands alone: readers differ in how they count it in DeltaX.
            if (line.Count > 0 && (font != used.Index || !Joins(line[^1].Glyph, glyph))) Flush(line, font, transform);
            font = used.Index;
            line.Add((glyph, number, glyph.X + shift));
        }

        Flush(line, font, transform);
    }

    private static bool Joins(PlacedGlyph left, PlacedGlyph right) =>
        left.Size == right.Size && left.Top == right.Top && left.Ink == right.Ink && left.Stretch == right.Stretch && left.Code <= 0xFFFF && right.Code <= 0xFFFF;

    private void Flush(List<(PlacedGlyph Glyph, int Number, double X)> line, int font, string transform)
    {
        if (line.Count == 0) return;
        var first = line[0].Glyph;
        double left = line[0].X, right = line.Max(l => l.X + (l.Glyph.Size * l.Glyph.Stretch));
        var own = transform.Length == 0;
        var boundary = own ? $"{OfdWriter.Mm(left)} {OfdWriter.Mm(first.Top)} {OfdWriter.Mm(right - left)} {OfdWriter.Mm(first.Size * 1.15)}" : OfdWriter.Box(page);
        var stretch = Math.Abs(first.Stretch - 1) < 0.0005 ? "" : string.Create(CultureInfo.InvariantCulture, $" HScale=\"{Math.Round(first.Stretch, 4)}\"");
        var turned = own ? "" : $" CTM=\"{transform}\"";
        _out.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject ID=\"{ids.Next()}\" Boundary=\"{boundary}\"{turned} Font=\"{OfdIds.Font(font)}\" Size=\"{OfdWriter.Mm(first.Size)}\"{stretch}><ofd:FillColor Value=\"{Colour(first.Ink)}\"/>");
        if (first.Code <= 0xFFFF)
            _out.Append(CultureInfo.InvariantCulture, $"<ofd:CGTransform CodePosition=\"0\" CodeCount=\"{line.Count}\" GlyphCount=\"{line.Count}\"><ofd:Glyphs>{string.Join(' ', line.Select(l => l.Number.ToString(CultureInfo.InvariantCulture)))}</ofd:Glyphs></ofd:CGTransform>");
        var steps = line.Count < 2 ? "" : $" DeltaX=\"{string.Join(' ', line.Skip(1).Select((l, i) => OfdWriter.Mm(l.X - line[i].X)))}\"";
        var text = Docx.Wml.Escape(string.Concat(line.Select(l => char.ConvertFromUtf32(l.Glyph.Code))));
        _out.Append(CultureInfo.InvariantCulture, $"<ofd:TextCode X=\"{(own ? "0" : OfdWriter.Mm(left))}\" Y=\"{OfdWriter.Mm((own ? 0 : first.Top) + (first.Size * Baseline))}\"{steps}>{text}</ofd:TextCode></ofd:TextObject>");
        line.Clear();
    }

    private static string Colour(Ink ink) => ink == Ink.Red ? "255 0 0" : "0 0 0";
}
