using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Annotate;

/// <summary>A Word file that holds nothing but the paragraphs of a text, so that a text without one can be annotated.</summary>
public static class PlainDocx
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>
    /// Writes one paragraph for each paragraph, its automatic number before its text. Every UTF-16 unit that XML cannot hold becomes
    /// U+FFFD, so that places stay what they were.
    /// </summary>
    public static byte[] Of(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Put(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""");
            Put(zip, "word/document.xml", Body(document));
        }

        return stream.ToArray();
    }

    private static string Body(SourceDocument document)
    {
        var text = new StringBuilder($"""<w:document xmlns:w="{Word}"><w:body>""");
        foreach (var paragraph in document.Paragraphs)
        {
            text.Append("<w:p>");
            var line = Holdable(paragraph.Number + paragraph.Text);
            if (line.Length > 0) text.Append("<w:r><w:t xml:space=\"preserve\">").Append(SecurityElement.Escape(line)).Append("</w:t></w:r>");
            text.Append("</w:p>");
        }

        return text.Append("</w:body></w:document>").ToString();
    }

    private static string Holdable(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var isPair = i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]);
            to[i] = isPair || XmlConvert.IsXmlChar(from[i]) ? from[i] : '\uFFFD';
            if (isPair) to[++i] = from[i];
        }
    });

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
    }
}
