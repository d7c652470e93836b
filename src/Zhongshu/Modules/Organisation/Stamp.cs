using System.Security.Cryptography;
using System.Text.Json;

namespace Zhongshu.Modules.Organisation;

/// What an edit form carries to notice that somebody else changed the row meanwhile: a print of the row as it was shown.
internal static class Stamp
{
    public static string Of<T>(T row) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row)).AsSpan(0, 8));
}
