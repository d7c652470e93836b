using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Checks;

/// A point of the archive's checks: under which of the three (完整、安全、便于利用; 收得齐、整得清、放得开) it stands, and what measures it; without a measure somebody has to look.
public sealed record CheckPoint(string Id, string Table, string Group, string Word, string Measure);

/// A point of the yearly appraisal: 档案管理、业务指导、信息化建设.
public sealed record AppraisalPoint(string Id, string Side, string Word, int Points);

/// A law or order that the checks rest on.
public sealed record ArchiveLaw(string Word, string Number, string Since, string Use);

internal static class CheckRules
{
    private const string Use = "档案检查";

    public static readonly IReadOnlyList<string> Measures = ["owed", "gaps", "numbers", "arranged", "scopes", "duties", "detected", "late-loans", "never-used", "products", "topics"];

    public static readonly RuleKey<IReadOnlyList<CheckPoint>> Points = RuleKey.Table("archives.checks", Use, r => new CheckPoint(r.Text("id"), r.Text("table"), r.Text("group"), r.Text("word"), r.TextOr("measure", "")));

    /// In percent of the pieces: more than that never used is told.
    public static readonly RuleKey<int> NeverUsed = RuleKey.Whole("archives.never-used", Use);

    /// In months: for how long what somebody saw, or a detection, holds good.
    public static readonly RuleKey<int> GoodFor = RuleKey.Whole("archives.check-every", Use);

    public static readonly RuleKey<IReadOnlyList<AppraisalPoint>> Appraisal = RuleKey.Table("archives.appraisal", "档案考核", r => new AppraisalPoint(r.Text("id"), r.Text("side"), r.Text("word"), r.Whole("points")));

    public static readonly RuleKey<IReadOnlyList<ArchiveLaw>> Laws = RuleKey.Table("archives.laws", "档案制度依据", r => new ArchiveLaw(r.Text("word"), r.Text("number"), r.TextOr("since", ""), r.Text("use")));

    public static readonly RuleNeeds Needs = new([Points, NeverUsed, GoodFor, Appraisal, Laws], [MeasuresAreKnown]);

    private static IEnumerable<(RuleKey Key, string Message)> MeasuresAreKnown(RuleBook book) =>
        book.Value(Points).Where(p => p.Measure.Length > 0 && !Measures.Contains(p.Measure, StringComparer.Ordinal)).Select(p => ((RuleKey)Points, $"“{p.Word}”的“measure”应为{string.Join('、', Measures)}之一，或不写，由人检查。"));
}
