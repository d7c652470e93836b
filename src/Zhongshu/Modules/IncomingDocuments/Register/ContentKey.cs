using System.Security.Cryptography;
using System.Text;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// The fingerprint of a text, the same whatever the file format, spacing and full or half width of its signs.
internal static class ContentKey
{
    /// Shorter texts say too little to be called the same paper.
    private const int Least = 60;

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.Length < Least ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain.ToString())));
    }
}
