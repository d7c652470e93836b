using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Zhongshu.Platform.Access.Tokens;

/// 接口令牌 as a program carries it: zs_ and 32 random bytes; the table keeps its SHA-256 only.
internal static class TokenText
{
    public const string Prefix = "zs_";

    public static string Fresh() => Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
