using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Materials.Contracts;

/// A material that already says what somebody is about to ask for.
public sealed record KnownModule(long Id, string Title, string From, DateOnly ChangedOn);

/// 重复索要提示: what the library holds of what is asked for, among what the actor may see.
internal static class KnownModules
{
    private const int Most = 1000;
    private const int Told = 5;
    private const int ShortestWord = 2;

    public static async Task<IReadOnlyList<KnownModule>> LikeAsync(Office office, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        if (wanted.All(string.IsNullOrWhiteSpace)) return [];
        var book = await office.BookAsync(cancel);
        var least = office.Rules.Value(MaterialRules.Likeness);
        var held = await MaterialCircle.Seen(office, book).AsNoTracking().Where(m => m.Kind == MaterialRules.Module && m.EndedOn == null).OrderByDescending(m => m.Id).Take(Most)
            .Select(m => new { m.Id, m.Title, m.Keywords, m.UnitId, m.ChangedOn }).ToListAsync(cancel);
        return [.. held.Where(m => wanted.Any(w => IsLike(w, m.Title, m.Keywords, least))).Take(Told).Select(m => new KnownModule(m.Id, m.Title, book.LabelOf(m.UnitId) ?? "", m.ChangedOn))];
    }

    /// One of the keywords stands in what is asked, or most of the title does. Pure.
    public static bool IsLike(string wanted, string title, string keywords, decimal least)
    {
        if (keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Length >= ShortestWord && wanted.Contains(w, StringComparison.Ordinal))) return true;
        var (asked, said) = (CharacterPairs.Of(wanted), CharacterPairs.Of(title));
        return said.Count > 0 && asked.Count > 0 && (decimal)said.Count(asked.Contains) / Math.Min(said.Count, asked.Count) >= least;
    }
}
