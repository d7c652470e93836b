using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.People;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Talks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Supervision.Show;

/// Which of the things that an item may have it has. Most have few: one statement tells, and only those are read.
internal sealed record ItemHas
{
    public bool Milestones { get; init; }

    public bool Indicators { get; init; }

    public bool Helps { get; init; }

    public bool Agreements { get; init; }

    public bool Countersigns { get; init; }

    public bool Files { get; init; }

    public bool Origins { get; init; }

    public bool Links { get; init; }

    public bool Talks { get; init; }

    public bool Visits { get; init; }

    public bool People { get; init; }

    public bool Issues { get; init; }

    public bool Mark { get; init; }

    /// Notices of it that the reader has not read.
    public bool Unread { get; init; }

    // Asked for after the matter itself was found through the actor's filter.
    private static readonly CompiledRows<long, long, ItemHas> Asked = new((db, matterId, personId) => db.Set<Matter>().IgnoreQueryFilters().Where(m => m.Id == matterId).Select(m => new ItemHas
    {
        Milestones = db.Set<Milestone>().Any(p => p.MatterId == m.Id),
        Indicators = db.Set<Indicator>().Any(p => p.MatterId == m.Id),
        Helps = db.Set<Help>().Any(p => p.MatterId == m.Id),
        Agreements = db.Set<Agreement>().Any(p => p.MatterId == m.Id),
        Countersigns = db.Set<Countersign>().Any(p => p.MatterId == m.Id),
        Files = db.Set<Attachment>().Any(p => p.MatterId == m.Id),
        Origins = db.Set<MatterLink>().Any(l => l.FromId == m.Id),
        Links = db.Set<MatterLink>().Any(l => l.ToId == m.Id),
        Talks = db.Set<Talk>().Any(p => p.MatterId == m.Id),
        Visits = db.Set<Visit>().Any(p => p.MatterId == m.Id),
        People = db.Set<TaskPerson>().Any(p => p.MatterId == m.Id),
        Issues = db.Set<IssuedItem>().Any(p => p.MatterId == m.Id),
        Mark = db.Set<ItemMark>().Any(p => p.MatterId == m.Id),
        Unread = db.Set<Notice>().Any(n => n.MatterId == m.Id && n.PersonId == personId && n.ReadAt == null),
    }));

    public static async Task<ItemHas> ReadAsync(Office office, Matter found, CancellationToken cancel) => (await Asked.AskAsync(office.Db, found.Id, office.Actor.PersonId, cancel))[0];
}
