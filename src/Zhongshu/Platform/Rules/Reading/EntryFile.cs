using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Platform.Rules.Reading;

/// A rule file: a title and its entries.
internal static partial class EntryFile
{
    public static IReadOnlyList<RuleEntry> Read(string text, Faults faults)
    {
        if (YamlFile.Mapping(text, faults) is not { } root) return [];
        var fields = new Fields(root, "", faults);
        fields.Required("title", "这一类规则的名称");
        if (!fields.Has("entries")) fields.Fault("entries", "缺少“entries”（条目列表），请补上。");
        var entries = new List<RuleEntry>();
        foreach (var node in fields.Sequence("entries"))
        {
            if (node is not YamlMappingNode mapping) faults.Add((int)node.Start.Line, "条目应由“字段: 内容”组成。");
            else if (Entry(mapping, faults) is { } entry) entries.Add(entry);
        }
        fields.Close();
        return entries;
    }

    private static RuleEntry? Entry(YamlMappingNode mapping, Faults faults)
    {
        var before = faults.Problems.Count;
        var id = mapping.Children.TryGetValue(new YamlScalarNode("id"), out var node) ? (node as YamlScalarNode)?.Value ?? "" : "";
        var fields = new Fields(mapping, id.Length > 0 ? $"条目“{id}”" : "条目", faults);
        id = fields.Required("id", "编号");
        if (id.Length > 0 && !IdPattern().IsMatch(id))
            fields.Fault("id", "的编号只能用小写字母、数字、连字符和点，如 deadlines.chase-at。");
        var title = fields.Required("title", "名称");
        var figure = FigureReading.FromFields(fields);
        var (min, max) = (fields.Number("min"), fields.Number("max"));
        var source = fields.Required("source", "依据的文件，本单位做法写“本单位习惯”");
        var article = fields.Text("article") ?? "";
        fields.Required("since", "施行日期");
        var since = fields.Date("since");
        var until = fields.Date("until");
        if (until < since) fields.Fault("until", "的“until”早于“since”。");
        var strength = ReadStrength(fields);
        var adjustable = ReadAdjustable(fields, strength);
        var note = fields.Text("note") ?? "";
        CheckRange(fields, figure, min, max);
        fields.Close();
        if (faults.Problems.Count > before || figure is null) return null;
        return new RuleEntry
        {
            Id = id, Title = title, Figure = figure, Original = figure, Source = source, Article = article,
            Since = since!.Value, Until = until, Strength = strength!.Value, Adjustable = adjustable,
            Min = min, Max = max, Note = note, File = faults.File, Line = fields.Line,
        };
    }

    private static Strength? ReadStrength(Fields fields)
    {
        var word = fields.Required("strength", "效力：规定、原则上、实务、本单位");
        if (word.Length == 0) return null;
        var strength = StrengthWords.Parse(word);
        if (strength is null) fields.Fault("strength", $"的“strength”应为 规定、原则上、实务 或 本单位，现为“{word}”。");
        return strength;
    }

    private static Adjustable ReadAdjustable(Fields fields, Strength? strength)
    {
        var word = fields.Text("override") ?? (strength == Strength.Mandatory ? "never" : "allowed");
        if (strength == Strength.Mandatory && word == "allowed")
            fields.Fault("override", "是规定，本单位只能从严：“override”请写 never、lower-only 或 higher-only。");
        switch (word)
        {
            case "never": return Adjustable.Never;
            case "allowed": return Adjustable.Freely;
            case "lower-only" when fields.Has("number") || fields.Has("limit"): return Adjustable.LowerOnly;
            case "higher-only" when fields.Has("number") || fields.Has("limit"): return Adjustable.HigherOnly;
            case "lower-only" or "higher-only":
                fields.Fault("override", "不是数字或时限，“override”只能写 never 或 allowed。");
                return Adjustable.Never;
            default:
                fields.Fault("override", $"的“override”应为 never、allowed、lower-only 或 higher-only，现为“{word}”。");
                return Adjustable.Never;
        }
    }

    private static void CheckRange(Fields fields, Figure? figure, decimal? min, decimal? max)
    {
        if ((min ?? max) is null || figure is null) return;
        if (figure is not NumberFigure number) fields.Fault("min", "的“min”“max”只用于数字（number）。");
        else if (number.Value < min || number.Value > max) fields.Fault("number", "的数字不在“min”和“max”之间。");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex IdPattern();
}
