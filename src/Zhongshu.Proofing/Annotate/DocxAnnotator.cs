using System.Text;
using System.Xml;
using System.Xml.Linq;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Documents.Packages;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>
/// Writes findings into the Word file they were found in: a comment at each place and, on request, certain fixes as tracked
/// changes. Parts that carry no finding keep their bytes, packed form included.
/// </summary>
public static class DocxAnnotator
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Annotates.</summary>
    /// <param name="docx">The file as it was read.</param>
    /// <param name="document">What <see cref="DocumentReader"/> made of it.</param>
    /// <param name="findings">Findings about that document; a span that does not fit is put on its paragraph.</param>
    /// <param name="options">Author, time, and whether fixes are put in.</param>
    /// <returns>The new file; <c>null</c> when the bytes are no package that can be written back faithfully.</returns>
    public static byte[]? Annotate(byte[] docx, SourceDocument document, IReadOnlyList<Finding> findings, AnnotationOptions options)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        if (RawZip.Open(docx) is not { } raw) return null;
        using var zip = ZipSource.Open(docx, new ReadBudget(ReadLimits.Default, CancellationToken.None));
        if (Ooxml.MainPart(zip) is not { } main || zip.LoadWhole(main) is not { Root: { } root } text) return null;
        if (findings.Count == 0) return docx;
        var comments = CommentsPart.Open(zip, main, root.Name.Namespace);
        var mark = new PartMarks(document, options, comments);
        mark.MarkMain(root, main, findings);
        raw.Put(main, Bytes(text));
        foreach (var part in findings.Select(f => mark.PartOf(f)).OfType<string>().Where(p => p != main).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (zip.LoadWhole(part) is { Root: { } side } content && mark.FixSide(side, part, findings)) raw.Put(part, Bytes(content));
        }

        raw.Put(comments.Name, Bytes(comments.Content));
        if (comments.IsNew) Announce(zip, raw, main, comments.Name, root.Name.NamespaceName == Ooxml.StrictW);
        return raw.Save();
    }

    private static void Announce(ZipSource zip, RawZip raw, string main, string comments, bool isStrict)
    {
        var types = zip.LoadWhole(ContentTypes)!;
        types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + comments), new XAttribute("ContentType", CommentsType)));
        raw.Put(ContentTypes, Bytes(types));

        XNamespace package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var part = Ooxml.RelationsPart(main);
        var relations = zip.LoadWhole(part) ?? new XDocument(new XElement(package + "Relationships"));
        var office = isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var ids = relations.Root!.Elements().Select(e => (string?)e.Attribute("Id")).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue).Select(n => $"rId{n}").First(n => !ids.Contains(n));
        relations.Root.Add(new XElement(
            package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", office + "comments"), new XAttribute("Target", comments[(comments.LastIndexOf('/') + 1)..])));
        raw.Put(part, Bytes(relations));
    }

    internal static byte[] Bytes(XDocument content)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            content.Save(writer);
        }

        return stream.ToArray();
    }
}
