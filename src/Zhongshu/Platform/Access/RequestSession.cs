namespace Zhongshu.Platform.Access;

/// How the person of this request came in, beside who they are.
internal sealed class RequestSession
{
    public bool ViaToken { get; set; }

    /// The first sign-in with a password somebody else set: nothing but the password page is open.
    public bool MustChangePassword { get; set; }

    public DateTimeOffset SignedInAt { get; set; }

    /// The session that came with the request has ended (idle, stamp, disabled): the sign-in page says so.
    public bool HasEnded { get; set; }
}
