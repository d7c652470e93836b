using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Requests;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Import;

/// One of a list of docketings, under a key of its own: the same one sent again is not docketed again.
internal sealed record ListedDocket(KeyedRequest Key, DocketForm Form, PlannedDocket Planned)
{
    /// What is kept together with the item, in the same transaction.
    public Func<Matter, object>? With { get; init; }
}

/// 清单立项: many docketings, two hundred a transaction, so that a list that was broken off goes on where it stood.
internal sealed class DocketList(Office office, DocketItem docket, TaskDesk desk)
{
    private const int RowsATransaction = 200;

    /// send = the tasks lie on the units' desks at once. Returns the codes of what was docketed now.
    public async Task<IReadOnlyList<string>> AddAsync(IEnumerable<ListedDocket> rows, bool send, CancellationToken cancel)
    {
        var codes = new List<string>();
        foreach (var some in rows.Chunk(RowsATransaction)) codes.AddRange(await AddSomeAsync(some, send, cancel));
        return codes;
    }

    private async Task<List<string>> AddSomeAsync(IReadOnlyList<ListedDocket> rows, bool send, CancellationToken cancel)
    {
        var codes = new List<string>();
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        foreach (var row in rows)
        {
            if (await RequestKeys.AnsweredAsync(office.Db, row.Key, cancel) is { Succeeded: true, Value: not null }) continue;
            var matter = await docket.AddAsync(row.Form, row.Planned, cancel);
            await office.Db.SaveChangesAsync(cancel);
            if (send) await SendAsync(matter, cancel);
            if (row.With is { } with) office.Db.Add(with(matter));
            await RequestKeys.NoteAsync(office.Db, row.Key, matter.Code, office.Now, cancel);
            await office.Db.SaveChangesAsync(cancel);
            office.Db.ChangeTracker.Clear();
            codes.Add(matter.Code);
        }

        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// 清单即交办: a list goes to its units as it is, without a letter for each line.
    private async Task SendAsync(Matter matter, CancellationToken cancel)
    {
        if (await desk.LoadAsync(matter.Code, cancel) is not { } of) return;
        var facts = new TaskFacts { Side = Side.Office, Now = office.Now, Today = office.Today, Figures = TaskFigures.Of(office.Rules, of.Item.LimitClass) };
        foreach (var task in of.Tasks) await desk.MoveAsync(of, task, TaskLife.Decide(TaskStanding.Of(task), new TaskCommand(TaskVerb.Send), facts).Value.Next, cancel);
        office.Lift(matter.Id, DocketItem.SendStep);
        await desk.RollUpAsync(of, of.Tasks, cancel);
        office.Db.Record(matter, new Platform.Trail.Act("supervision.sent", "随清单交办"), office.Ids, office.Now);
    }
}
