using YamlDotNet.RepresentationModel;
using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules.Reading;

/// Reads the figure of an entry from its fields, or from the text of a unit's adjustment.
internal static class FigureReading
{
    public static readonly string[] Kinds = ["number", "limit", "text", "list", "table"];

    public static Figure? FromFields(Fields fields)
    {
        var kinds = Kinds.Where(fields.Has).ToArray();
        var unit = fields.Text("unit");
        foreach (var absent in Kinds.Except(kinds, StringComparer.Ordinal)) fields.Node(absent);
        if (kinds.Length != 1)
        {
            fields.Fault("id", $"应当有且只有一项内容，请在 {string.Join('、', Kinds)} 中选写一项。");
            foreach (var kind in kinds) fields.Node(kind);
            return null;
        }
        if (unit is not null && kinds[0] != "number") fields.Fault("unit", "“unit”只用于数字（number）。");
        return kinds[0] switch
        {
            "number" => fields.Number("number") is { } number ? new NumberFigure(number, unit ?? "") : null,
            "limit" => Limit(fields),
            "text" => fields.Required("text", "内容") is { Length: > 0 } text ? new TextFigure(text) : null,
            "list" => List(fields.Sequence("list"), line => fields.Fault("list", line)),
            _ => Table(fields.Sequence("table"), line => fields.Fault("table", line)),
        };
    }

    /// An adjustment, in the form of the figure that it replaces.
    public static Figure? Parse(Figure like, string text, Faults faults)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            faults.Add(0, "内容不能为空。");
            return null;
        }
        switch (like)
        {
            case NumberFigure number:
                if (decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)) return number with { Value = value };
                faults.Add(0, $"应为数字，现为“{text}”。");
                return null;
            case LimitFigure:
                if (Within.TryParse(text, out var within)) return new LimitFigure(within);
                faults.Add(0, LimitMessage(text));
                return null;
            case TextFigure:
                return new TextFigure(text);
            case ListFigure:
                return new ListFigure(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            default:
                var root = YamlFile.Root(text, faults);
                if (root is YamlSequenceNode rows) return Table([.. rows], m => faults.Add(0, m));
                if (root is not null) faults.Add(0, "表格应逐行以“- ”开头。");
                return null;
        }
    }

    private static LimitFigure? Limit(Fields fields)
    {
        var text = fields.Required("limit", "时限");
        if (text.Length == 0) return null;
        if (Within.TryParse(text, out var within)) return new LimitFigure(within);
        fields.Fault("limit", LimitMessage(text));
        return null;
    }

    private static string LimitMessage(string text) =>
        $"时限写法不对：“{text}”。可写：当日、30分钟、2小时、4个工作小时、5个工作日、15日、3个月。";

    private static ListFigure? List(IReadOnlyList<YamlNode> nodes, Action<string> fault)
    {
        var items = Texts(nodes);
        if (items is { Count: > 0 }) return new ListFigure(items);
        fault("“list”应为不空的文字列表。");
        return null;
    }

    private static TableFigure? Table(IReadOnlyList<YamlNode> nodes, Action<string> fault)
    {
        var rows = new List<TableRow>(nodes.Count);
        foreach (var node in nodes)
        {
            var cells = (node as YamlMappingNode)?.ToDictionary(c => (c.Key as YamlScalarNode)?.Value ?? "?", c => (IReadOnlyList<string>?)Cell(c.Value), StringComparer.Ordinal);
            if (cells is null || cells.Values.Any(c => c is null))
            {
                fault($"“table”第{rows.Count + 1}行应为“列: 内容”，内容为文字或文字列表。");
                return null;
            }
            rows.Add(new TableRow((int)node.Start.Line, cells!));
        }
        if (rows.Count > 0) return new TableFigure(rows);
        fault("“table”至少要有一行。");
        return null;
    }

    private static List<string>? Cell(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } value } => [value],
        YamlSequenceNode sequence => Texts([.. sequence]),
        _ => null,
    };

    private static List<string>? Texts(IReadOnlyList<YamlNode> nodes)
    {
        var texts = new List<string>(nodes.Count);
        foreach (var node in nodes)
        {
            if (node is not YamlScalarNode { Value: { Length: > 0 } value }) return null;
            texts.Add(value);
        }
        return texts;
    }
}
