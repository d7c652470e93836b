using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>No free program here draws an OFD, so its glyphs are read back place by place and laid over those of the PDF.</summary>
public sealed class OfdPlacesTests
{
    private static readonly XNamespace Ofd = "http://www.ofdspec.org/2016";

    private static readonly OfficialDocument WithWideTable = Sample.Notice(6, 200) with
    {
        AttachmentNames = ["情况表"],
        Attachments = [new Attachment("附件", "情况表", [new TableBlock([.. Enumerable.Repeat((IReadOnlyList<string>)[.. Enumerable.Range(1, 9).Select(i => $"第{i}列ABC")], 12)])])],
    };

    [Fact]
    public void Every_character_of_the_ofd_stands_where_the_pdf_has_it_and_as_large()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var layout = Typesetter.ToPdf(WithWideTable, LayoutRules.Standard, Sample.Fonts.Value).Layout!;
        var pdf = PdfReader.Read(Typesetter.ToPdf(WithWideTable, LayoutRules.Standard, Sample.Fonts.Value).Bytes);
        var ofd = Read(Typesetter.ToOfd(WithWideTable, LayoutRules.Standard, Sample.Fonts.Value).Bytes);

        ofd.Count.ShouldBe(pdf.Count);
        layout.Pages.ShouldContain(p => p.Turned);
        for (var page = 0; page < pdf.Count; page++)
        {
            var sheet = layout.Pages[page];
            ofd[page].Width.ShouldBe((sheet.Turned ? sheet.Height : sheet.Width) / Sample.Mm, 0.01);
            ofd[page].Glyphs.Count.ShouldBe(pdf[page].Count);
            for (var i = 0; i < pdf[page].Count; i++)
            {
                var (there, here) = (pdf[page][i], ofd[page].Glyphs[i]);
                var (x, y) = Lying(sheet, i, there.X, there.Y);
                here.Text.ShouldBe(there.Text);
                here.X.ShouldBe(x / Sample.Mm, 0.02, $"page {page + 1}, {i}: {here.Text}");
                here.Y.ShouldBe(y / Sample.Mm, 0.02, $"page {page + 1}, {i}: {here.Text}");
                here.Size.ShouldBe(there.Size / Sample.Mm, 0.01);
            }
        }
    }

    /// <summary>A place of the PDF, counted from the foot of the upright sheet, as the OFD counts it: from the top of the page as it is read.</summary>
    private static (double X, double Y) Lying(PageLayout sheet, int glyph, double x, double y) => (sheet.Turned, glyph < sheet.NumberFrom) switch
    {
        (true, true) => (x, sheet.Width - y),
        (true, false) => (y, x),
        _ => (x, sheet.Height - y),
    };

    private static List<(double Width, List<PdfReader.Glyph> Glyphs)> Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var root = Part(zip, Part(zip, "OFD.xml").Descendants(Ofd + "DocRoot").Single().Value);
        return [.. root.Descendants(Ofd + "Page").Select(p => Part(zip, "Doc_0/" + p.Attribute("BaseLoc")!.Value)).Select(page =>
            (Numbers(page.Descendants(Ofd + "PhysicalBox").Single().Value)[2], page.Descendants(Ofd + "TextObject").SelectMany(Glyphs).ToList()))];
    }

    private static IEnumerable<PdfReader.Glyph> Glyphs(XElement text)
    {
        var box = Numbers(text.Attribute("Boundary")!.Value);
        var turn = text.Attribute("CTM") is { } ctm ? Numbers(ctm.Value) : [1, 0, 0, 1, 0, 0];
        var size = Numbers(text.Attribute("Size")!.Value)[0];
        var code = text.Element(Ofd + "TextCode")!;
        var steps = code.Attribute("DeltaX") is { } delta ? Numbers(delta.Value) : [];
        var (x, y) = (Numbers(code.Attribute("X")!.Value)[0], Numbers(code.Attribute("Y")!.Value)[0]);
        var runes = code.Value.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            yield return new PdfReader.Glyph(runes[i].ToString(), box[0] + (turn[0] * x) + (turn[2] * y) + turn[4], box[1] + (turn[1] * x) + (turn[3] * y) + turn[5], size);
            if (i < steps.Length) x += steps[i];
        }
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name).ShouldNotBeNull(name).Open();
        return XDocument.Load(stream);
    }
}
