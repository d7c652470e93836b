namespace Zhongshu.Platform.Access.Identity;

/// One account that the sign-in page offers while demonstration data is in use.
internal sealed record SignInHint(string Login, string Name, string Post, string Does);

/// What the sign-in page offers to fill in. Empty outside a demonstration.
internal sealed class SignInHints
{
    public IReadOnlyList<SignInHint> List { get; set; } = [];

    public string Password { get; set; } = "";
}
