using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens;

/// Every expected "no" of 总量管控与减负, one line each.
internal static class BurdenRefusals
{
    public static readonly Refusal NoTitle = new("burdens.title", "请写明标题，最多200字。") { Field = "title" };

    public static readonly Refusal LongNumber = new("burdens.number", "文号最多80字，请核对。") { Field = "number" };

    public static readonly Refusal Happened = new("burdens.happened", "已经过了印发或举行的日期，不能自行取消。确实没有印发或举行的，请告知办公室核实后取消。") { Kind = RefusalKind.Conflict };

    public static Refusal LongReason(string field) => new("burdens.reason-length", $"理由和依据最多{Ledger.LedgerRules.LongestReason}字，请精简。") { Field = field };

    public static readonly Refusal NoKind = new("burdens.kind", "请选择种类：文件、会议、督检考、一票否决和责任状、报表、工作群和应用。") { Field = "kind" };

    public static readonly Refusal NoDay = new("burdens.day", "请填写印发或举行的日期，写成 2026-01-31 的样子，限上年、本年和下一年。") { Field = "on" };

    public static readonly Refusal NoDecision = new("burdens.decision", "请写明批准或不批准的理由和依据。") { Field = "decision" };

    public static readonly Refusal NotAsked = new("burdens.not-asked", "这一项已经办过，不再等待批准。请刷新列表查看结果。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotCounted = new("burdens.not-counted", "只有已登记或待批的事项可以取消。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal PastPlan = new("burdens.plan-year", "只能下达本年和下一年的计划。") { Field = "year" };

    public static Refusal UnknownUnit(string name) => new("burdens.unit", $"台账里没有“{name}”这个单位。请填写机构中的全称或简称。") { Field = "unit" };

    public static Refusal OverPlan(string unit, KindWord kind, int planned, int counted) => new("burdens.over-plan",
        $"{unit}今年{kind.Word}计划{planned}{kind.Measure}，已有{counted}{kind.Measure}，不能再增加。请合并、压减或改用其他方式；确有必要的，写明理由报批。") { Kind = RefusalKind.Conflict, Field = "reason" };

    public static Refusal OverCap(string unit, KindWord kind, int cap, string source) => new("burdens.over-cap",
        $"{unit}今年的综合性{kind.Word}已达{cap}{kind.Measure}。依据{source}，原则上每年不超过{cap}{kind.Measure}。请并入已有安排；确有必要的，写明理由报批。") { Kind = RefusalKind.Conflict, Field = "reason" };

    public static Refusal MoreThanLastYear(string unit, KindWord kind, int planned, int lastYear, string source) => new("burdens.not-more",
        $"{unit}的{kind.Word}计划{planned}{kind.Measure}，多于上年的{lastYear}{kind.Measure}。依据{source}，一般只减不增。请调低，或书面说明理由。") { Field = "reason" };
}

/// The same thing was already asked under another name.
internal sealed record LikeFound(string What) : Refusal("burdens.like", $"与{What}内容相近。同一件事不要换个名目再发一次：请并入已有的一项；确属不同事项的，写明有什么不同。");
