using System.Xml.Linq;
using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Annotate;

/// <summary>The package's comments: those that are there stay, new ones follow.</summary>
internal sealed class CommentsPart
{
    private int _next;

    private CommentsPart(string name, XDocument content, bool isNew)
    {
        (Name, Content, IsNew) = (name, content, isNew);
        _next = content.Root!.Elements().Select(WordMarkup.Id).DefaultIfEmpty(-1).Max() + 1;
    }

    public string Name { get; }

    public XDocument Content { get; }

    public bool IsNew { get; }

    public static CommentsPart Open(ZipSource zip, string main, XNamespace word)
    {
        var existing = Ooxml.Relations(zip, main).Where(r => r.Type == "comments").Select(r => r.Part).FirstOrDefault(zip.Has);
        if (existing is not null && zip.LoadWhole(existing) is { Root: not null } content) return new CommentsPart(existing, content, isNew: false);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var name = Enumerable.Range(0, int.MaxValue).Select(n => $"{folder}comments{(n == 0 ? "" : n)}.xml").First(n => !zip.Has(n));
        return new CommentsPart(name, new XDocument(new XElement(word + "comments", new XAttribute(XNamespace.Xmlns + "w", word.NamespaceName))), isNew: true);
    }

    public int Add(WordMarkup markup, string text)
    {
        Content.Root!.Add(markup.Comment(_next, text));
        return _next++;
    }
}
