using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Zhongshu.Typesetting.Checking;

/// <summary>The parts of a docx in memory. XML parts that were asked for are written back as they then are, all others byte for byte.</summary>
internal sealed class DocxParts
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const long LargestFile = 200L << 20;

    private readonly List<(string Name, byte[] Bytes)> _parts = [];
    private readonly Dictionary<string, XDocument> _documents = [];

    public string DocumentPath { get; private set; } = "word/document.xml";

    public XElement Body => Xml(DocumentPath)!.Root!.Element(W + "body")!;

    /// <summary>Reads a docx, or says in Chinese why it cannot.</summary>
    public static (DocxParts? Parts, string? Refusal) Open(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Sum(e => e.Length) > LargestFile) return (null, "文件解压后超过 200 MB，请删去大图片后重试。");
            var parts = new DocxParts();
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                using var bytes = new MemoryStream();
                part.CopyTo(bytes);
                parts._parts.Add((entry.FullName, bytes.ToArray()));
            }

            var found = parts._parts.FirstOrDefault(p => p.Name.StartsWith("word/document", StringComparison.Ordinal) && p.Name.EndsWith(".xml", StringComparison.Ordinal)).Name;
            if (found is null) return (null, "这不是 Word 文档（.docx）。如果是 .doc 或 .wps 格式，请先另存为 .docx。");
            parts.DocumentPath = found;
            return parts.Xml(found)?.Root?.Element(W + "body") is null ? (null, "文档内容无法读取，请用 Word 或 WPS 打开后另存一份再试。") : (parts, null);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException)
        {
            return (null, "文件已损坏、已加密，或者不是 .docx 格式。请确认文件能正常打开；.doc、.wps 文件请先另存为 .docx。");
        }
    }

    public XDocument? Xml(string name)
    {
        if (_documents.TryGetValue(name, out var known)) return known;
        var part = _parts.FirstOrDefault(p => p.Name == name);
        if (part.Bytes is null) return null;
        using var reader = XmlReader.Create(new MemoryStream(part.Bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return _documents[name] = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The part a relationship of the main document points to.</summary>
    public XDocument? Related(string id)
    {
        var target = Relations().Root!.Elements().FirstOrDefault(r => r.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : Xml(target.StartsWith('/') ? target[1..] : "word/" + target);
    }

    public XDocument Relations() => Xml("word/_rels/" + DocumentPath[5..] + ".rels") ?? AddXml("word/_rels/" + DocumentPath[5..] + ".rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");

    public XDocument AddXml(string name, string content)
    {
        _parts.RemoveAll(p => p.Name == name);
        _parts.Add((name, Encoding.UTF8.GetBytes(content)));
        _documents.Remove(name);
        return Xml(name)!;
    }

    public byte[] Save()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                if (!_documents.TryGetValue(name, out var document)) stream.Write(bytes);
                else document.Save(stream, SaveOptions.DisableFormatting);
            }
        }

        return file.ToArray();
    }
}
