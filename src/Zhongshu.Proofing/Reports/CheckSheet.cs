using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Reports;

/// <summary>One line of a sheet that a proofreader ticks off.</summary>
/// <param name="Sheet">三关, 短实新 or 常见病.</param>
/// <param name="Gate">内容关, 格式关, 文字关; 短, 实, 新; 文种混淆, 格式错误, 行文混乱.</param>
/// <param name="Item">What is looked at; empty where the gate is one item.</param>
/// <param name="Read">What was read out of the document, 未标注 where it has none; empty for an item that is no element.</param>
/// <param name="Errors">错误 found.</param>
/// <param name="Suspects">疑似 found.</param>
/// <param name="Suggestions">建议 found.</param>
public sealed record CheckRow(string Sheet, string Gate, string Item, string Read, int Errors, int Suspects, int Suggestions);

/// <summary>
/// Findings ordered the way offices sign a draft off: three gates (三关: content, form, wording), three virtues (短实新) and the three common
/// ills (文种混淆、格式错误、行文混乱). A finding counts once in each sheet, under the first item that names its rule.
/// </summary>
public static class CheckSheet
{
    private sealed record Item(string Sheet, string Gate, string Name, Func<DocumentStructure, string>? Read, params string[] Rules);

    private static readonly Item[] Items =
    [
        new("三关", "内容关", "数据、日期和前后一致", null, "consistency"),
        new("三关", "内容关", "篇幅和文风", null, "length"),
        new("三关", "内容关", "涉密和个人信息", null, "secrecy.publication", "secrecy.identity", "secrecy.phone", "secrecy.bank", "secrecy.unit-word"),
        new("三关", "格式关", "主送", s => s.Addressee ?? "", "kind.request-addressees", "kind.to-leader", "layout.addressee-colon"),
        new("三关", "格式关", "抄送", s => s.CopyTo ?? "", "kind.copy-down", "layout.copy-stop"),
        new("三关", "格式关", "发文时间", s => s.Date?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture) ?? "", "kind.date"),
        new("三关", "格式关", "发文号", s => s.DocumentNumberAsWritten ?? "", "kind.number"),
        new("三关", "格式关", "密级", s => s.Classification ?? "", "secrecy"),
        new("三关", "格式关", "紧急程度", s => s.Urgency ?? ""),
        new("三关", "格式关", "层次、附件和版式", null, "heading", "kind.attachment", "layout"),
        new("三关", "格式关", "文种", s => s.Kind == DocumentKind.Unknown ? "" : s.Kind.ToString(), "kind"),
        new("三关", "文字关", "错别字和用词", null, "typo"),
        new("三关", "文字关", "标点", null, "punct"),
        new("三关", "文字关", "数字和计量单位", null, "number"),
        new("三关", "文字关", "本单位用语", null, "unit"),
        new("短实新", "短", "", null, "length.limit", "length.sentence", "length.measure", "length.run-up", "length.background", "length.attachments", "length.courtesy", "length.plain"),
        new("短实新", "实", "", null, "length.declarations", "length.general", "length.no-figures", "length.goal-only", "length.definition", "length.ornate", "length.figurative", "length.absolute", "length.unstructured"),
        new("短实新", "新", "", null, "length.same", "length.only-dates", "length.cliche", "length.told-before", "length.not-first", "length.residue"),
        new("常见病", "行文混乱", "", null, "kind.copy-down", "kind.request-two", "kind.request-addressees", "kind.to-leader", "kind.no-signer", "kind.report-request", "kind.letter-up"),
        new("常见病", "格式错误", "", null, "layout", "heading", "secrecy", "kind.number", "kind.date", "kind.attachment"),
        new("常见病", "文种混淆", "", null, "kind.request-report", "kind.double", "kind.minutes", "kind.not-a-kind", "kind.title-kind", "kind.ending", "kind.request-as-report"),
    ];

    /// <summary>Gates and items of the sheet of three gates that findings fall under, in the order of the sheet.</summary>
    public static IReadOnlyList<(string Gate, string Item)> ThreeGates { get; } =
        [.. Items.Where(item => item.Sheet == "三关" && item.Rules.Length > 0).Select(item => (item.Gate, item.Name))];

    /// <summary>Where in the sheet of three gates a rule's findings stand.</summary>
    /// <param name="rule">Rule id.</param>
    public static (string Gate, string Item) GateOf(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var item = Array.Find(Items, item => item.Sheet == "三关" && Array.Exists(item.Rules, wanted => Concerns(wanted, rule)));
        return item is null ? ("", "") : (item.Gate, item.Name);
    }

    /// <summary>The rows of all three sheets, in their order.</summary>
    /// <param name="structure">The structure the check was made on.</param>
    /// <param name="findings">What the check found.</param>
    public static IReadOnlyList<CheckRow> Of(DocumentStructure structure, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(findings);
        var counts = new int[Items.Length, 3];
        foreach (var finding in findings)
        {
            foreach (var sheet in Items.Select(item => item.Sheet).Distinct())
            {
                var at = Array.FindIndex(Items, item => item.Sheet == sheet && Array.Exists(item.Rules, rule => Concerns(rule, finding.Rule)));
                if (at >= 0) counts[at, (int)finding.Severity]++;
            }
        }

        return [.. Items.Select((item, i) => new CheckRow(
            item.Sheet, item.Gate, item.Name, Reading(item, structure), counts[i, (int)Severity.Error], counts[i, (int)Severity.Suspect], counts[i, (int)Severity.Suggestion]))];
    }

    private static string Reading(Item item, DocumentStructure structure) =>
        item.Read is not { } read ? "" : read(structure) is { Length: > 0 } value ? value : "未标注";

    /// <summary>A rule, its family, or the group that its name begins with.</summary>
    private static bool Concerns(string wanted, string rule) =>
        rule.StartsWith(wanted, StringComparison.Ordinal) && (rule.Length == wanted.Length || rule[wanted.Length] is '.' or '-');
}
