using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.IncomingDocuments;

/// 来文种类: how a piece came, whether it is usually read (阅知) or acted on (批办), and whether it must be answered.
internal sealed record IncomingKindWord(string Id, string Word, string Action, bool IsRequest);

/// 密级, its level and its longest term in years.
internal sealed record ClassificationWord(string Word, int Level, int Years);

/// One of the eight checks (八关).
internal sealed record IncomingCheck(string Id, string Word, string Ask);

/// One of the three questions before proposing handling (三问).
internal sealed record ProposalQuestion(string Id, string Ask);

/// Why a piece is returned, what to advise, and the clause it rests on.
internal sealed record ReturnReason(string Id, string Reason, string Advice, string Article);

/// A common sentence of 拟办意见 with placeholders in braces.
internal sealed record ProposalPhrase(string Id, string Title, string Text);

/// One of the four ways to tell who answers for a document that concerns several (区分处理).
internal sealed record RoutingDistinction(string Word, string Text);

/// One stage of a large construction project: the words that show it, and the word by which the duty library knows who handles it.
internal sealed record ProjectStage(string Word, IReadOnlyList<string> Words, string Duty);

/// A kind of submission and how many working days before it is needed it must be here.
internal sealed record ReviewLead(string Word, int Workdays);

/// One of the six principles for disputed routing, in order.
internal sealed record RoutingPrinciple(string Id, string Word, string Text);

internal static class IncomingRules
{
    public static readonly RuleKey<IReadOnlyList<string>> Steps = RuleKey.List("incoming.steps", "收文流程");

    public static readonly RuleKey<IReadOnlyList<IncomingKindWord>> Kinds = RuleKey.Table("incoming.kinds", "收文登记",
        r => new IncomingKindWord(r.Text("id"), r.Text("word"), r.Text("action"), r.YesNo("request")));

    public static readonly RuleKey<IReadOnlyList<string>> DocumentTypes = RuleKey.List("incoming.document-types", "收文登记");

    public static readonly RuleKey<IReadOnlyList<string>> Actions = RuleKey.List("incoming.actions", "收文登记");

    public static readonly RuleKey<IReadOnlyList<ClassificationWord>> Classifications = RuleKey.Table("incoming.classifications", "收文登记",
        r => new ClassificationWord(r.Text("word"), r.Whole("level"), r.Whole("years")));

    public static readonly RuleKey<IReadOnlyList<IncomingCheck>> Checks = RuleKey.Table("incoming.checks", "来文初审",
        r => new IncomingCheck(r.Text("id"), r.Text("word"), r.Text("ask")));

    public static readonly RuleKey<IReadOnlyList<ProposalQuestion>> ThreeQuestions = RuleKey.Table("incoming.three-questions", "拟办",
        r => new ProposalQuestion(r.Text("id"), r.Text("ask")));

    public static readonly RuleKey<IReadOnlyList<ReturnReason>> ReturnReasons = RuleKey.Table("incoming.return-reasons", "退文",
        r => new ReturnReason(r.Text("id"), r.Text("reason"), r.Text("advice"), r.Text("article")));

    public static readonly RuleKey<IReadOnlyList<ProposalPhrase>> Phrases = RuleKey.Table("incoming.phrases", "拟办",
        r => new ProposalPhrase(r.Text("id"), r.Text("title"), r.Text("text")));

    public static readonly RuleKey<IReadOnlyList<RoutingPrinciple>> RoutingPrinciples = RuleKey.Table("incoming.duty-principles", "分办分歧裁定",
        r => new RoutingPrinciple(r.Text("id"), r.Text("word"), r.Text("text")));

    /// Kinds whose sender must be answered before they are closed.
    public static readonly RuleKey<IReadOnlyList<string>> AnsweredKinds = RuleKey.List("incoming.answered-kinds", "办结答复");

    /// Kinds whose result is reported back after they are closed (回传).
    public static readonly RuleKey<IReadOnlyList<string>> ReportedKinds = RuleKey.List("incoming.reported-kinds", "结果回传");

