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
}
