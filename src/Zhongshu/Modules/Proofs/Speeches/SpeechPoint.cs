using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.UnitList;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Proofs.Speeches;

/// 讲话要点: one point of what a leader's speeches stand for (主旨思想) or how they are made (讲话风格), and where it was said.
internal sealed record SpeechPoint(string Leader, string Aspect, string Text, string Source)
{
    public static readonly string[] Aspects = ["主旨思想", "讲话风格"];

    public long Id { get; init; }
}

internal static class SpeechPoints
{
    /// Those of the actor's unit; kept on the unit's list.
    public static async Task<IReadOnlyList<SpeechPoint>> OfAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        return await office.Db.Set<UnitEntry>().AsNoTracking().Where(e => e.UnitId == unit && e.Section == EntrySection.Speech).OrderBy(e => e.Id)
            .Select(e => new SpeechPoint(e.Rule, e.Fix, e.Text, e.Reason) { Id = e.Id }).ToListAsync(cancel);
    }
}
