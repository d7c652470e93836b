using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Materials.Find;

/// What is looked for in the library; newest first, a page at a time.
internal sealed record MaterialsAsk
{
    public const int PageSize = 50;

    public string Group { get; init; } = "";

    public string Kind { get; init; } = "";

    public int? Year { get; init; }

    public string Words { get; init; } = "";

    public bool Ended { get; init; }

    public long? Before { get; init; }

    public async Task<(IReadOnlyList<Material> Rows, long? Next)> ReadAsync(Office office, OrganisationBook book, CancellationToken cancel)
    {
        var rows = MaterialIndex.Matching(office.Db, MaterialCircle.Seen(office, book).AsNoTracking(), SearchAsk.Read(Words) with { From = null, To = null });
        rows = Ended ? rows.Where(m => m.EndedOn != null) : rows.Where(m => m.EndedOn == null);
        if (Kind.Length > 0) rows = rows.Where(m => m.Kind == Kind);
        else if (Group.Length > 0)
        {
            var kinds = office.Rules.Value(MaterialRules.Kinds).Where(k => k.Group == Group).Select(k => k.Id).ToArray();
            rows = rows.Where(m => kinds.Contains(m.Kind));
        }

        if (Year is { } year) rows = rows.Where(m => m.Year == year);
        if (Before is { } before) rows = rows.Where(m => m.Id < before);
        var page = await rows.OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancel);
        return page.Count > PageSize ? (page[..PageSize], page[PageSize - 1].Id) : (page, null);
    }
}
