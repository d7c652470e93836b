using Zhongshu.Proofing.Rules;

namespace Zhongshu.Proofing.Reports;

/// <summary>One thing that no program can judge and a person ticks off (人工核对事项), as <c>gates.yaml</c> states it.</summary>
/// <param name="Id">Its id, such as <c>content.law</c>.</param>
/// <param name="Sheet">三关; 五关 for the two gates that five have beyond three; 评审; 评语.</param>
/// <param name="Gate">内容关, 文字关, 传送关 …</param>
/// <param name="Item">What to look at, in Chinese.</param>
/// <param name="Source">Where the demand comes from.</param>
public sealed record HandCheck(string Id, string Sheet, string Gate, string Item, string Source)
{
    internal static IReadOnlyList<HandCheck> Load(string path) =>
        [.. YamlLines.Read(path).Select(map => new HandCheck(map["id"], map["sheet"], map["gate"], map["item"], map["source"]))];
}
