using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Ledger;

/// The items behind a figure; the address says which.
internal sealed record ItemsQuery(int Year, long? Unit, BurdenKind? Kind, int? Month, string State)
{
    public static ItemsQuery Read(IQueryCollection query, Office office)
    {
        int? Number(string key) => int.TryParse(query[key], CultureInfo.InvariantCulture, out var number) ? number : null;
        var kinds = office.Rules.Value(BurdenRules.Kinds).Select(k => k.Id).ToList();
        return new ItemsQuery(Number("year") is > 2000 and < 2100 and { } year ? year : office.Today.Year, long.TryParse(query["unit"], CultureInfo.InvariantCulture, out var unit) ? unit : null,
            kinds.IndexOf(query["kind"].ToString()) is >= 0 and var at ? (BurdenKind)(at + 1) : null, Number("month") is >= 1 and <= 12 and { } month ? month : null, query["state"].ToString());
    }

    /// Somebody who does not see the whole ledger sees his own unit's part.
    public async Task<IReadOnlyList<Happened>> ReadAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var whole = office.Actor.May(BurdensModule.Read) || office.Actor.May(BurdensModule.Manage);
        var own = UnitCircle.SpeaksFor(book, office.Actor);
        var all = await Happened.ReadAsync(office, UnitCircle.KeeperOf(book, office.Actor), LedgerBoard.YearOf(Year), cancel);
        return [.. all.Where(h => (whole || h.IssuerId == own) && (Unit is null || h.IssuerId == Unit) && (Kind is null || h.Kind == Kind) && (Month is null || h.On.Month == Month) && InState(h))
            .OrderByDescending(h => h.On).ThenByDescending(h => h.Id)];
    }

    private bool InState(Happened h) => State switch
    {
        "asked" => h.State == EntryState.Asked,
        "like" => h.Like.Length > 0,
        "all" => true,
        _ => h.IsCounted,
    };

    public static Task<int> LikesAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var (from, to) = LedgerBoard.YearOf(year);
        return office.Db.Set<BurdenEntry>().CountAsync(e => e.KeeperId == keeper && e.HappensOn >= from && e.HappensOn <= to && e.Like != "", cancel);
    }
}
