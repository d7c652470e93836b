using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs.Read;

/// Rules, severities and states as an office says them.
internal static class RuleWords
{
    /// Family of a rule id to its name, in the order of the filter.
    public static readonly IReadOnlyDictionary<string, string> Families = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["typo"] = "错别字与用词",
        ["punct"] = "标点",
        ["number"] = "数字与计量",
        ["heading"] = "层次序号",
        ["kind"] = "文种与行文",
        ["length"] = "字数与文风",
        ["consistency"] = "前后一致",
        ["secrecy"] = "保密与个人信息",
        ["layout"] = "要素格式",
        ["unit"] = "本单位规则",
    };

    public static string FamilyOf(string rule) => rule.Split('.')[0];

    public static string Family(string rule) => Families.GetValueOrDefault(FamilyOf(rule), "其他");

    public static string Css(Severity severity) => severity switch { Severity.Error => "error", Severity.Suspect => "suspect", _ => "hint" };

    /// A shape beside the word, so that colour is never alone.
    public static string Shape(Severity severity) => severity switch { Severity.Error => "■", Severity.Suspect => "▲", _ => "●" };

    public static string Css(FindingState state) => state switch { FindingState.Accepted => "accepted", FindingState.Ignored => "ignored", _ => "open" };

    public static string State(FindingState state) => state switch { FindingState.Accepted => "已采纳", FindingState.Ignored => "已忽略", _ => "未处理" };
}
