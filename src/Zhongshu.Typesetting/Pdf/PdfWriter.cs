using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>Writes a layout as PDF 1.7 with embedded subsets and exact text. The same layout gives the same bytes.</summary>
internal static class PdfWriter
{
    public static byte[] Write(DocumentLayout layout, string title, UsedFonts fonts)
    {
        var pdf = new PdfBuffer();
        var contents = layout.Pages.Select(page => new PdfContent(page, fonts)).ToList();
        var streams = contents.Select(content => pdf.AddStream("", content.Write())).ToList();
        var fontObjects = fonts.All.OrderBy(f => f.Index).Select(font => Font(pdf, font)).ToList();
        var tree = pdf.Reserve();
        var pages = new List<int>();
        var pictures = new PdfPictures(pdf);
        for (var i = 0; i < layout.Pages.Count; i++)
        {
            var page = layout.Pages[i];
            var resources = string.Concat(contents[i].FontIndexes.Order().Select(f => $"/F{f} {fontObjects[f]} 0 R "));
            var seals = pictures.Resources(page);
            var turn = page.Turned ? "/Rotate 90 " : "";
            pages.Add(pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfBuffer.Number(page.Width)} {PdfBuffer.Number(page.Height)}] {turn}/Contents {streams[i]} 0 R /Resources << /Font << {resources}>> {seals}>> >>")));
        }

        pdf.Write(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(p => p + " 0 R"))}] >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var information = pdf.Add($"<< /Title {PdfBuffer.Text(title)} /Producer (Zhongshu) >>");
        return pdf.Finish(root, information);
    }

    private static int Font(PdfBuffer pdf, UsedFont font)
    {
        var face = font.Face;
        var name = "ZS" + string.Concat(font.Index.ToString("D4", CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + 'A'))) + "+" + Plain(face.Name);
        var subset = face.IsCff ? CffSubset.Write(face, font.Glyphs) : font.Subset();
        var file = pdf.AddStream(face.IsCff ? "/Subtype /CIDFontType0C " : string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length} "), subset);
        double Scaled(int raw) => raw * 1000.0 / face.UnitsPerEm;
        var box = string.Join(' ', new[] { 36, 38, 40, 42 }.Select(at => PdfBuffer.Number(Scaled(SfntFile.S16(face.Head, at)))));
        var ascent = PdfBuffer.Number(Scaled(SfntFile.S16(face.Hhea, 4)));
        var descent = PdfBuffer.Number(Scaled(SfntFile.S16(face.Hhea, 6)));
        var descriptor = pdf.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {ascent} /Descent {descent} /CapHeight {ascent} /StemV 80 /FontFile{(face.IsCff ? 3 : 2)} {file} 0 R >>");
        var widths = string.Join(' ', font.Glyphs.Select(g => PdfBuffer.Number(face.Advance(g))));
        var descendant = pdf.Add($"<< /Type /Font /Subtype /CIDFontType{(face.IsCff ? 0 : 2)} /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]]{(face.IsCff ? "" : " /CIDToGIDMap /Identity")} >>");
        var unicode = pdf.AddStream("", ToUnicode(font.Codes));
        return pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
        return plain.Length > 0 ? plain : "Face";
    }

    private static ReadOnlySpan<byte> ToUnicode(List<int> codes)
    {
        var map = new PdfText((codes.Count * 16) + 512);
        map.Add("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"u8);
        Span<char> units = stackalloc char[2];
        for (var from = 0; from < codes.Count; from += 100)
        {
            var to = Math.Min(from + 100, codes.Count);
            map.Number(to - from).Add(" beginbfchar\n"u8);
            for (var i = from; i < to; i++)
            {
                map.Add("<"u8).Hex(i + 1).Add("> <"u8);
                foreach (var unit in units[..new Rune(codes[i]).EncodeToUtf16(units)]) map.Hex(unit);
                map.Add(">\n"u8);
            }

            map.Add("endbfchar\n"u8);
        }

        return map.Add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8).Written;
    }
}
