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

    public static readonly RuleNeeds Needs = new(
    [
        Sources, Limits, Dispatches, Reporting, Phases, Evidence, Checking, CheckLimit, Extensions, ExtensionLongest, LookBack, LongTerm,
        ChaseEvery, Likeness, CopiedShare, LetterNumber,
    ],
    [KnownRows, DispatchesFit]);

    /// The code knows the rows by their ids; their words and figures are the unit's own.
    private static IEnumerable<(RuleKey Key, string Message)> KnownRows(RuleBook book)
    {
        if (!book.Value(Sources).Select(s => s.Id).SequenceEqual(SourceIds)) yield return (Sources, $"来源的 id 应依次为 {string.Join('、', SourceIds)}。");
        if (!book.Value(Reporting).Select(s => s.Id).SequenceEqual(ReportingIds)) yield return (Reporting, $"反馈方式的 id 应依次为 {string.Join('、', ReportingIds)}。");
        if (book.Value(Limits).Count == 0) yield return (Limits, "至少要有一档时限。");
        if (!book.Value(Evidence).Any(e => e.Proves)) yield return (Evidence, "至少要有一种能证明落实的佐证。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> DispatchesFit(RuleBook book)
    {
        var known = book.Value(Dispatches).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in book.Value(Limits).Where(l => !known.Contains(l.Dispatch))) yield return (Limits, $"“{limit.Word}”的调度频率“{limit.Dispatch}”不在调度频率表中。");
    }

    private static readonly string[] SourceIds = ["instruction", "meeting", "superior", "yearly", "research", "inspection", "citizen"];

    private static readonly string[] ReportingIds = ["single", "checked", "batch"];
}
