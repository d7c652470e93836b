using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Defects;

/// A stage of office work; Steps are the flow's steps at which its risks are shown.
public sealed record StageWord(string Id, string Word, IReadOnlyList<string> Steps);

/// How a slip was found; MustReview when it may not be struck off without a review.
public sealed record FoundWord(string Id, string Word, bool MustReview);

/// What a slip caused; IsGrave when every step of the review is needed.
public sealed record ConsequenceWord(string Id, string Word, bool IsGrave);

/// One step of a review; GraveOnly when a slight slip goes without it.
public sealed record ReviewStep(string Id, string Word, string Hint, bool GraveOnly);

/// 分类施策: the way a class of problem is dealt with, and what is to be said of it at the end.
public sealed record ApproachWord(string Id, string Word, string Way, string Asks);

public sealed record KindOfDefect(string Id, string Word);

/// A kind of lesson with the questions that an entry answers.
public sealed record LessonKind(string Id, string Word, IReadOnlyList<string> Asks);

internal static class DefectRules
{
    private const string Use = "错情复盘";

    private const string Yes = "是";

    public static readonly RuleKey<IReadOnlyList<KindOfDefect>> Kinds = RuleKey.Table("defects.kinds", Use, r => new KindOfDefect(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<StageWord>> Stages = RuleKey.Table("defects.stages", Use, r => new StageWord(r.Text("id"), r.Text("word"), r.List("steps")));

    public static readonly RuleKey<IReadOnlyList<FoundWord>> Found = RuleKey.Table("defects.found", Use, r => new FoundWord(r.Text("id"), r.Text("word"), r.TextOr("review", "") == Yes));

    public static readonly RuleKey<IReadOnlyList<ConsequenceWord>> Consequences = RuleKey.Table("defects.consequences", Use, r => new ConsequenceWord(r.Text("id"), r.Text("word"), r.TextOr("whole", "") == Yes));

    public static readonly RuleKey<IReadOnlyList<ReviewStep>> Steps = RuleKey.Table("defects.review-steps", Use, r => new ReviewStep(r.Text("id"), r.Text("word"), r.Text("hint"), r.TextOr("whole", "") == Yes));

    public static readonly RuleKey<IReadOnlyList<ApproachWord>> Approaches = RuleKey.Table("defects.approaches", Use, r => new ApproachWord(r.Text("id"), r.Text("word"), r.Text("way"), r.Text("asks")));

    public static readonly RuleKey<IReadOnlyList<string>> Aspects = RuleKey.List("defects.aspects", Use);

    public static readonly RuleKey<IReadOnlyList<string>> RiskKinds = RuleKey.List("defects.risk-kinds", Use);

    public static readonly RuleKey<IReadOnlyList<LessonKind>> LessonKinds = RuleKey.Table("defects.lesson-kinds", "经验条目", r => new LessonKind(r.Text("id"), r.Text("word"), r.List("asks")));

    /// The steps of the flows whose last holder is asked for the summary of a matter, and for how many days.
    public static readonly RuleKey<IReadOnlyList<string>> SummarySteps = RuleKey.List("defects.summary-steps", "任务总结");

    public static readonly RuleKey<int> SummaryWithin = RuleKey.Whole("defects.summary-within", "任务总结");

    public static readonly RuleNeeds Needs = new([Kinds, Stages, Found, Consequences, Steps, Approaches, Aspects, RiskKinds, LessonKinds, SummarySteps, SummaryWithin], []);

    /// The open-door way: advice is asked of everybody.
    public const string OpenDoor = "blocked";

    /// Whether it must be reviewed, by how it was found or what it caused.
    public static bool MustReview(this RuleBook rules, Defect defect) => rules.IsGrave(defect) || rules.Value(Found).Any(f => f.Id == defect.Found && f.MustReview);

    public static bool IsGrave(this RuleBook rules, Defect defect) => rules.Value(Consequences).Any(c => c.Id == defect.Consequence && c.IsGrave);

    public static IReadOnlyList<ReviewStep> StepsOf(this RuleBook rules, Defect defect) => rules.IsGrave(defect) ? rules.Value(Steps) : [.. rules.Value(Steps).Where(s => !s.GraveOnly)];

    public static string KindWord(this RuleBook rules, string id) => rules.Value(Kinds).FirstOrDefault(k => k.Id == id)?.Word ?? id;

    public static string StageWord(this RuleBook rules, string id) => rules.Value(Stages).FirstOrDefault(k => k.Id == id)?.Word ?? id;

    public static string FoundWord(this RuleBook rules, string id) => rules.Value(Found).FirstOrDefault(k => k.Id == id)?.Word ?? id;

    public static string ConsequenceWord(this RuleBook rules, string id) => rules.Value(Consequences).FirstOrDefault(k => k.Id == id)?.Word ?? id;
}
