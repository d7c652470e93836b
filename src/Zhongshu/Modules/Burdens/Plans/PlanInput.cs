using System.Globalization;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Plans;

/// A plan's figure as a program sends it.
internal sealed record PlanRow(string Unit, string Kind, int Planned, int? LastYear, string? Reason);

/// Reads plans from a request or from the posted table.
internal static class PlanInput
{
    private const int Most = 100_000;

    public static async Task<Outcome<IReadOnlyList<PlanForm>>> ReadAsync(Office office, IReadOnlyList<PlanRow> rows, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var kinds = office.Rules.Value(BurdenRules.Kinds).Select(k => k.Id).ToList();
        var forms = new List<PlanForm>();
        foreach (var row in rows)
        {
            if (UnitCircle.Find(book, keeper, row.Unit, office.Today) is not { } unit) return BurdenRefusals.UnknownUnit(row.Unit);
            if (kinds.IndexOf(row.Kind) is not (>= 0 and var kind)) return BurdenRefusals.NoKind;
            if (row.Planned is < 0 or > Most) return new Refusal("burdens.planned", $"计划数应在0到{Most}之间。") { Field = "planned" };
            forms.Add(new PlanForm(unit.Id, (BurdenKind)(kind + 1), row.Planned, row.LastYear, row.Reason?.Trim() ?? ""));
        }

        return forms;
    }

    /// Fields p-UNIT-KIND hold the figures of the page's table; what is empty is not planned.
    public static IReadOnlyList<PlanForm> Posted(IFormCollection form)
    {
        var forms = new List<PlanForm>();
        foreach (var (name, value) in form.Where(f => f.Key.StartsWith("p-", StringComparison.Ordinal)))
        {
            if (name.Split('-') is not [_, var unit, var kind] || !long.TryParse(unit, CultureInfo.InvariantCulture, out var id) || !int.TryParse(kind, CultureInfo.InvariantCulture, out var number)) continue;
            if (!Enum.IsDefined((BurdenKind)number) || !int.TryParse(value, CultureInfo.InvariantCulture, out var planned) || planned is < 0 or > Most) continue;
            forms.Add(new PlanForm(id, (BurdenKind)number, planned, null, form["reason"].ToString().Trim()));
        }

        return forms;
    }
}
