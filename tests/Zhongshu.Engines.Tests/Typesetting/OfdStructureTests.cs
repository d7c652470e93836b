using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>An OFD against the schema of GB/T 33190—2016 as far as we write it: elements and their order, attributes, references, fonts.</summary>
public sealed class OfdStructureTests
{
    private static readonly XNamespace Ofd = "http://www.ofdspec.org/2016";

    /// <summary>Element; children in the order of the schema (? once at most, + once or more, * any number, else once); attributes, required ones with !.</summary>
    private static readonly Dictionary<string, (string Children, string Attributes)> Schema = new()
    {
        ["OFD"] = ("DocBody+", "Version! DocType!"),
        ["DocBody"] = ("DocInfo DocRoot? Versions? Signatures?", ""),
        ["DocInfo"] = ("DocID? Title? Author? Subject? Abstract? CreationDate? ModDate? DocUsage? Cover? Keywords? Creator? CreatorVersion? CustomDatas?", ""),
        ["Document"] = ("CommonData Pages Outlines? Permissions? Actions? VPreferences? Bookmarks? Annotations? CustomTags? Attachments? Extensions?", ""),
        ["CommonData"] = ("MaxUnitID PageArea PublicRes* DocumentRes* TemplatePage* DefaultCS?", ""),
        ["PageArea"] = ("PhysicalBox ApplicationBox? ContentBox? BleedBox?", ""),
        ["Area"] = ("PhysicalBox ApplicationBox? ContentBox? BleedBox?", ""),
        ["Pages"] = ("Page+", ""),
        ["Res"] = ("ColorSpaces* DrawParams* Fonts* MultiMedias* CompositeGraphicUnits*", "BaseLoc!"),
        ["Fonts"] = ("Font+", ""),
        ["Font"] = ("FontFile?", "ID! FontName! FamilyName Charset Italic Bold Serif FixedWidth"),
        ["MultiMedias"] = ("MultiMedia+", ""),
        ["MultiMedia"] = ("MediaFile", "ID! Type! Format"),
        ["Content"] = ("Layer+", ""),
        ["Layer"] = ("ImageObject* PathObject* TextObject*", "ID! Type"),
        ["ImageObject"] = ("", "ID! Boundary! ResourceID! CTM"),
        ["PathObject"] = ("StrokeColor? FillColor? AbbreviatedData", "ID! Boundary! LineWidth Stroke Fill CTM"),
        ["TextObject"] = ("FillColor? StrokeColor? CGTransform* TextCode", "ID! Boundary! Font! Size! HScale CTM"),
        ["CGTransform"] = ("Glyphs?", "CodePosition! CodeCount GlyphCount"),
        ["TextCode"] = ("", "X Y DeltaX DeltaY"),
        ["FillColor"] = ("", "Value"),
        ["StrokeColor"] = ("", "Value"),
    };

    private static readonly string[] Leaves = ["DocID", "Title", "Creator", "DocRoot", "MaxUnitID", "PhysicalBox", "PublicRes", "FontFile", "MediaFile", "AbbreviatedData", "Glyphs"];

    private readonly ZipArchive? _zip = Sample.Fonts.Value.Missing is null ? new ZipArchive(new MemoryStream(Typesetter.ToOfd(Document(), LayoutRules.Standard, Sample.Fonts.Value).Bytes)) : null;

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema_with_no_attribute_it_does_not_know()
    {
        if (_zip is null) return;
        foreach (var entry in _zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            foreach (var element in Xml(entry.FullName).Descendants()) Follows(element);
    }

    [Fact]
    public void Every_entry_is_referred_to_and_every_reference_leads_to_one()
    {
        if (_zip is null) return;
        var root = Xml("OFD.xml").Descendants(Ofd + "DocRoot").Single().Value;
        var document = Xml(root);
        var resources = "Doc_0/" + document.Descendants(Ofd + "PublicRes").Single().Value;
        var files = Xml(resources).Descendants().Where(e => e.Name.LocalName is "FontFile" or "MediaFile").Select(e => $"Doc_0/{Xml(resources).Root!.Attribute("BaseLoc")!.Value}/{e.Value}");
        string[] referred = ["OFD.xml", root, resources, .. document.Descendants(Ofd + "Page").Select(p => "Doc_0/" + p.Attribute("BaseLoc")!.Value), .. files];
        _zip.Entries.Select(e => e.FullName).ShouldBe(referred, ignoreOrder: true);
    }

    [Fact]
    public void Numbers_of_objects_are_unique_and_what_a_page_uses_is_in_the_resources()
    {
        if (_zip is null) return;
        var (document, resources, pages) = Parts();
        var ids = new[] { document, resources }.Concat(pages).SelectMany(p => p.Descendants()).Attributes("ID").Select(a => int.Parse(a.Value, CultureInfo.InvariantCulture)).ToList();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id > 0 && id <= int.Parse(document.Descendants(Ofd + "MaxUnitID").Single().Value, CultureInfo.InvariantCulture));
        Used("Font").ShouldBe(Of("Font"), ignoreOrder: true);
        Used("ResourceID").ShouldBe(Of("MultiMedia"), ignoreOrder: true);

        IEnumerable<string> Used(string attribute) => pages.SelectMany(p => p.Descendants()).Attributes(attribute).Select(a => a.Value).Distinct();
        IEnumerable<string> Of(string element) => resources.Descendants(Ofd + element).Select(e => e.Attribute("ID")!.Value);
    }

