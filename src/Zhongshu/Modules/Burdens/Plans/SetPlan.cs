using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Plans;

/// One figure of a plan as written: unit, kind, how many, last year's where the ledger does not know it, and the reason when it is more.
internal sealed record PlanForm(long IssuerId, BurdenKind Kind, int Planned, int? LastYear, string Reason);

/// 下达年度计划: figures by unit; more than last year only with a written reason.
internal sealed class SetPlan(Office office)
{
    public Task<Outcome<int>> RunAsync(int year, IReadOnlyList<PlanForm> forms, CancellationToken cancel) => office.WriteAsync<int>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("下达年度计划");
        if (year < office.Today.Year || year > office.Today.Year + 1) return BurdenRefusals.PastPlan;
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var present = await office.Db.Set<BurdenPlan>().Where(p => p.KeeperId == keeper && p.Year == year).ToDictionaryAsync(p => (p.IssuerId, p.Kind), cancel);
        var lastYear = await LastYearAsync(office, keeper, year, cancel);
        foreach (var form in forms)
        {
            var last = form.LastYear ?? (lastYear.TryGetValue((form.IssuerId, form.Kind), out var known) ? known : null);
            if (Decide(form, last, book.Unit(form.IssuerId), office) is { } no) return no;
            if (!present.TryGetValue((form.IssuerId, form.Kind), out var plan))
                office.Db.Add(present[(form.IssuerId, form.Kind)] = plan = new BurdenPlan { KeeperId = keeper, IssuerId = form.IssuerId, Year = year, Kind = form.Kind });
            (plan.Planned, plan.LastYear, plan.Reason, plan.At) = (form.Planned, form.LastYear, form.Reason, office.Now);
        }

        await office.Db.RecordPlatformAsync(new Act("burdens.planned", $"下达{year}年总量计划{forms.Count}项") { Changes = forms }, office.Ids, office.Now, cancel);
        return forms.Count;
    }, cancel);

    /// What the ledger itself counted last year.
    public static async Task<IReadOnlyDictionary<(long, BurdenKind), int>> LastYearAsync(Office office, long keeper, int year, CancellationToken cancel) =>
        (await Ledger.Happened.ReadAsync(office, keeper, Ledger.LedgerBoard.YearOf(year - 1), cancel)).Where(h => h.IsCounted).GroupBy(h => (h.IssuerId, h.Kind)).ToDictionary(g => g.Key, g => g.Count());

    private static Refusal? Decide(PlanForm form, int? last, Unit? unit, Office office)
    {
        var rule = office.Rules.Get(BurdenRules.NotMore);
        return unit is null ? BurdenRefusals.UnknownUnit("")
            : form.Reason.Length > Ledger.LedgerRules.LongestReason ? BurdenRefusals.LongReason("reason")
            : IsMore(form.Planned, last, rule.Value) && form.Reason.Length == 0 ? BurdenRefusals.MoreThanLastYear(unit.ShortName, office.Rules.WordOf(form.Kind), form.Planned, last!.Value, rule.Ref.Source)
            : null;
    }

    /// 只减不增: a plan above last year's figure, as the rule multiplies it. Pure.
    public static bool IsMore(int planned, int? lastYear, decimal times) => lastYear is { } last && planned > Math.Floor(last * times);
}
