using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Supervision.Reports;

/// A paper that can be drafted from the figures of a period.
internal sealed record ReportKind(string Id, string Word, string What, Func<CircularFacts, OfficialDocument> Draft)
{
    /// It tells how things stand: what was docketed before the period and was still open in it belongs to it.
    public bool IsStanding { get; init; }

    /// Why there is nothing to write of; null when there is.
    public Func<CircularFacts, string?> Empty { get; init; } = _ => null;
}

internal static class ReportKinds
{
    public static readonly IReadOnlyList<ReportKind> All =
    [
        new("circular", "督查通报", "总体情况、点名表扬、点名提醒、成果晾晒", DraftCircular.Circular),
        new("praise", "表扬通报", "全部按期办结的单位", DraftCircular.Praise) { Empty = facts => ReportText.InTime(facts).Count > 0 ? null : "没有全部按期办结的单位，不必起草表扬通报" },
        new("reminder", "提醒通报", "超期未办结的任务逐项点名", DraftCircular.Reminder) { IsStanding = true, Empty = facts => facts.Overdue.Any() ? null : "没有可以列名的超期未办结任务，不必起草提醒通报" },
        new("result", "成果通报", "办结的任务和结果", DraftCircular.Result) { Empty = facts => facts.Behind(Figure.Closed).Count > 0 ? null : "没有办结的任务，不必起草成果通报" },
        new("special", "督查专报", "报领导：总体进展、缓慢事项、建议", DraftReport.Special) { IsStanding = true },
        new("signed", "签报", "请领导批示：核查情况和拟办建议", DraftReport.Signed) { IsStanding = true },
        new("booklet", "督办事项进展", "每月编印：在办的和本期办结的，逐项列进度和最近反馈", DraftReport.Booklet) { IsStanding = true },
        new("review", "重点任务盘点", "一季度、半年、三季度、年末：进展、经验、不足、措施", DraftReport.Review),
    ];

    public static ReportKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);
}
