using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens.Ledger;

/// Whether something more may be put on others: within the plan it is counted; beyond it, it is refused, asked for with a reason, or entered with an approval on record. Pure.
internal static class LedgerRules
{
    public const int LongestTitle = 200;

    public const int LongestReason = 1000;

    private const int LongestNumber = 80;

    public static Outcome<EntryDecision> Decide(EntryForm form, LedgerFacts facts, DateOnly today)
    {
        if (form.Title.Length is 0 or > LongestTitle) return BurdenRefusals.NoTitle;
        if (form.Number.Length > LongestNumber) return BurdenRefusals.LongNumber;
        if (new[] { ("reason", form.Reason), ("likeReason", form.LikeReason), ("approval", form.Approval) }.FirstOrDefault(w => w.Item2.Length > LongestReason) is { Item1: { } wordy }) return BurdenRefusals.LongReason(wordy);
        if (Math.Abs(form.On.Year - today.Year) > 1) return BurdenRefusals.NoDay;
        if (facts.Like.Length > 0 && form.LikeReason.Length == 0) return new LikeFound(facts.Like) { Kind = RefusalKind.Conflict, Field = "likeReason" };
        if (Over(form, facts) is not { } over) return new EntryDecision(EntryState.Counted, false, facts.Planned is null ? $"{facts.Unit}今年没有下达{facts.Kind.Word}计划。" : Left(facts));
        if (facts.Keeps && form.Approval.Length > 0) return new EntryDecision(EntryState.Counted, true, "超计划，已记录批准。");
        return form.Reason.Length > 0 ? new EntryDecision(EntryState.Asked, true, "超计划，已报批；批准前不计入总量，也不得印发或举行。") : over;
    }

    private static Refusal? Over(EntryForm form, LedgerFacts facts)
    {
        if (form.IsComprehensive && facts.Cap is var (most, source) && facts.Comprehensive >= most) return BurdenRefusals.OverCap(facts.Unit, facts.Kind, most, source);
        return facts.Planned is { } planned && facts.Counted >= planned ? BurdenRefusals.OverPlan(facts.Unit, facts.Kind, planned, facts.Counted) : null;
    }

    private static string Left(LedgerFacts facts) => $"{facts.Unit}今年{facts.Kind.Word}还剩{facts.Planned - facts.Counted - 1}{facts.Kind.Measure}。";

    /// What a paper really is, by the words of its title: a document that calls a meeting is a meeting.
    public static BurdenKind Recognise(string title, IReadOnlyList<KindWord> kinds)
    {
        for (var i = kinds.Count - 1; i > 0; i--)
            if (kinds[i].Signs.Any(s => title.Contains(s, StringComparison.Ordinal))) return (BurdenKind)(i + 1);
        return BurdenKind.Document;
    }
}
