using System.IO.Compression;
using System.Text;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Docx;

/// <summary>Writes a document as a docx with real styles, a document grid and page-number fields.</summary>
internal static class DocxWriter
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(OfficialDocument document, LayoutRules rules, DocumentLayout layout)
    {
        var frame = new PageFrame(rules);
        var wml = new Wml(rules);
        var letter = document.Form == DocumentForm.Letter;
        var sections = new DocxSections(frame, letter);
        var pictures = new DocxPictures();
        var head = new DocxHead(frame, wml, layout.MarkShare).Write(document);
        var body = new StringBuilder(head);
        body.Append(new DocxBody(frame, wml, sections, pictures).Write(document, head.Length > 0));
        var extra = layout.Pages.Count - layout.ContentPages;
        var imprint = letter ? document.Imprint with { PrintingOffice = "", PrintingDate = "" } : document.Imprint;
        var ownPage = extra > 0 && !imprint.IsEmpty;
        if (ownPage) body.Append(sections.Break(turned: false));
        body.Append(new DocxImprint(frame, wml).Write(imprint, ruled: !letter));
        // A table needs a paragraph after it; a text that fills its page must not be followed by one.
        if (!imprint.IsEmpty) body.Append(Wml.Paragraph("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", ""));
        // An even-page section keeps the imprint on an even page even when another program breaks the lines otherwise.
        body.Append(sections.Properties(false, numbered: !(ownPage && extra > 1), evenPage: ownPage && !letter));
        return Pack($"{Xml}<w:document {Wml.Namespaces} {DocxPictures.Namespaces}><w:body>{body}</w:body></w:document>", new DocxStyles(frame, wml).Write(), document.Title, frame, pictures, sections.HasTurned);
    }

    internal static byte[] Pack(string document, string styles, string title, PageFrame frame, DocxPictures pictures, bool turned = false)
    {
        using var file = new MemoryStream();
        var images = string.Concat(pictures.Parts.Select(p => $"<Relationship Id=\"{p.Id}\" Type=\"{Relations}image\" Target=\"{p.Target}\"/>"));
        var footers = turned ? (string[])["Odd", "Even", "None", "OddTurned", "EvenTurned"] : ["Odd", "Even", "None"];
        var types = string.Concat(footers.Select(f => $"<Override PartName=\"/word/footer{f}.xml\" ContentType=\"{ContentType}footer+xml\"/>"));
        var links = string.Concat(footers.Select(f => $"<Relationship Id=\"rId{f}\" Type=\"{Relations}footer\" Target=\"footer{f}.xml\"/>"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"{Xml}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/><Override PartName=\"/word/document.xml\" ContentType=\"{ContentType}document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{ContentType}styles+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{ContentType}settings+xml\"/>{types}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"{Xml}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
            Add(zip, "docProps/core.xml", $"{Xml}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{Wml.Escape(title.Replace("\n", "", StringComparison.Ordinal))}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>");
            Add(zip, "word/_rels/document.xml.rels", $"{Xml}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rIdStyles\" Type=\"{Relations}styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdSettings\" Type=\"{Relations}settings\" Target=\"settings.xml\"/>{links}{images}</Relationships>");
            foreach (var (_, target, bytes) in pictures.Parts) Add(zip, "word/" + target, bytes);
            Add(zip, "word/settings.xml", $"{Xml}<w:settings {Wml.Namespaces}><w:evenAndOddHeaders/><w:drawingGridHorizontalSpacing w:val=\"158\"/><w:drawingGridVerticalSpacing w:val=\"579\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
            Add(zip, "word/styles.xml", styles);
            var (odd, even) = (Wml.Indent(0, frame.Chars("pagenumber.side")) + "<w:jc w:val=\"right\"/>", Wml.Indent(frame.Chars("pagenumber.side")) + "<w:jc w:val=\"left\"/>");
            Add(zip, "word/footerOdd.xml", Footer(odd, numbered: true));
            Add(zip, "word/footerEven.xml", Footer(even, numbered: true));
            Add(zip, "word/footerNone.xml", Footer("", numbered: false));
            if (turned) Add(zip, "word/footerOddTurned.xml", Lying(frame, Number(odd)));
            if (turned) Add(zip, "word/footerEvenTurned.xml", Lying(frame, Number(even)));
            Add(zip, "word/document.xml", document);
        }

        return file.ToArray();
    }

    /// <summary>A footer in the style of page numbers, or with its own run properties in a document that has no such style.</summary>
    internal static string Footer(string properties, bool numbered, string? run = null) =>
        $"{Xml}<w:ftr {Wml.Namespaces}>{(numbered ? Number(properties, run) : Wml.Paragraph((run is null ? Wml.Style(DocxStyles.PageNumber) : "") + properties, ""))}</w:ftr>";

    /// <summary>
    /// 8: on a turned page the number keeps its place on the sheet. A floating cell in the margin that was the foot, its writing turned
    /// with the sheet; a text box would need two descriptions, one for each generation of word processors.
    /// </summary>
    private static string Lying(PageFrame frame, string number)
    {
        var width = Wml.Twips(2 * frame.Rules.Pt("size.pagenumber"));
        var middle = Wml.Twips(frame.Height - frame.Bottom - frame.Rules.Pt("pagenumber.gap"));
        var cell = $"<w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"page\" w:horzAnchor=\"page\" w:tblpX=\"{middle - (width / 2)}\" w:tblpY=\"{Wml.Twips(frame.Left)}\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid>"
            + $"<w:tr><w:trPr><w:trHeight w:val=\"{Wml.Twips(frame.Right - frame.Left)}\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:textDirection w:val=\"tbRl\"/><w:vAlign w:val=\"center\"/></w:tcPr>{number}</w:tc></w:tr>";
        return $"{Xml}<w:ftr {Wml.Namespaces}><w:tbl>{cell}</w:tbl>{Wml.Paragraph(Wml.Style(DocxStyles.PageNumber), "")}</w:ftr>";
    }

    private static string Number(string properties, string? run = null)
    {
        string[] pieces = ["<w:t xml:space=\"preserve\">— </w:t>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:t>1</w:t>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:t xml:space=\"preserve\"> —</w:t>"];
        var field = string.Concat(pieces.Select(p => $"<w:r>{run}{p}</w:r>"));
        return Wml.Paragraph((run is null ? Wml.Style(DocxStyles.PageNumber) : "") + properties, field);
    }

    private static void Add(ZipArchive zip, string name, string content) => Add(zip, name, Encoding.UTF8.GetBytes(content));

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
