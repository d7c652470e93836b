using System.Security.Cryptography;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;

namespace Zhongshu.Modules.Accounts.Administer;

/// 一次性口令: shown once to the administrator, changed by the person at the first sign-in. Letters and digits that are not mistaken for each other.
internal static class OneTimePassword
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    public static string Fresh(AccessFigures figures, string login)
    {
        while (true)
        {
            var password = string.Concat(Pick(Capitals, 2), Pick(Letters, 3), "-", Pick(Digits, 4), "-", Pick(Letters, Math.Max(4, figures.PasswordLength - 11)));
            if (PasswordRules.Refuses(figures, login, password) is null) return password;
        }
    }

    private static string Pick(string from, int count) => RandomNumberGenerator.GetString(from, count);
}
