using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

/// 总量管控 on a scene: what each post does, in one line.
internal static class BurdenScene
{
    public const long Bureau = 50;

    public const long County = 40;

    public static Task<Outcome<int>> PlanAsync(this Scene scene, params PlanForm[] plans) =>
        scene.AsAsync("supervision", s => s.GetRequiredService<SetPlan>().RunAsync(2026, plans, default));

    public static Task<Outcome<Entered>> DeclareAsync(this Scene scene, string login, string kind, string title, Func<EntryInput, EntryInput>? with = null)
    {
        var input = new EntryInput { Kind = kind, Title = title, On = "2026-11-20" };
        return scene.AsAsync(login, s => s.GetRequiredService<RegisterEntry>().RunAsync(with?.Invoke(input) ?? input, null, default));
    }

    public static Task<LedgerBoard> BoardAsync(this Scene scene, string login = "director") =>
        scene.AsAsync(login, s => LedgerBoard.ReadAsync(s.GetRequiredService<Office>(), 10, 2026, default));

    public static async Task<LedgerLine> LineAsync(this Scene scene, long unit, BurdenKind kind) => (await scene.BoardAsync()).Lines.Single(l => l.UnitId == unit && l.Kind == kind);
}
