using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Search;

public sealed record Piece(string Text, bool Hit);

public sealed record Hit(string Code, string Kind, string Stage, DateTimeOffset OpenedAt, IReadOnlyList<Piece> Title, IReadOnlyList<Piece> Snippet);

/// What the house says is searched besides the matters, and what is quoted to nobody.
internal sealed record SearchSources(IEnumerable<FileCircle> Circles, IEnumerable<SearchShelf> Shelves);

public sealed record PersonHit(string Name, string Where, string? Phone);

/// What one shelf besides the matters holds of it; Page shows the rest.
public sealed record Beside(string Name, string Page, IReadOnlyList<Found> Hits);

/// The answer to one search.
public sealed record SearchView(IReadOnlyList<Hit> Hits, long? Next, IReadOnlyList<PersonHit> People, IReadOnlyList<Beside> Shelves, bool Asked)
{
    private const int PageSize = 20;
    private const int MostPeople = 5;

    internal static async Task<SearchView> ReadAsync(Office office, string? typed, long? before, SearchSources sources, CancellationToken cancel)
    {
        var ask = SearchAsk.Read(typed);
        if (ask.IsEmpty) return new SearchView([], null, [], [], false);
        var (ids, next) = await SearchQuery.FindAsync(office, ask, before, PageSize, cancel);
        var matters = await office.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).OrderByDescending(m => m.Id).ToListAsync(cancel);
        var texts = await TextsAsync(office, ids, [.. sources.Circles.SelectMany(c => c.Roles)], cancel);
        var words = ask.Wanted.Select(w => w.Word).ToList();
        var hits = matters.Select(m => new Hit(m.Code, m.Kind, m.IsOpen ? $"{m.Stage} · {m.Holder}" : "已办结", m.OpenedAt,
            [.. Snippet.Marked(m.Title, words).Select(p => new Piece(p.Text, p.Hit))], [.. Snippet.Of(texts.GetValueOrDefault(m.Id, ""), words).Select(p => new Piece(p.Text, p.Hit))]));
        return new SearchView([.. hits], next, before is null ? await PeopleAsync(office, words, cancel) : [], before is null ? await ShelvesAsync(office, ask, sources.Shelves, cancel) : [], true);
    }

    // A document number, a sender, an opinion and days are said of matters alone.
    private static async Task<IReadOnlyList<Beside>> ShelvesAsync(Office office, SearchAsk ask, IEnumerable<SearchShelf> shelves, CancellationToken cancel)
    {
        if (ask.From is not null || ask.To is not null || ask.Wanted.Any(w => w.Field is not (null or "title" or "text"))) return [];
        var found = new List<Beside>();
        foreach (var shelf in shelves.Where(s => office.Actor.May(s.Requires)))
            if (await shelf.FindAsync(office, ask, cancel) is { Count: > 0 } hits) found.Add(new Beside(shelf.Name, $"{shelf.Page}?q={Uri.EscapeDataString(ask.Wanted[0].Word)}", hits));
        return found;
    }

    // Files with a circle of readers of their own are quoted to nobody.
    private static async Task<Dictionary<long, string>> TextsAsync(Office office, IReadOnlyList<long> ids, string[] guarded, CancellationToken cancel)
    {
        var found = await (
            from file in office.Db.Set<Attachment>().AsNoTracking()
            join text in office.Db.Set<FileText>() on file.Hash equals text.Hash
            where ids.Contains(file.MatterId) && !guarded.Contains(file.Role)
            select new { file.MatterId, text.Text }).ToListAsync(cancel);
        var opinions = await office.Db.Set<Opinion>().AsNoTracking().Where(o => ids.Contains(o.MatterId)).OrderBy(o => o.Id).Select(o => new { o.MatterId, Text = o.PersonName + "：" + o.Text }).ToListAsync(cancel);
        return found.Select(f => (f.MatterId, f.Text)).Concat(opinions.Select(o => (o.MatterId, o.Text))).GroupBy(f => f.MatterId).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(f => f.Text)));
    }

    private static async Task<IReadOnlyList<PersonHit>> PeopleAsync(Office office, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        return [.. book.People.Where(p => words.Any(w => p.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).Take(MostPeople)
            .Select(p => new PersonHit(p.Name, string.Join('、', book.PostsOf(p.Id, office.Today).Select(post => $"{book.LabelOf(post.UnitId)} {post.Name}")), p.Phone))];
    }
}
