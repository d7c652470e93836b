using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Appraisals.Discipline;
using Zhongshu.Modules.Appraisals.People;
using Zhongshu.Modules.Appraisals.Voices;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Boards;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Challenges;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Accountability;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.Improvements;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.Materials;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Movements;
using Zhongshu.Modules.PeopleFiles.PartyLife;
using Zhongshu.Modules.PeopleFiles.Qualities;
using Zhongshu.Modules.PeopleFiles.Tolerances;
using Zhongshu.Modules.Portals;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Chains;
using Zhongshu.Modules.Supervision.Closings;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Modules.Supervision.Procedure;
using Zhongshu.Modules.Supervision.Projects;
using Zhongshu.Modules.Supervision.Reforms;
using Zhongshu.Modules.Supervision.Rounds;
using Zhongshu.Modules.Teams;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu;

/// Everything the program asks of rules/office, in one list; a module adds its own line.
internal static class OfficeRules
{
    public static readonly RuleNeeds Needs = Together(
        CalendarRules.Needs, DeadlineRules.Needs, AccessRules.Needs, AccountRules.Needs, FileRules.Needs, NumberingRules.Needs, NoticeRules.Needs,
        ProofingRules.Needs, IncomingRules.Needs, ArchiveRules.Needs, DeskRules.Needs, SupervisionRules.Needs, MarkRules.Needs, ChainRules.Needs, MechanismRules.Needs, ProjectRules.Needs, MaturityRules.Needs, GradeRules.Needs, ProcedureRules.Needs, RoundRules.Needs, BurdenRules.Needs, AppraisalRules.Needs, DisciplineRules.Needs, VoiceRules.Needs, PersonRules.Needs, ChallengeRules.Needs,
        DefectRules.Needs, AccountabilityRules.Needs, RegulationRules.Needs, MaterialRules.Needs, ImprovementRules.Needs, PeopleRules.Needs, PartyRules.Needs, MovementRules.Needs, QualityRules.Needs, ToleranceRules.Needs, TeamRules.Needs, CoordinationRules.Needs, BoardRules.Needs, PortalRules.Needs);

    /// <param name="rulesFolder">The rules folder of the deployment; the office rules are in its "office" folder.</param>
    public static RuleLoad Load(string rulesFolder) => RuleBook.Load(Path.Combine(rulesFolder, "office"), Needs);

    private static RuleNeeds Together(params RuleNeeds[] needs) =>
        new([.. needs.SelectMany(n => n.Keys)], [.. needs.SelectMany(n => n.Checks)]);
}
