using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Zhongshu.Platform.Access.Identity;

/// 动态口令 after RFC 6238: six digits over half a minute, HMAC-SHA-1, which is what authenticator apps read from a QR code.
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public const int KeyLength = 32;

    public static string FreshKey() => RandomNumberGenerator.GetString(Alphabet, KeyLength);

    /// Whether this is a key as it is made here, and nothing encrypted.
    public static bool IsKey(string text) => text.Length == KeyLength && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// The step the code belongs to, if it is of now or one step to either side (clocks differ) and later than the last one taken; null otherwise.
    public static long? Take(string key, string code, DateTimeOffset now, long lastStep)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        var present = StepAt(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.ASCII.GetBytes(digits))) return step;
        }

        return null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's own choice; every authenticator app implements this one")]
    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(Decode(key), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0xF)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// What the QR code says to an authenticator app.
    public static string Uri(string key, string login) => $"otpauth://totp/{System.Uri.EscapeDataString("中枢")}:{System.Uri.EscapeDataString(login)}?secret={key}&issuer={System.Uri.EscapeDataString("中枢")}";

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(20);
        var (buffer, bits) = (0, 0);
        foreach (var value in key.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)))
        {
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
