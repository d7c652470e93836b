using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Organisation;

/// Every expected "no" of the organisation.
internal static class Refusals
{
    public static readonly Refusal Stale = new("organisation.stale", "您打开页面以后，这一项被别人改过。下面列出最新内容，您填写的仍保留在表单里；核对后再保存，将以您的为准。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal OldForm = new("organisation.old-form", "这张表单已过期，请重新打开页面填写。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoName = new("organisation.name", "请填写名称。") { Field = "Name" };

    public static readonly Refusal NoSince = new("organisation.since", "请填写起始日期。") { Field = "Since" };

    public static readonly Refusal UntilBeforeSince = new("organisation.until", "终止日期早于起始日期，请核对。") { Field = "Until" };

    public static readonly Refusal NoParent = new("organisation.parent", "科室须设在一个机关之下，请选择上级单位。") { Field = "ParentId" };

    public static readonly Refusal OwnDescendant = new("organisation.cycle", "不能移到自己或自己的下属单位之下，请另选上级单位。") { Field = "ParentId" };

    public static readonly Refusal CodeShape = new("organisation.code", "机构代码请用 2 至 12 位大写字母或数字，如 ZHK。") { Field = "Code" };

    public static readonly Refusal NoSuccessor = new("organisation.successor", "请选择接续单位：在办事项、岗位人员和职责由它承接。") { Field = "SuccessorId" };

    public static readonly Refusal SuccessorInside = new("organisation.successor-inside", "接续单位不能是它自己或它的下属单位。") { Field = "SuccessorId" };

    public static readonly Refusal EndInFuture = new("organisation.end-day", "撤并日期不能晚于今天：在办事项要当日转给接续单位。请在生效当日办理。") { Field = "Day" };

    public static readonly Refusal LastUnit = new("organisation.own", "本级机关是公文登记和编号的主体，不能直接撤销。请先建立接续的本级机关。") { Field = "SuccessorId" };

    public static readonly Refusal NotGranted = new("organisation.not-granted", "岗位角色和涉密等级由安全管理员授予，不随组织机构变动。请把“角色”栏留空、“涉密等级”保持不变；需要授予的，由安全管理员在“岗位角色”“账号”中办理。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal ThreeOfficers = new("organisation.three-officers", "系统管理、安全管理、审计三员分设，不能由一人兼任，也不能兼办业务（三员分立）。请把其中一个岗位交给另一位同志。") { Field = "Roles" };

    public static readonly Refusal OwnRoles = new("organisation.own-roles", "不能给自己增加岗位或角色。请由另一位管理员办理。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal PostStillHeld = new("organisation.post-held", "还有人任此岗位。请先办理工作交接或免去任职，再撤销岗位。");

    public static readonly Refusal PersonStillHolds = new("organisation.person-holds", "这位同志还有任职。请先办理工作交接，再登记离任。");

    public static readonly Refusal SamePerson = new("organisation.same-person", "不能选本人，请另选一位。") { Field = "Deputy" };

    public static readonly Refusal NoField = new("organisation.portfolio", "请选择分管单位，或写明分管工作。") { Field = "Field" };

    public static readonly Refusal SameTitle = new("organisation.duty", "这个单位在同一时期已有同名职责。") { Field = "Title" };

    public static Refusal SameName(string name, string where) => new("organisation.same-unit", $"{where}已有“{name}”，请核对是否重复，或换一个名称。") { Field = "Name" };

    public static Refusal TooLong(string field, string label, int most) => new("organisation.too-long", $"{label}最多 {most} 字，请精简。") { Field = field };

    public static Refusal AlreadyHolds(string person, string post) => new("organisation.holds", $"{person}已任{post}，不用重复登记。") { Field = "Holder" };
}
