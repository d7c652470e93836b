using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Challenges;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Chains;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu;

/// Everything the program asks of rules/office, in one list; a module adds its own line.
internal static class OfficeRules
{
    public static readonly RuleNeeds Needs = Together(
        CalendarRules.Needs, DeadlineRules.Needs, AccessRules.Needs, AccountRules.Needs, FileRules.Needs, NumberingRules.Needs, NoticeRules.Needs,
        ProofingRules.Needs, IncomingRules.Needs, ArchiveRules.Needs, DeskRules.Needs, SupervisionRules.Needs, MarkRules.Needs, ChainRules.Needs, MechanismRules.Needs, BurdenRules.Needs, AppraisalRules.Needs, ChallengeRules.Needs,
        DefectRules.Needs, RegulationRules.Needs, PeopleRules.Needs);

    /// <param name="rulesFolder">The rules folder of the deployment; the office rules are in its "office" folder.</param>
    public static RuleLoad Load(string rulesFolder) => RuleBook.Load(Path.Combine(rulesFolder, "office"), Needs);

    private static RuleNeeds Together(params RuleNeeds[] needs) =>
        new([.. needs.SelectMany(n => n.Keys)], [.. needs.SelectMany(n => n.Checks)]);
}
