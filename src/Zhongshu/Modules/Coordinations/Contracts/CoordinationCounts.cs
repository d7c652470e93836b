using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Sharing;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Coordinations.Contracts;

/// How coordination stands, of what the reader may see; the addresses of its own pages count the same.
internal sealed record CoordinationCounts(int Open, int Late, int Meet, int Asked)
{
    public int DataOpen { get; init; }

    public int DataLate { get; init; }

    public int OpinionOpen { get; init; }

    public int Opinions { get; init; }

    public static async Task<CoordinationCounts> ReadAsync(Office office, CancellationToken cancel)
    {
        var (book, today, home) = (await office.BookAsync(cancel), office.Today, office.Actor.HomeUnitId);
        var seen = CoordinationCircle.Seen(office, book);
        Task<int> Count(string state) => CoordinationStates.Of(office, seen, state).CountAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var data = CoordinationCircle.SeesWide(office, keeper) ? office.Db.Set<DataRequest>().Where(r => r.KeeperId == keeper && r.State == DataState.Open) : office.Db.Set<DataRequest>().Where(r => false);
        var opinions = office.Db.Set<LiaisonEntry>().Where(e => e.KeeperId == home && e.Kind == CoordinationRules.Opinion);
        var year = new DateOnly(today.Year, 1, 1);
        return new CoordinationCounts(await Count(""), await Count("late"), await Count("meet"), await Count("asked"))
        {
            DataOpen = await data.CountAsync(cancel),
            DataLate = await data.CountAsync(r => r.DueOn < today, cancel),
            OpinionOpen = await opinions.CountAsync(e => e.SettledOn == null, cancel),
            Opinions = await opinions.CountAsync(e => e.On >= year, cancel),
        };
    }
}
