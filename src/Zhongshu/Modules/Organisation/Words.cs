using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Organisation;

/// The words of the trade for what the tables hold as numbers; sheets and pages use the same.
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, UnitKind> UnitKinds = new Dictionary<string, UnitKind>(StringComparer.Ordinal)
    {
        ["上级机关"] = UnitKind.Superior,
        ["本级机关"] = UnitKind.Own,
        ["内设科室"] = UnitKind.Section,
        ["下级单位"] = UnitKind.Subordinate,
        ["不相隶属单位"] = UnitKind.Outside,
    };

    public static readonly IReadOnlyDictionary<string, DutyKind> DutyKinds = new Dictionary<string, DutyKind>(StringComparer.Ordinal)
    {
        ["对口"] = DutyKind.Counterpart,
        ["归口"] = DutyKind.Field,
        ["综合统筹"] = DutyKind.Coordination,
        ["专项任务"] = DutyKind.Special,
    };

    public static readonly IReadOnlyDictionary<string, ContactCircle> Circles = new Dictionary<string, ContactCircle>(StringComparer.Ordinal)
    {
        ["上级机关"] = ContactCircle.Superior,
        ["同级几套班子"] = ContactCircle.PeerOrgan,
        ["兄弟单位"] = ContactCircle.Sister,
        ["下级市县"] = ContactCircle.Subordinate,
        ["直属单位"] = ContactCircle.Department,
    };

    public static readonly IReadOnlyDictionary<GapKind, string> Gaps = new Dictionary<GapKind, string>
    {
        [GapKind.VacantPost] = "岗位无人",
        [GapKind.DutyWithoutUnit] = "职责无科室",
        [GapKind.DutyWithoutPerson] = "职责无专人",
        [GapKind.SectionWithoutDuty] = "科室无职责",
        [GapKind.NoDeputy] = "缺AB角",
        [GapKind.OneSidedDeputy] = "AB角未互备",
        [GapKind.LeaderWithoutPortfolio] = "领导未列分管",
        [GapKind.PersonWithoutPost] = "人员无岗位",
    };

    public static readonly IReadOnlyDictionary<string, int> Clearances = new Dictionary<string, int>(StringComparer.Ordinal) { ["无"] = 0, ["秘密"] = 1, ["机密"] = 2, ["绝密"] = 3 };

    public static string Of<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct
    {
        foreach (var (word, known) in words)
            if (EqualityComparer<T>.Default.Equals(known, value)) return word;
        return "";
    }

    /// Role ids with their words, as the rules list them.
    public static IReadOnlyDictionary<string, string> Roles(RuleBook rules) => rules.Value(AccessRules.Roles).ToDictionary(r => r.Id, r => r.Word, StringComparer.Ordinal);

    public static string RolesOf(Post post, IReadOnlyDictionary<string, string> words) => string.Join('、', OrganisationBook.RolesOf(post).Select(r => words.GetValueOrDefault(r, r)));
}