    /// Kinds for which the three questions must be answered before handling is proposed.
    public static readonly RuleKey<IReadOnlyList<string>> QuestionedKinds = RuleKey.List("incoming.questioned-kinds", "拟办");

    /// Words of an instruction that only agree with the proposal, and words that go against it.
    public static readonly RuleKey<IReadOnlyList<string>> AgreementWords = RuleKey.List("incoming.agreement-words", "批示件");

    public static readonly RuleKey<IReadOnlyList<string>> DifferenceWords = RuleKey.List("incoming.difference-words", "批示件");

    public static readonly RuleKey<IReadOnlyList<RoutingDistinction>> Distinctions = RuleKey.Table("incoming.distinctions", "区分处理",
        r => new RoutingDistinction(r.Text("word"), r.Text("text")));

    /// Words by which a document asks for coordination and not for one single task.
    public static readonly RuleKey<IReadOnlyList<string>> CoordinationWords = RuleKey.List("incoming.coordination-words", "分办建议");

    /// Words that show a large construction project, and its stages.
    public static readonly RuleKey<IReadOnlyList<string>> ProjectWords = RuleKey.List("incoming.project-words", "分办建议");

    public static readonly RuleKey<IReadOnlyList<ProjectStage>> ProjectStages = RuleKey.Table("incoming.project-stages", "分办建议",
        r => new ProjectStage(r.Text("word"), r.List("words"), r.Text("duty")));

    /// Words of matters that go to a leader before they are handed out.
    public static readonly RuleKey<IReadOnlyList<string>> LeaderWords = RuleKey.List("incoming.leader-words", "拟办");

    /// 来件提醒: by when a unit below has downloaded, printed and presented what came; and how long it may keep it unpresented.
    public static readonly RuleKey<Within> ReceiptWithin = RuleKey.Limit("incoming.receipt-within", "来件提醒");

    public static readonly RuleKey<Within> PresentWithin = RuleKey.Limit("incoming.present-within", "防截流预警");

    public static readonly RuleKey<IReadOnlyList<Steps.StepDuty>> StepDuties = RuleKey.Table("incoming.step-duties", "收文办理流程",
        r => new Steps.StepDuty(r.Text("step"), r.Text("word"), r.Text("procedure"), r.Text("demand"), r.Text("role"), r.Text("responsible")));

    /// Words by which a document from above asks lower levels to make or amend something.
    public static readonly RuleKey<IReadOnlyList<string>> FollowUpWords = RuleKey.List("incoming.follow-up-words", "配套事项");

    public static readonly RuleKey<IReadOnlyList<ReviewLead>> ReviewLeads = RuleKey.Table("incoming.review-leads", "报件意向",
        r => new ReviewLead(r.Text("word"), r.Whole("workdays")));

    public static readonly RuleKey<Within> DuplicateWindow = RuleKey.Limit("incoming.duplicate-window", "登记查重");

    public static readonly RuleKey<string> DailyClearAt = RuleKey.Text("incoming.daily-clear-at", "日清检查");

    public static readonly RuleNeeds Needs = new(
    [
        Steps, Kinds, DocumentTypes, Actions, Classifications, Checks, ThreeQuestions, ReturnReasons, Phrases,
        RoutingPrinciples, DuplicateWindow, DailyClearAt, AnsweredKinds, ReportedKinds, QuestionedKinds,
        AgreementWords, DifferenceWords,
        Distinctions, CoordinationWords, ProjectWords, ProjectStages, LeaderWords,
        ReceiptWithin, PresentWithin, StepDuties, FollowUpWords, ReviewLeads,
    ],
    [KindsExist]);

    /// Written where a list of kinds names none.
    private const string None = "无";

    private static IEnumerable<(RuleKey Key, string Message)> KindsExist(RuleBook book)
    {
        var known = book.Value(Kinds).Select(k => k.Id).Append(None).ToHashSet(StringComparer.Ordinal);
        foreach (var key in new[] { AnsweredKinds, ReportedKinds, QuestionedKinds })
            if (book.Value(key).FirstOrDefault(k => !known.Contains(k)) is { } unknown)
                yield return (key, $"应为{string.Join('、', known)}之一，现有“{unknown}”。");
    }
}
