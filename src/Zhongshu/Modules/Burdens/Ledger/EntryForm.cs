using System.Globalization;

namespace Zhongshu.Modules.Burdens.Ledger;

/// 登记 as people and programs write it: all words.
public sealed record EntryInput
{
    /// Id in burdens.kinds.
    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string Number { get; init; } = "";

    public string On { get; init; } = "";

    /// Whose it is; empty for one's own. Only who keeps the ledger enters for others.
    public string Unit { get; init; } = "";

    public bool Comprehensive { get; init; }

    public string Reason { get; init; } = "";

    public string LikeReason { get; init; } = "";

    /// 批准人和依据: with it, who keeps the ledger enters what is over the plan at once.
    public string Approval { get; init; } = "";

    public static EntryInput Posted(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        Title = form["title"].ToString().Trim(),
        Number = form["number"].ToString().Trim(),
        On = form["on"].ToString().Trim(),
        Unit = form["unit"].ToString().Trim(),
        Comprehensive = form["comprehensive"] == "true",
        Reason = form["reason"].ToString().Trim(),
        LikeReason = form["likeReason"].ToString().Trim(),
        Approval = form["approval"].ToString().Trim(),
    };

    internal DateOnly? Day =>
        DateOnly.TryParseExact(On.Trim(), ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// An entry as it is decided on.
internal sealed record EntryForm(BurdenKind Kind, string Title, string Number, DateOnly On, bool IsComprehensive)
{
    public string Reason { get; init; } = "";

    public string LikeReason { get; init; } = "";

    public string Approval { get; init; } = "";
}

/// What the ledger knows about the unit before the entry is made.
internal sealed record LedgerFacts(string Unit, KindWord Kind)
{
    /// Null: no plan was set.
    public int? Planned { get; init; }

    public int Counted { get; init; }

    /// 综合性 ones of this kind and year, and how many a regulation allows; null where it says nothing.
    public int Comprehensive { get; init; }

    public (int Most, string Source)? Cap { get; init; }

    /// What it resembles; empty for nothing.
    public string Like { get; init; } = "";

    /// Who asks keeps the ledger.
    public bool Keeps { get; init; }
}

/// What becomes of it.
internal sealed record EntryDecision(EntryState State, bool IsOverPlan, string Remark);
