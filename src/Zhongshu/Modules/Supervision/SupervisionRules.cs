using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision;

/// 来源; whether an item of this source is only closed after somebody went to see.
internal sealed record SourceWord(string Id, string Word, bool Onsite);

/// One of the three classes of time limit: what it grants for the papers' way, for finding out, for working it out, in workdays.
internal sealed record LimitClass(string Id, string Word, int Transit, int Verify, int Study, string Dispatch)
{
    public int Workdays => Transit + Verify + Study;
}

internal sealed record DispatchWord(string Id, string Word, Within Every);

internal sealed record ReportingWord(string Id, string Word, bool Narrow, string Text);

internal sealed record PhaseWord(string Id, string Word, string Text);

/// 佐证种类; whether it can show that something was carried out.
internal sealed record EvidenceWord(string Id, string Word, bool Proves);

internal sealed record CheckingWord(string Id, string Word, bool Onsite);

internal sealed record TopicWord(string Id, string Word);

/// 分册: the items of these sources or these topics, under one name.
internal sealed record LedgerWord(string Id, string Group, string Word, IReadOnlyList<string> Sources, IReadOnlyList<string> Topics);

/// 倒排工期: a phase, and what share of the workdays has passed when it ends.
internal sealed record CountdownPhase(string Word, int Percent);

/// 求助事项 the supervisor may be asked for.
internal sealed record HelpWord(string Id, string Word);

/// 督查方式 of a visit; whether the unit is told before.
internal sealed record VisitWord(string Id, string Word, bool Announced);

internal sealed record TeamWord(string Id, string Word);

/// 沟通和协调: a kind of talk; whether the units of the item read it too.
internal sealed record TalkWord(string Id, string Word, bool Shared);

/// 督查种类; a general one looks at everything and has a cap of its own.
internal sealed record InspectionWord(string Id, string Word, bool General)
{
    /// 无扰督查: by the figures of the house, nobody goes there; it counts against no cap.
    public bool Quiet { get; init; }
}

internal static class SupervisionRules
{
    private const string Use = "督查督办";

    public static readonly RuleKey<IReadOnlyList<SourceWord>> Sources = RuleKey.Table("supervision.sources", Use, r => new SourceWord(r.Text("id"), r.Text("word"), r.YesNo("onsite")));

    public static readonly RuleKey<IReadOnlyList<LimitClass>> Limits = RuleKey.Table("supervision.limits", Use,
        r => new LimitClass(r.Text("id"), r.Text("word"), r.Whole("transit"), r.Whole("verify"), r.Whole("study"), r.Text("dispatch")));

    public static readonly RuleKey<IReadOnlyList<DispatchWord>> Dispatches = RuleKey.Table("supervision.dispatches", Use, r => new DispatchWord(r.Text("id"), r.Text("word"), r.Limit("every")));

    public static readonly RuleKey<IReadOnlyList<ReportingWord>> Reporting = RuleKey.Table("supervision.reporting", Use,
        r => new ReportingWord(r.Text("id"), r.Text("word"), r.YesNo("narrow"), r.Text("text")));

    public static readonly RuleKey<IReadOnlyList<PhaseWord>> Phases = RuleKey.Table("supervision.phases", Use, r => new PhaseWord(r.Text("id"), r.Text("word"), r.Text("text")));

    public static readonly RuleKey<IReadOnlyList<EvidenceWord>> Evidence = RuleKey.Table("supervision.evidence", Use, r => new EvidenceWord(r.Text("id"), r.Text("word"), r.YesNo("proves")));

    public static readonly RuleKey<IReadOnlyList<CheckingWord>> Checking = RuleKey.Table("supervision.checking", Use, r => new CheckingWord(r.Text("id"), r.Text("word"), r.YesNo("onsite")));

    public static readonly RuleKey<Within> CheckLimit = RuleKey.Limit("supervision.check-limit", Use);

    public static readonly RuleKey<int> Extensions = RuleKey.Whole("supervision.extensions", Use);

    public static readonly RuleKey<Within> ExtensionLongest = RuleKey.Limit("supervision.extension-longest", Use);

    public static readonly RuleKey<Within> LookBack = RuleKey.Limit("supervision.look-back", Use);

    public static readonly RuleKey<Within> LongTerm = RuleKey.Limit("supervision.long-term", Use);

    public static readonly RuleKey<Within> ChaseEvery = RuleKey.Limit("supervision.chase-every", Use);

    public static readonly RuleKey<decimal> Likeness = RuleKey.Number("supervision.likeness", Use);

