using Microsoft.AspNetCore.Identity;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Access.Identity;

/// 口令规则: length, kinds of signs, no login name inside, none of the former ones.
internal sealed class PasswordRules(AccessShelf access, IPasswordHasher<Account> hasher) : IPasswordValidator<Account>
{
    /// What the password's own text refuses; former ones are compared by hash in ValidateAsync.
    public static Refusal? Refuses(AccessFigures rules, string login, string password)
    {
        if (password.Length < rules.PasswordLength) return No("password.length", $"口令至少{rules.PasswordLength}位，现有{password.Length}位，请再加长一些。");
        if (password.Length > 200) return No("password.length", "口令最多200位，请缩短一些。");
        if (Kinds(password) < rules.PasswordKinds) return No("password.kinds", $"口令须含大写字母、小写字母、数字、其他符号中的{rules.PasswordKinds}类，请补充。");
        if (login.Length > 0 && password.Contains(login, StringComparison.OrdinalIgnoreCase)) return No("password.login", "口令中不能含有登录名，请换一个。");
        return null;
    }

    public static int Kinds(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var refusal = Refuses(access.Figures, user.Login, password ?? "") ?? Former(user, password ?? "");
        return Task.FromResult(refusal is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = refusal.Rule, Description = refusal.Message }));
    }

    /// The former hashes with the present one before them, as many as the rule keeps.
    public static string Remember(AccessFigures rules, Account account) =>
        string.Join('\n', Hashes(account).Take(rules.PasswordHistory));

    private static IEnumerable<string> Hashes(Account account) =>
        account.FormerHashes.Split('\n').Prepend(account.PasswordHash).Where(h => h.Length > 0);

    private Refusal? Former(Account user, string password) =>
        Hashes(user).Take(access.Figures.PasswordHistory).Any(hash => hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed)
            ? No("password.former", $"这个口令最近用过。请换一个与最近{access.Figures.PasswordHistory}次都不同的口令。")
            : null;

    private static Refusal No(string rule, string message) => new(rule, message) { Field = "Password" };
}
