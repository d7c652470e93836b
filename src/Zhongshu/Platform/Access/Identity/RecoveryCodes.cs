using System.Security.Cryptography;
using System.Text;

namespace Zhongshu.Platform.Access.Identity;

/// 备用码: ten codes, each good once, for the day the phone is lost. Only hashes are kept.
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static (IReadOnlyList<string> Codes, string Hashes) Fresh()
    {
        var codes = Enumerable.Range(0, Count).Select(_ => $"{RandomNumberGenerator.GetString(Alphabet, 5)}-{RandomNumberGenerator.GetString(Alphabet, 5)}").ToList();
        return (codes, string.Join('\n', codes.Select(HashOf)));
    }

    /// The hashes that are left when this code was one of them; null when it was not.
    public static string? Redeem(string hashes, string code)
    {
        var hash = HashOf(code.Trim().ToLowerInvariant());
        var left = hashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        return left.Remove(hash) ? string.Join('\n', left) : null;
    }

    public static int Left(string hashes) => hashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    // 49 bits of chance each: a plain hash cannot be guessed back.
    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
