using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Accounts.SignIn;

internal static class SignInRefusals
{
    /// One sentence for a wrong login and a wrong password: it must not tell which logins exist.
    public static Refusal Wrong(int left) => new("access.wrong", left is > 0 and <= 2
        ? $"登录名或口令不正确。再输错{left}次，账号将暂时锁定。"
        : "登录名或口令不正确，请核对后重新输入。忘记口令请联系安全管理员重置。");

    public static Refusal Locked(DateTimeOffset until) => new("access.locked",
        $"输错次数过多，账号已暂时锁定，请在{OfficeDay.Local(until):HH:mm}以后再试，或联系安全管理员解锁。");

    public static readonly Refusal TooMany = new("access.too-many", "登录尝试过于频繁，请等一分钟再试。");

    public static readonly Refusal Disabled = new("access.disabled", "这个账号已停用。如需恢复，请联系安全管理员。");

    public static readonly Refusal NoPost = new("access.no-post", "这个账号的人员目前没有任职岗位，不能登录。请联系系统管理员办理任职。");

    public static readonly Refusal WrongCode = new("access.wrong-code", "动态口令不正确或已用过。请等应用中的数字变化后再输入；手机不在身边的，可输入备用码。");

    public static readonly Refusal HalfGone = new("access.half-gone", "等待时间过长，请重新输入登录名和口令。");
}
