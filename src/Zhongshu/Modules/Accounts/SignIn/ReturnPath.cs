namespace Zhongshu.Modules.Accounts.SignIn;

/// Where to go after signing in: a path of this site, never another site.
internal static class ReturnPath
{
    public static string Safe(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl)
            && !to.StartsWith("/sign-", StringComparison.Ordinal) ? to : "/";
}
