namespace Zhongshu.Platform.Access;

/// How the person of this request came in, beside who they are.
internal sealed class RequestSession
{
    public bool ViaToken { get; set; }

    /// A password that somebody else set or that is too old: nothing but the password page is open.
    public bool MustChangePassword { get; set; }

    public DateTimeOffset SignedInAt { get; set; }

    /// Which of the person's sessions this is; 0 for a program.
    public long SessionId { get; set; }
}
