using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Access.Identity;

/// Keys of the second factor are encrypted at rest: whoever gets hold of the database alone cannot make codes. The ring of keys lies in the data folder.
internal sealed class TotpSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("account.totp");

    public string Protect(string key) => _protector.Protect(key);

    /// Null when there is none, or when the ring it was locked with is lost: the security administrator then clears it and it is set up anew.
    public string? Reveal(Account account)
    {
        try
        {
            return account.TotpKey is { } kept ? _protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// Keys that an older version wrote as they are.
    public async Task ProtectOldAsync(OfficeDb db, CancellationToken cancel)
    {
        var plain = await db.Set<Account>().Where(a => a.TotpKey != null && a.TotpKey.Length == Totp.KeyLength).ToListAsync(cancel);
        foreach (var account in plain.Where(a => Totp.IsKey(a.TotpKey!))) account.TotpKey = Protect(account.TotpKey!);
        if (plain.Count > 0) await db.SaveChangesAsync(cancel);
    }
}
