using System.IO.Compression;
using System.Text;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

/// <summary>Makes small Word files out of WordprocessingML snippets.</summary>
internal sealed class DocxMaker
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private readonly Dictionary<string, string> _parts = [];
    private readonly List<(string Type, string Target)> _relations = [];

    private DocxMaker(string body) => _parts["word/document.xml"] = $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    public static DocxMaker WithBody(string body) => new(body);

    public static DocxMaker WithLines(params string[] lines) => new(string.Concat(lines.Select(l => P(l))));

    public static string P(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text)}</w:p>";

    public static string R(string text, string properties = "") =>
        text.Length == 0 ? "" : $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public DocxMaker WithNumbering(string content) => With("numbering", "numbering.xml", $"<w:numbering {Namespaces}>{content}</w:numbering>");

    public DocxMaker WithStyles(string content) => With("styles", "styles.xml", $"<w:styles {Namespaces}>{content}</w:styles>");

    public DocxMaker WithHeader(string content) => With("header", "header1.xml", $"<w:hdr {Namespaces}>{content}</w:hdr>");

    public DocxMaker WithFooter(string content) => With("footer", "footer1.xml", $"<w:ftr {Namespaces}>{content}</w:ftr>");

    public DocxMaker WithFootnotes(string content) => With("footnotes", "footnotes.xml", $"<w:footnotes {Namespaces}>{content}</w:footnotes>");

    public DocxMaker WithPart(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    public byte[] Bytes()
    {
        var relations = string.Concat(_relations.Select((r, i) =>
            $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}\" Target=\"{r.Target}\"/>"));
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
            ["_rels/.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            ["word/_rels/document.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>",
        };
        foreach (var (name, content) in _parts) parts.TryAdd(name, content);
        return ZipOf([.. parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value)))]);
    }

    public static byte[] ZipOf(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private DocxMaker With(string type, string file, string content)
    {
        _relations.Add((type, file));
        return WithPart("word/" + file, content);
    }
}
