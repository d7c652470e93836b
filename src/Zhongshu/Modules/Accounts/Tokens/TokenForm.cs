namespace Zhongshu.Modules.Accounts.Tokens;

internal sealed class TokenForm
{
    public string Name { get; set; } = "";

    public int Days { get; set; } = 90;

    /// The permissions ticked; none means all that the post has.
    public List<string>? Scopes { get; set; }

    public IReadOnlyList<string> Ticked => Scopes ?? [];

    public long Id { get; set; }
}
