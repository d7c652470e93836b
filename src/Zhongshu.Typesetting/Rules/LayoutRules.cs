using YamlDotNet.RepresentationModel;

namespace Zhongshu.Typesetting.Rules;

/// <summary>One figure of the standard.</summary>
/// <param name="Id">Its id in the rules file.</param>
/// <param name="Value">The figure in <paramref name="Unit"/>.</param>
/// <param name="Unit">mm, pt, 字, 行, twip or a ratio.</param>
/// <param name="Tolerance">How far a document may be off, in the same unit.</param>
/// <param name="Clause">Clause of the source.</param>
/// <param name="Strength">规定, 原则上, 实务 or 本单位.</param>
/// <param name="Name">What an office calls it.</param>
public sealed record Figure(string Id, double Value, string Unit, double Tolerance, string Clause, string Strength, string Name);

/// <summary>Which fonts stand for a face.</summary>
/// <param name="Role">The face.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="DocxName">The name written into a docx.</param>
/// <param name="Faces">Names of true faces, best first.</param>
/// <param name="Substitutes">Names of open substitutes, best first.</param>
public sealed record FaceRule(FontRole Role, string Name, string DocxName, IReadOnlyList<string> Faces, IReadOnlyList<string> Substitutes);

/// <summary>The figures and faces of a layout standard, read from <c>rules/typesetting</c>.</summary>
public sealed class LayoutRules
{
    private const double PointsPerMm = 72 / 25.4;

    private static readonly Lazy<LayoutRules> LazyStandard = new(ReadEmbedded);

    private static readonly Dictionary<string, FontRole> Roles = new()
    {
        ["仿宋"] = FontRole.FangSong,
        ["楷体"] = FontRole.KaiTi,
        ["黑体"] = FontRole.HeiTi,
        ["小标宋"] = FontRole.XiaoBiaoSong,
        ["宋体"] = FontRole.SongTi,
        ["西文"] = FontRole.Latin,
    };

    private readonly Dictionary<string, Figure> _figures;

    private LayoutRules(string source, Dictionary<string, Figure> figures, IReadOnlyDictionary<FontRole, FaceRule> faces) =>
        (Source, _figures, Faces) = (source, figures, faces);

    /// <summary>GB/T 9704—2012 as shipped.</summary>
    public static LayoutRules Standard => LazyStandard.Value;

    /// <summary>The standard the figures come from.</summary>
    public string Source { get; }

    /// <summary>The faces by role.</summary>
    public IReadOnlyDictionary<FontRole, FaceRule> Faces { get; }

    /// <summary>All figures.</summary>
    public IReadOnlyCollection<Figure> Figures => _figures.Values;

    /// <summary>The figure with this id; every id of the shipped file is present in every rule set.</summary>
    public Figure this[string id] => _figures[id];

    /// <summary>A figure in points (mm are converted; pt and plain numbers are as they stand).</summary>
    public double Pt(string id) => _figures[id] is { Unit: "mm" } mm ? mm.Value * PointsPerMm : _figures[id].Value;

    /// <summary>
    /// Reads a rules file. A unit's own file need only name the figures and faces it changes;
    /// all others are those of the standard.
    /// </summary>
    /// <exception cref="FormatException">The file cannot be read; the message says where, in Chinese.</exception>
    public static LayoutRules Parse(string yaml)
    {
        var own = ParseAlone(yaml);
        var standard = Standard;
        var figures = new Dictionary<string, Figure>(standard._figures);
        foreach (var (id, figure) in own._figures)
        {
            if (!figures.ContainsKey(id)) throw new FormatException($"排版规则中没有“{id}”这一项，请核对拼写。");
            figures[id] = figure;
        }

        var faces = new Dictionary<FontRole, FaceRule>(standard.Faces);
        foreach (var (role, face) in own.Faces) faces[role] = face;
        return new LayoutRules(own.Source, figures, faces);
    }

    private static LayoutRules ReadEmbedded()
    {
        using var stream = typeof(LayoutRules).Assembly.GetManifestResourceStream("gbt9704-2012.yaml")
            ?? throw new InvalidOperationException("The engine was built without its layout rules.");
        using var reader = new StreamReader(stream);
        return ParseAlone(reader.ReadToEnd());
    }

    private static LayoutRules ParseAlone(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new FormatException($"排版规则文件第 {e.Start.Line} 行写法有误，请检查缩进和引号。", e);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
            throw new FormatException("排版规则文件是空的或不是键值写法。");
        var figures = Items(root, "figures").Select(ReadFigure).ToDictionary(f => f.Id);
        var faces = Items(root, "fonts").Select(ReadFace).ToDictionary(f => f.Role);
        return new LayoutRules(Text(root, "source"), figures, faces);
    }

    private static Figure ReadFigure(YamlMappingNode node) => new(
        Text(node, "id"),
        Number(node, "value"),
        Text(node, "unit"),
        node.Children.ContainsKey("tolerance") ? Number(node, "tolerance") : 0,
        Text(node, "clause"),
        Text(node, "strength"),
        Text(node, "name"));

    private static FaceRule ReadFace(YamlMappingNode node)
    {
        var name = Text(node, "role");
        if (!Roles.TryGetValue(name, out var role)) throw new FormatException($"排版规则中的字体“{name}”不在仿宋、楷体、黑体、小标宋、宋体、西文之列。");
        return new FaceRule(role, name, Text(node, "docx"), Names(node, "faces"), Names(node, "substitutes"));
    }

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode root, string key) =>
        root.Children.TryGetValue(key, out var node) && node is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];

    private static List<string> Names(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) && list is YamlSequenceNode names
            ? [.. names.OfType<YamlScalarNode>().Select(n => n.Value ?? "")]
            : [];

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value ?? "" : "";

    private static double Number(YamlMappingNode node, string key) =>
        double.TryParse(Text(node, key), System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"排版规则第 {node.Start.Line} 行的“{key}”不是数字。");
}
