using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Zhongshu.Shell.Problems;

/// A form that arrived after its session had ended, sealed so that it can travel through the sign-in page and back.
internal sealed class KeptForm(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("kept-form").ToTimeLimitedDataProtector();

    public string Seal(IReadOnlyList<KeyValuePair<string, string>> fields) => _seal.Protect(JsonSerializer.Serialize(fields), Lifetime);

    /// The fields; none when the seal is broken or too old.
    public IReadOnlyList<KeyValuePair<string, string>> Open(string? kept)
    {
        if (string.IsNullOrEmpty(kept)) return [];
        try
        {
            return JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(_seal.Unprotect(kept)) ?? [];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}