    [Fact]
    public void Each_character_has_one_step_and_one_glyph_that_its_font_holds()
    {
        if (_zip is null) return;
        var (_, resources, pages) = Parts();
        var glyphs = resources.Descendants(Ofd + "Font").ToDictionary(f => f.Attribute("ID")!.Value, f => GlyphsOf("Doc_0/Res/" + f.Element(Ofd + "FontFile")!.Value));
        var texts = pages.SelectMany(p => p.Descendants(Ofd + "TextObject")).ToList();
        texts.Count.ShouldBeGreaterThan(50);
        foreach (var text in texts)
        {
            var code = text.Element(Ofd + "TextCode")!;
            var runes = code.Value.EnumerateRunes().Count();
            runes.ShouldBeGreaterThan(0);
            (code.Attribute("DeltaX")?.Value.Split(' ').Length ?? 0).ShouldBe(runes - 1, code.Value);
            if (text.Element(Ofd + "CGTransform") is not { } transform)
            {
                code.Value.Length.ShouldBe(2, "only a character beyond the BMP goes by its code");
                continue;
            }

            var numbers = transform.Element(Ofd + "Glyphs")!.Value.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            (transform.Attribute("CodeCount")!.Value, transform.Attribute("GlyphCount")!.Value, numbers.Count).ShouldBe(($"{runes}", $"{runes}", runes));
            numbers.ShouldAllBe(n => n > 0 && n < glyphs[text.Attribute("Font")!.Value]);
        }
    }

    [Fact]
    public void What_a_page_shows_lies_on_it()
    {
        if (_zip is null) return;
        foreach (var page in Parts().Pages)
        {
            var sheet = Numbers(page.Descendants(Ofd + "PhysicalBox").Single().Value);
            (Math.Min(sheet[2], sheet[3]), Math.Max(sheet[2], sheet[3])).ShouldBe((210, 297));
            foreach (var box in page.Descendants().Attributes("Boundary").Select(a => Numbers(a.Value)))
                (box[0] >= 0 && box[1] >= 0 && box[2] > 0 && box[3] > 0 && box[0] + box[2] <= sheet[2] + 0.01 && box[1] + box[3] <= sheet[3] + 0.01).ShouldBeTrue(string.Join(' ', box));
        }
    }

    private static OfficialDocument Document()
    {
        var row = (IReadOnlyList<string>)[.. Enumerable.Range(1, 9).Select(i => $"第{i}列ABC")];
        var notice = Sample.Notice(6, 200);
        return notice with
        {
            Body = [.. notice.Body, Sample.Plain("甲<乙>&“丙”𠀀丁2026年。")],
            SignOff = notice.SignOff with { Seals = [SealTests.Picture("", colour: true)] },
            AttachmentNames = ["情况表"],
            Attachments = [new Attachment("附件", "情况表", [new TableBlock([.. Enumerable.Repeat(row, 12)])])],
        };
    }

    private static void Follows(XElement element)
    {
        var name = element.Name.LocalName;
        element.Name.Namespace.ShouldBe(Ofd);
        // A page in the list of pages is a reference, the root of a page file its content.
        var (children, attributes) = name == "Page" ? (element.Parent is null ? ("Template* PageRes* Area? Content? Actions?", "") : ("", "ID! BaseLoc!"))
            : Leaves.Contains(name) ? ("", "") : Schema.TryGetValue(name, out var known) ? known : throw new ShouldAssertException($"the schema has no {name} here");
        var left = new Queue<string>(element.Elements().Select(e => e.Name.LocalName));
        foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (word, count) = (child.TrimEnd('?', '*', '+'), 0);
            for (; left.TryPeek(out var next) && next == word; count++) left.Dequeue();
            (child[^1] switch { '?' => count <= 1, '*' => true, '+' => count > 0, _ => count == 1 }).ShouldBeTrue($"{count} × {word} in {name}");
        }

        left.ShouldBeEmpty(name);
        var written = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.LocalName).ToList();
        var allowed = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        written.Except(allowed.Select(a => a.TrimEnd('!'))).ShouldBeEmpty(name);
        allowed.Where(a => a[^1] == '!').Select(a => a[..^1]).Except(written).ShouldBeEmpty(name);
    }

    private (XDocument Document, XDocument Resources, List<XDocument> Pages) Parts()
    {
        var document = Xml("Doc_0/Document.xml");
        return (document, Xml("Doc_0/PublicRes.xml"), [.. document.Descendants(Ofd + "Page").Select(p => Xml("Doc_0/" + p.Attribute("BaseLoc")!.Value))]);
    }

    /// <summary>Number of glyphs, out of the table maxp of a TrueType or OpenType file whose tables all lie inside it.</summary>
    private int GlyphsOf(string path)
    {
        using var bytes = new MemoryStream();
        using (var stream = _zip!.GetEntry(path)!.Open()) stream.CopyTo(bytes);
        var font = bytes.ToArray().AsSpan();
        (BinaryPrimitives.ReadUInt32BigEndian(font) is 0x00010000 or 0x4F54544F).ShouldBeTrue(path);
        var (tables, glyphs) = (BinaryPrimitives.ReadUInt16BigEndian(font[4..]), 0);
        for (var i = 0; i < tables; i++)
        {
            var entry = font.Slice(12 + (16 * i), 16);
            var (from, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            (from + length).ShouldBeLessThanOrEqualTo(font.Length, path);
            if (entry[..4].SequenceEqual("maxp"u8)) glyphs = BinaryPrimitives.ReadUInt16BigEndian(font[(from + 4)..]);
        }

        glyphs.ShouldBeGreaterThan(1, path);
        return glyphs;
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    private XDocument Xml(string name)
    {
        using var stream = _zip!.GetEntry(name).ShouldNotBeNull(name).Open();
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return XDocument.Load(reader);
    }
}
