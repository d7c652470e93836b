using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Access.Identity;

/// 登录名: lower-case letters, digits, dot, hyphen, underscore; compared without case.
internal sealed partial class Logins : ILookupNormalizer
{
    public static string Normal(string? login) => (login ?? "").Trim().ToLowerInvariant();

    public static Refusal? Refuses(string login) => Shape().IsMatch(login)
        ? null
        : new Refusal("account.login-shape", "登录名请用2至60个小写字母、数字、点、连字符或下划线，以字母开头，例如 zhangwei。") { Field = "Login" };

    public string? NormalizeName(string? name) => Normal(name);

    public string? NormalizeEmail(string? email) => email;

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,59}$")]
    private static partial Regex Shape();
}
