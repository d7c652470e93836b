using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Materials.Contracts;

/// A piece of the 实务手册 as other modules point to it.
internal sealed record PracticeText(long Id, long UnitId, string Title)
{
    private const int Most = 1000;

    public static async Task<IReadOnlyList<PracticeText>> ReadAsync(Office office, CancellationToken cancel) =>
        await MaterialCircle.Seen(office, await office.BookAsync(cancel)).AsNoTracking().Where(m => m.Kind == MaterialRules.Practice && m.EndedOn == null).OrderBy(m => m.Id).Take(Most).Select(m => new PracticeText(m.Id, m.UnitId, m.Title)).ToListAsync(cancel);
}
