using System.Xml.Linq;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>Namespaces (transitional and strict) and relations of a WordprocessingML package.</summary>
internal static class Ooxml
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string StrictW = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    public const string Vml = "urn:schemas-microsoft-com:vml";

    public static bool IsWord(string ns) => ns is W or StrictW;

    public static bool IsWord(XElement element) => IsWord(element.Name.NamespaceName);

    public static string? Val(XElement? element) => Attribute(element, "val");

    public static string? Attribute(XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == name && (a.Name.NamespaceName.Length == 0 || IsWord(a.Name.NamespaceName)))?.Value;

    public static XElement? Child(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName == name && IsWord(e));

    public static IEnumerable<XElement> Children(XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name && IsWord(e)) ?? [];

    /// <summary>The main part as the package's own relations name it.</summary>
    public static string? MainPart(ZipSource zip) =>
        Relations(zip, "").Where(r => r.Type == "officeDocument").Select(r => r.Part).FirstOrDefault(zip.Has)
        ?? (zip.Has("word/document.xml") ? "word/document.xml" : null);

    /// <summary>Inner relations of a part: the last word of the type and the part pointed at. Outer targets are left out.</summary>
    public static IReadOnlyList<(string Type, string Part)> Relations(ZipSource zip, string part)
    {
        var relations = zip.LoadXml(RelationsPart(part));
        var found = new List<(string, string)>();
        foreach (var element in relations?.Root?.Elements() ?? [])
        {
            var (type, target) = ((string?)element.Attribute("Type"), (string?)element.Attribute("Target"));
            if (type is null || target is null || (string?)element.Attribute("TargetMode") == "External") continue;
            if (ZipSource.Resolve(part, target) is { } resolved) found.Add((type[(type.LastIndexOf('/') + 1)..], resolved));
        }

        return found;
    }

    public static string RelationsPart(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }
}
