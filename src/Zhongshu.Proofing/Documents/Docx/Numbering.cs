using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>One level of a list: its first number, its form and its text such as <c>（%1）</c>.</summary>
internal sealed record ListLevel(int Start, string Format, string Text, bool Legal, int? RestartAfter, string? Style);

/// <summary>A list in use: which counters it moves and how each level looks there.</summary>
internal sealed record ListUse(string Abstract, IReadOnlyDictionary<int, ListLevel> Levels, IReadOnlyDictionary<int, int> StartOverrides);

/// <summary>The list definitions of a package: numbering.xml and the numbering that styles carry.</summary>
internal sealed class Numbering
{
    /// <summary>Word's own bound on list levels (ECMA-376 §17.9).</summary>
    public const int LevelCount = 9;

    private readonly Dictionary<string, ListUse> _uses = [];
    private readonly Dictionary<string, StyleNumbering> _styles = [];

    private sealed record StyleNumbering(string? BasedOn, string? NumId, int? Level);

    public static Numbering Load(ZipSource zip, IReadOnlyList<(string Type, string Part)> relations)
    {
        var numbering = new Numbering();
        if (Part(relations, "styles") is { } styles) numbering.ReadStyles(zip.LoadXml(styles)?.Root);
        if (Part(relations, "numbering") is { } lists) numbering.ReadLists(zip.LoadXml(lists)?.Root);
        return numbering;
    }

    public ListUse? Use(string numId) => _uses.GetValueOrDefault(numId);

    /// <summary>The list and level of a paragraph: its own setting first, then its style's, then what that style is based on.</summary>
    public (string NumId, int Level)? Find(string? style, string? numId, int? level)
    {
        if (numId is not null) return numId == "0" ? null : (numId, Clamp(level ?? 0));
        var name = style;
        for (var hops = 0; name is not null && hops < 32 && _styles.TryGetValue(name, out var found); hops++)
        {
            if (found.NumId is { } id) return id == "0" ? null : (id, Clamp(level ?? LevelOfStyle(id, name) ?? found.Level ?? 0));
            name = found.BasedOn;
        }

        return null;
    }

    private int? LevelOfStyle(string numId, string style)
    {
        foreach (var (index, level) in Use(numId)?.Levels ?? new Dictionary<int, ListLevel>())
        {
            if (level.Style == style) return index;
        }

        return null;
    }

    private static string? Part(IReadOnlyList<(string Type, string Part)> relations, string type) =>
        relations.Where(r => r.Type == type).Select(r => r.Part).FirstOrDefault();

    private static int Clamp(int level) => Math.Clamp(level, 0, LevelCount - 1);

    private static int? Int(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    private void ReadStyles(XElement? root)
    {
        foreach (var style in Ooxml.Children(root, "style"))
        {
            if (Ooxml.Attribute(style, "styleId") is not { } id) continue;
            var number = Ooxml.Child(Ooxml.Child(style, "pPr"), "numPr");
            _styles.TryAdd(id, new StyleNumbering(
                Ooxml.Val(Ooxml.Child(style, "basedOn")),
                Ooxml.Val(Ooxml.Child(number, "numId")),
                Int(Ooxml.Val(Ooxml.Child(number, "ilvl")))));
        }
    }

    private void ReadLists(XElement? root)
    {
        var definitions = new Dictionary<string, XElement>();
        foreach (var element in Ooxml.Children(root, "abstractNum"))
        {
            if (Ooxml.Attribute(element, "abstractNumId") is { } id) definitions.TryAdd(id, element);
        }

        foreach (var num in Ooxml.Children(root, "num"))
        {
            var target = Ooxml.Val(Ooxml.Child(num, "abstractNumId"));
            if (Ooxml.Attribute(num, "numId") is not { } id || target is null || !definitions.TryGetValue(target, out var definition)) continue;
            (target, definition) = FollowStyle(root, definitions, target, definition);
            _uses.TryAdd(id, ReadUse(num, target, definition));
        }
    }

    /// <summary>A definition may only say "as that numbering style" (w:numStyleLink); the levels are at the style's own list.</summary>
    private static (string Id, XElement Definition) FollowStyle(XElement? root, Dictionary<string, XElement> definitions, string id, XElement definition)
    {
        if (Ooxml.Val(Ooxml.Child(definition, "numStyleLink")) is not { } link) return (id, definition);
        var target = Ooxml.Children(root, "abstractNum").FirstOrDefault(a => Ooxml.Val(Ooxml.Child(a, "styleLink")) == link);
        return Ooxml.Attribute(target, "abstractNumId") is { } found && definitions.TryGetValue(found, out var linked) ? (found, linked) : (id, definition);
    }

    private static ListUse ReadUse(XElement num, string abstractId, XElement definition)
    {
        var levels = new Dictionary<int, ListLevel>();
        foreach (var level in Ooxml.Children(definition, "lvl")) AddLevel(levels, level);
        var starts = new Dictionary<int, int>();
        foreach (var change in Ooxml.Children(num, "lvlOverride"))
        {
            if (Ooxml.Child(change, "lvl") is { } level) AddLevel(levels, level);
            if (Int(Ooxml.Attribute(change, "ilvl")) is { } index && Int(Ooxml.Val(Ooxml.Child(change, "startOverride"))) is { } start) starts[Clamp(index)] = start;
        }

        return new ListUse(abstractId, levels, starts);
    }

    private static void AddLevel(Dictionary<int, ListLevel> levels, XElement level)
    {
        if (Int(Ooxml.Attribute(level, "ilvl")) is not { } index) return;
        var format = level.Descendants().FirstOrDefault(e => e.Name.LocalName == "numFmt" && Ooxml.IsWord(e) && Ooxml.Val(e) != "custom");
        var legal = Ooxml.Child(level, "isLgl");
        levels[Clamp(index)] = new ListLevel(
            Int(Ooxml.Val(Ooxml.Child(level, "start"))) ?? 0,
            Ooxml.Val(format) ?? "decimal",
            Ooxml.Val(Ooxml.Child(level, "lvlText")) ?? "",
            legal is not null && Ooxml.Val(legal) is not ("0" or "false"),
            Int(Ooxml.Val(Ooxml.Child(level, "lvlRestart"))),
            Ooxml.Val(Ooxml.Child(level, "pStyle")));
    }
}
