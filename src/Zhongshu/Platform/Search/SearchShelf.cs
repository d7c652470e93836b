using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Search;

/// One thing besides the matters that a search found: its title, a line about it, and its page.
public sealed record Found(string Title, string Under, string Address);

/// A shelf besides the matters on which the one search box looks too: the newest few that the asker may see. Page shows the rest by its parameter q.
internal sealed record SearchShelf(string Name, string Page, string Requires, Func<Office, SearchAsk, CancellationToken, Task<IReadOnlyList<Found>>> FindAsync)
{
    public const int Most = 5;
}
