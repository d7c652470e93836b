using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Accounts.Administer;

internal static class AccountRefusals
{
    public static readonly Refusal Own = new("account.own", "不能停用本人账号，也不能调整本人的涉密等级。请由另一名安全管理员办理。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal Known = new("account.known", "这名人员已有账号。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Clearance = new("account.clearance", "涉密等级请在“无、秘密、机密、绝密”中选择。") { Field = "Clearance" };

    public static Refusal LoginTaken(string login) => new("account.login-taken", $"登录名“{login}”已有人使用，请换一个，例如在后面加数字。") { Field = "Login" };
}
