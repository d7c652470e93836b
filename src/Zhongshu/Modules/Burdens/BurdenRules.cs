using Zhongshu.Modules.Burdens.Events;
using Zhongshu.Modules.Burdens.Papers;
using Zhongshu.Modules.Burdens.Savings;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Burdens;

/// One kind of burden that nobody should cause, and what forbids it.
internal sealed record NegativeItem(string Id, string Word, string Source);

internal static class BurdenRules
{
    private const string Use = "总量管控与减负";

    public static readonly RuleKey<IReadOnlyList<KindWord>> Kinds = RuleKey.Table("burdens.kinds", Use,
        r => new KindWord(r.Text("id"), r.Text("word"), r.Text("measure"), r.List("signs")));

    /// At which share of the plan the light turns yellow.
    public static readonly RuleKey<decimal> Alarm = RuleKey.Number("burdens.alarm", Use);

    /// A plan above last year's figure times this needs a written reason.
    public static readonly RuleKey<decimal> NotMore = RuleKey.Number("burdens.not-more", Use);

    public static readonly RuleKey<int> MeetingCap = RuleKey.Whole("burdens.meeting-cap", Use);

    public static readonly RuleKey<int> InspectionCap = RuleKey.Whole("burdens.inspection-cap", Use);

    /// 改头换面: how alike two titles must be, and how far apart in time they may lie, in months.
    public static readonly RuleKey<decimal> Likeness = RuleKey.Number("burdens.likeness", Use);

    public static readonly RuleKey<int> LikeWithin = RuleKey.Whole("burdens.like-within", Use);

    /// 一表通: what the house fills in itself, how alike two questions must be, how many months an answer stands, how long a question takes.
    public static readonly RuleKey<IReadOnlyList<string>> KnownAnswers = RuleKey.List("burdens.known-answers", Use);

    public static readonly RuleKey<decimal> FormLikeness = RuleKey.Number("burdens.form-likeness", Use);

    public static readonly RuleKey<int> FormWithin = RuleKey.Whole("burdens.form-within", Use);

    public static readonly RuleKey<int> MinutesAQuestion = RuleKey.Whole("burdens.minutes-a-question", Use);

    /// 负面清单: what a report is held against.
    public static readonly RuleKey<IReadOnlyList<NegativeItem>> NegativeList = RuleKey.Table("burdens.negative-list", Use, r => new NegativeItem(r.Text("id"), r.Text("word"), r.Text("source")));

    /// 开通 or 不开通
    public static readonly RuleKey<string> Unnamed = RuleKey.Text("burdens.unnamed", Use);

    /// In months.
    public static readonly RuleKey<int> LookBack = RuleKey.Whole("burdens.look-back", Use);

    public static readonly RuleKey<IReadOnlyList<string>> RatingItems = RuleKey.List("burdens.rating-items", Use);

    public static readonly RuleKey<int> RatingGroup = RuleKey.Whole("burdens.rating-group", Use);

    /// 办文指数
    public static readonly RuleKey<IReadOnlyList<PaperStandard>> PaperStandards = RuleKey.Table("burdens.paper-standards", Use, r => new PaperStandard(r.Text("id"), r.Text("aspect"), r.Text("word"), r.Whole("points")));

    public static readonly RuleKey<IReadOnlyList<EventKind>> EventKinds = RuleKey.Table("burdens.event-kinds", Use, r => new EventKind(r.Text("id"), r.Text("word")));

    /// In months: until an event's effect must be reported, and until a signing that has not landed is suspect.
    public static readonly RuleKey<int> EventReport = RuleKey.Whole("burdens.event-report", Use);

    public static readonly RuleKey<int> SigningIdle = RuleKey.Whole("burdens.signing-idle", Use);

    public static readonly RuleKey<IReadOnlyList<SavingKind>> SavingKinds = RuleKey.Table("burdens.saving-kinds", Use, r => new SavingKind(r.Text("id"), r.Text("word")));

    /// Whose figures may be quoted.
    public static readonly RuleKey<IReadOnlyList<string>> Platforms = RuleKey.List("burdens.platforms", Use);

    public static readonly RuleNeeds Needs = new(
    [
        Kinds, Alarm, NotMore, MeetingCap, InspectionCap, Likeness, LikeWithin, KnownAnswers, FormLikeness, FormWithin, MinutesAQuestion,
        NegativeList, Unnamed, LookBack, RatingItems, RatingGroup,
        PaperStandards, EventKinds, EventReport, SigningIdle, SavingKinds, Platforms,
    ], [KnownKinds]);

    public static KindWord WordOf(this RuleBook book, BurdenKind kind) => book.Value(Kinds)[(int)kind - 1];

    /// The code knows the kinds by their ids; their words are the unit's own.
    private static IEnumerable<(RuleKey Key, string Message)> KnownKinds(RuleBook book)
    {
        if (!book.Value(Kinds).Select(k => k.Id).SequenceEqual(KindIds)) yield return (Kinds, $"种类的 id 应依次为 {string.Join('、', KindIds)}。");
    }

    private static readonly string[] KindIds = ["document", "meeting", "inspection", "pledge", "form", "group"];
}
