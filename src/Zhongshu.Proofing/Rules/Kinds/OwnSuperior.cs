using System.Text.RegularExpressions;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>
/// The superior that a document's own names give away: who writes 市人民政府 without the name of the city is under it, and
/// 临江市教育局 is under 临江市人民政府. Party bodies, people's congresses and courts are under no government.
/// </summary>
internal static partial class OwnSuperior
{
    public static string? Of(DocumentStructure structure)
    {
        if (structure.Addressee is not { Length: > 0 and < 20 } to || structure.Signatures is not [var by] || Independent().IsMatch(by) || Government().Match(to.Trim()) is not { Success: true } found) return null;
        var (place, level) = (found.Groups["place"].Value, found.Groups["level"].Value);
        if (place.Length == 0) return by.EndsWith("人民政府", StringComparison.Ordinal) ? Lower(by, level) ? to : null : Department().IsMatch(by) ? to : null;
        return Department().IsMatch(by) && by.StartsWith(place + level, StringComparison.Ordinal) ? to : null;
    }

    /// <summary>Whether a government stands under the one of a level: a county's under the city's, a city's under the province's.</summary>
    private static bool Lower(string government, string level)
    {
        const string Order = "乡镇街县区旗市州省";
        var own = government[^5];
        return level.Length == 1 && Order.Contains(own, StringComparison.Ordinal) && Order.IndexOf(own, StringComparison.Ordinal) < Order.IndexOf(level[0], StringComparison.Ordinal)
            && !(own is '乡' or '镇' && level[0] is '乡' or '镇') && !(own is '县' or '区' or '旗' && level[0] is '县' or '区' or '旗');
    }

    [GeneratedRegex("^(?<place>[\\u4E00-\\u9FA5]{0,4}?)(?<level>省|市|县|区|州|旗|自治区)(?:人民)?政府$")]
    private static partial Regex Government();

    [GeneratedRegex("(?:局|厅|卫生健康委员会|改革委员会|管理委员会|事务中心|服务中心)$")]
    private static partial Regex Department();

    [GeneratedRegex("中共|委员会办公室|[省市县区州]委|党组|人大|政协|法院|检察院|军|税务|海关|气象|银行|烟草|邮政")]
    private static partial Regex Independent();
}
