using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Deliver;

/// Passwords and keys of channels are encrypted at rest; the keys of that are in the data folder, beside the database, not in it.
internal sealed class ChannelSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("notices.channel-secret");

    public string Protect(string secret) => secret.Length == 0 ? "" : _protector.Protect(secret);

    /// Empty when the key ring was lost: the channel then fails until its secret is entered anew.
    public string Reveal(NoticeChannel channel)
    {
        try
        {
            return channel.ProtectedSecret.Length == 0 ? "" : _protector.Unprotect(channel.ProtectedSecret);
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
