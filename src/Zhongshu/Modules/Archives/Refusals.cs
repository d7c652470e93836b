using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Archives;

/// Every expected "no" of 归档, one line each.
internal static class ArchiveRefusals
{
    public static readonly Refusal NotClosed = new("archives.not-closed", "这件事项还没有办结，不能归档。请先办结，或到事项页查看现在由谁办理。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoKind = new("archives.kind", "这类事项不按件归档。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoFonds = new("archives.fonds", "本单位还没有登记全宗号，不能编制档号。请系统管理员在“机构”里填写本单位的全宗号。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoPages = new("archives.pages", "归档章须填页数。请清点正文、附件和处理单的页数后填写。") { Field = "pages" };

    public static readonly Refusal UnknownRetention = new("archives.retention", "不认识的保管期限。请从列出的期限中选择。") { Field = "retention" };

    public static readonly Refusal UnknownSection = new("archives.section", "不认识的机构代码。请从列出的科室中选择。") { Field = "section" };

    public static readonly Refusal UnknownItem = new("archives.not-filed-item", "请从列出的不归档情形中选择一项。") { Field = "item" };

    public static readonly Refusal NoCorrection = new("archives.correction", "请写明哪里有误、应为什么、依据是什么，最多2000字。") { Field = "text" };

    public static readonly Refusal NotFiledYet = new("archives.not-filed-yet", "这件事项还没有归档，不需要更正说明。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NeverUndone = new("archives.locked", "已归档的件不能撤销归档，也不能改动，档号和件号不得空缺或重用。内容有误的，请登记更正说明；需要补办的，请另行登记并注明前件。") { Kind = RefusalKind.Conflict };

    public static Refusal AlreadyFiled(string code) => new("archives.filed", $"这件事项已经归档，档号{code}。") { Kind = RefusalKind.Conflict };

    public static Refusal NoReason(string proposed) => new("archives.reason", $"按规则建议的保管期限是{proposed}。改为其他期限的，请写明理由。") { Field = "reason" };

    public static Refusal Missing(string field, string message) => new($"archives.{field}", message) { Field = field };

    public static readonly Refusal TaskOver = new("archives.task-over", "这项归档任务已经完成或撤回，不能再办理。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal TaskNotOpen = new("archives.task-reported", "这项归档任务已经报告过，正在等档案员核对。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal TaskNotReported = new("archives.task-not-reported", "科室还没有报告完成，不需要退回。需要催办的，请直接联系科室。") { Kind = RefusalKind.Conflict };

    public static Refusal TaskTwice(string units) => new("archives.task-twice", $"{units}已有同名同年度的归档任务，还没有完成。不要重复派发，可在原任务上催办。") { Kind = RefusalKind.Conflict, Field = "units" };

    public static Refusal StillOwed(int pieces) => new("archives.still-owed", $"这个科室还有{pieces}件办结未归档。请先归档，或按规定确定不归档，再核对完成。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoSuchPiece = new("archives.code", "没有找到这个档号的归档件，或不在您的知悉范围内。请到“归档 › 已归档”核对档号。") { Field = "code" };

    public static readonly Refusal ClassifiedLoan = new("archives.loan-classified", "带密级的档案由办公室主任或保密员审批，请转给他们办理。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NoClearance = new("archives.loan-clearance", "借阅人的涉密级别低于这件档案的密级，不能借阅。请由具备条件的人员办理。") { Kind = RefusalKind.Forbidden };

    public static Refusal LentToOther(string name) => new("archives.loan-out", $"这件档案已借给{name}，还没有归还。可以请借阅人先还，或改为电子查阅。") { Kind = RefusalKind.Conflict };

    public static Refusal LoanMoved(string state) => new("archives.loan-moved", $"这张借阅单现在是“{state}”，不能这样办理。请刷新后查看。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NodeDone = new("archives.node-done", "这个节点已经完成，不能再办理。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal ScopeTwice = new("archives.scope-twice", "这个科室已登记了同样的归档范围，不要重复登记。") { Kind = RefusalKind.Conflict, Field = "material" };

    public static Refusal NodeBefore(string title) => new("archives.node-before", $"前一个节点“{title}”还没有完成，请先登记它的完成情况。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal TopicTwice = new("archives.topic-twice", "已有同名的专题，材料请收进原来的专题。") { Kind = RefusalKind.Conflict, Field = "title" };

    public static readonly Refusal EntryTwice = new("archives.entry-twice", "这件档案已经在专题目录里。") { Kind = RefusalKind.Conflict, Field = "code" };

    public static readonly Refusal DemandOver = new("archives.demand-over", "这项用档需求已经备好，不需要重复登记。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NothingToDetect = new("archives.nothing-to-detect", "这个环节没有待检测的归档件。新归档后再检测，或换一个环节。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoFile = new("archives.file", "请先选择文件上传。") { Field = "file" };

    public static Refusal DocumentMoved(string state) => new("archives.document-moved", $"这份文档现在是“{state}”，不能这样办理。请刷新后查看。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NothingFound = new("archives.nothing-found", "没有查到可以取材的归档件。请换几个查档词，或先把归档件收进专题。") { Kind = RefusalKind.NotFound };
}