    public static readonly RuleKey<decimal> CopiedShare = RuleKey.Number("supervision.copied-share", Use);

    public static readonly RuleKey<string> LetterNumber = RuleKey.Text("supervision.letter-number", Use);

    public static readonly RuleKey<IReadOnlyList<string>> ProposalVerbs = RuleKey.List("supervision.proposal-verbs", Use);

    public static readonly RuleKey<IReadOnlyList<string>> ProposalPast = RuleKey.List("supervision.proposal-past", Use);

    public static readonly RuleKey<IReadOnlyList<TopicWord>> Topics = RuleKey.Table("supervision.topics", Use, r => new TopicWord(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<LedgerWord>> Ledgers = RuleKey.Table("supervision.ledgers", Use,
        r => new LedgerWord(r.Text("id"), r.Text("group"), r.Text("word"), r.List("sources"), r.List("topics")));

    public static readonly RuleKey<Within> DoubleAfter = RuleKey.Limit("supervision.double-after", Use);

    public static readonly RuleKey<IReadOnlyList<CountdownPhase>> Countdown = RuleKey.Table("supervision.countdown", Use, r => new CountdownPhase(r.Text("word"), r.Whole("percent")));

    public static readonly RuleKey<IReadOnlyList<HelpWord>> HelpKinds = RuleKey.Table("supervision.help-kinds", Use, r => new HelpWord(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<Within> HelpLimit = RuleKey.Limit("supervision.help-limit", Use);

    public static readonly RuleKey<IReadOnlyList<VisitWord>> VisitWays = RuleKey.Table("supervision.visit-ways", Use, r => new VisitWord(r.Text("id"), r.Text("word"), r.YesNo("announced")));

    public static readonly RuleKey<IReadOnlyList<TeamWord>> Team = RuleKey.Table("supervision.team", Use, r => new TeamWord(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<string>> Discipline = RuleKey.List("supervision.discipline", Use);

    public static readonly RuleKey<IReadOnlyList<InspectionWord>> InspectionKinds = RuleKey.Table("supervision.inspection-kinds", Use, r => new InspectionWord(r.Text("id"), r.Text("word"), r.YesNo("general")) { Quiet = r.YesNo("quiet") });

    public static readonly RuleKey<int> InspectionCap = RuleKey.Whole("supervision.inspection-cap", Use);

    public static readonly RuleKey<int> InspectionGeneralCap = RuleKey.Whole("supervision.inspection-general-cap", Use);

    public static readonly RuleKey<int> InspectionTargetCap = RuleKey.Whole("supervision.inspection-target-cap", Use);

    /// 共享督查计划: with whom, and how near in time two plans are to be carried out together.
    public static readonly RuleKey<IReadOnlyList<string>> PlanPartners = RuleKey.List("supervision.plan-partners", Use);

    public static readonly RuleKey<Within> PlanApart = RuleKey.Limit("supervision.plan-apart", Use);

    public static readonly RuleKey<int> InspectionPlanMonth = RuleKey.Whole("supervision.inspection-plan-month", Use);

    public static readonly RuleKey<decimal> PrecedentLikeness = RuleKey.Number("supervision.precedent-likeness", Use);

    public static readonly RuleKey<IReadOnlyList<string>> BlameWords = RuleKey.List("supervision.blame-words", Use);

    /// 三督三察
    public static readonly RuleKey<IReadOnlyList<string>> VisitPoints = RuleKey.List("supervision.visit-points", Use);

    public static readonly RuleKey<IReadOnlyList<TalkWord>> TalkKinds = RuleKey.Table("supervision.talk-kinds", Use, r => new TalkWord(r.Text("id"), r.Text("word"), r.YesNo("shared")));

    /// Sources whose material is sorted out before the letter goes.
    public static readonly RuleKey<IReadOnlyList<string>> DigestSources = RuleKey.List("supervision.digest-sources", Use);

    /// Sources whose closing needs what those concerned say of it.
    public static readonly RuleKey<IReadOnlyList<string>> VoiceSources = RuleKey.List("supervision.voice-sources", Use);

    /// The evidence that says it.
    public const string VoiceEvidence = "feedback";

    public static readonly RuleKey<string> FallbackSection = RuleKey.Text("supervision.fallback-section", Use);

    /// Words that press a task down instead of saying what is to be done.
    public static readonly RuleKey<IReadOnlyList<string>> PressingWords = RuleKey.List("supervision.pressing-words", Use);

    public static readonly RuleNeeds Needs = new(
    [
        Sources, Limits, Dispatches, Reporting, Phases, Evidence, Checking, CheckLimit, Extensions, ExtensionLongest, LookBack, LongTerm,
        ChaseEvery, Likeness, CopiedShare, LetterNumber, ProposalVerbs, ProposalPast, Topics, Ledgers, DoubleAfter, Countdown, HelpKinds, HelpLimit, VisitWays, Team, Discipline,
        PrecedentLikeness, BlameWords, InspectionKinds, InspectionCap, InspectionGeneralCap, InspectionTargetCap, InspectionPlanMonth, PlanPartners, PlanApart,
        VisitPoints, TalkKinds, DigestSources, VoiceSources, FallbackSection, PressingWords,
    ],
    [KnownRows, DispatchesFit, LedgersFit]);

    /// The code knows the rows by their ids; their words and figures are the unit's own.
    private static IEnumerable<(RuleKey Key, string Message)> KnownRows(RuleBook book)
    {
        if (!book.Value(Sources).Select(s => s.Id).SequenceEqual(SourceIds)) yield return (Sources, $"来源的 id 应依次为 {string.Join('、', SourceIds)}。");
        if (!book.Value(Reporting).Select(s => s.Id).SequenceEqual(ReportingIds)) yield return (Reporting, $"反馈方式的 id 应依次为 {string.Join('、', ReportingIds)}。");
        if (book.Value(Limits).Count == 0) yield return (Limits, "至少要有一档时限。");
        if (book.Value(DigestSources).FirstOrDefault(s => !SourceIds.Contains(s)) is { } unknown) yield return (DigestSources, $"来源“{unknown}”不在来源表中。");
        if (book.Value(VoiceSources).FirstOrDefault(s => !SourceIds.Contains(s)) is { } unheard) yield return (VoiceSources, $"来源“{unheard}”不在来源表中。");
        if (book.Value(VoiceSources).Count > 0 && book.Value(Evidence).All(e => e.Id != VoiceEvidence)) yield return (Evidence, $"佐证种类里要有 id 为 {VoiceEvidence} 的一行，供群众和企业反映。");
        if (book.Value(TalkKinds).Count == 0) yield return (TalkKinds, "至少要有一种沟通协调。");
        if (book.Value(HelpKinds).Count == 0) yield return (HelpKinds, "至少要有一种求助事项。");
        var shares = book.Value(Countdown).Select(p => p.Percent).ToList();
        if (shares.Count == 0 || shares[^1] != 100 || shares.Zip(shares.Skip(1)).Any(s => s.First >= s.Second) || shares[0] < 1) yield return (Countdown, "各阶段的百分比应从小到大，最后为100。");
        if (!book.Value(Evidence).Any(e => e.Proves)) yield return (Evidence, "至少要有一种能证明落实的佐证。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> DispatchesFit(RuleBook book)
    {
        var known = book.Value(Dispatches).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in book.Value(Limits).Where(l => !known.Contains(l.Dispatch))) yield return (Limits, $"“{limit.Word}”的调度频率“{limit.Dispatch}”不在调度频率表中。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> LedgersFit(RuleBook book)
    {
        var topics = book.Value(Topics).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var ledger in book.Value(Ledgers))
        {
            foreach (var source in ledger.Sources.Where(s => !SourceIds.Contains(s))) yield return (Ledgers, $"“{ledger.Word}”册的来源“{source}”不在来源表中。");
            foreach (var topic in ledger.Topics.Where(t => !topics.Contains(t))) yield return (Ledgers, $"“{ledger.Word}”册的专题“{topic}”不在专题表中。");
            if (ledger.Sources.Count + ledger.Topics.Count == 0) yield return (Ledgers, $"“{ledger.Word}”册要写明来源或专题。");
        }
    }

    /// Whether items of this source want their material sorted out.
    public static bool WantsDigest(RuleBook book, SourceKind source) => book.Value(DigestSources).Contains(SourceIds[(int)source - 1], StringComparer.Ordinal);

    public static bool WantsVoice(RuleBook book, SourceKind source) => book.Value(VoiceSources).Contains(SourceIds[(int)source - 1], StringComparer.Ordinal);

    /// The kinds of source that a ledger's ids stand for.
    public static SourceKind[] KindsOf(LedgerWord ledger) => KindsOf(ledger.Sources);

    public static SourceKind[] KindsOf(IEnumerable<string> sources) => [.. sources.Select(s => (SourceKind)(Array.IndexOf(SourceIds, s) + 1))];

    private static readonly string[] SourceIds = ["instruction", "meeting", "superior", "yearly", "research", "inspection", "citizen"];

    private static readonly string[] ReportingIds = ["single", "checked", "batch"];
}
