using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Defects.Contracts;

/// 风险点 as other modules show it: whose, of which kind and stage, and how it is prevented.
internal sealed record RiskText(long UnitId, string Kind, string Stage, string Text, string Measure)
{
    private const int Most = 1000;

    public static async Task<IReadOnlyList<RiskText>> ReadAsync(Office office, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        return await office.Db.Set<RiskPoint>().AsNoTracking().Where(r => r.KeeperId == keeper && r.EndedOn == null).OrderBy(r => r.Id).Take(Most).Select(r => new RiskText(r.UnitId, r.Kind, r.Stage, r.Text, r.Measure)).ToListAsync(cancel);
    }

    /// The stages of office work as the rules name them, with their words.
    public static IReadOnlyList<(string Id, string Word)> Stages(Office office) => [.. office.Rules.Value(DefectRules.Stages).Select(s => (s.Id, s.Word))];
}
