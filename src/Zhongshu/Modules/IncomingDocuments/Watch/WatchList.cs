using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// Which list: 压文, 当日件, 超期, 未回传, 应复未复, 疑难件.
internal enum WatchTab
{
    Stalled = 0,
    Today = 1,
    Overdue = 2,
    Unanswered = 3,

    /// 应复未复
    Unreplied = 4,

    /// 疑难件
    Difficult = 5,
}

internal sealed record WatchRow(
    long Id, string Code, string RegistryNumber, string Title, string Sender, DateTimeOffset ReceivedAt, Urgency Urgency, string Stage, string Holder,
    DateTimeOffset HeldSince, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt);

internal sealed record HolderCount(string Holder, int Count);

/// n of the m documents that were received today are sent on (当日件当日办).
internal sealed record SameDay(int Sent, int Received);

/// Where a page of a list ended: the instant that it is ordered by, and the matter.
internal readonly record struct WatchPlace(DateTimeOffset At, long Id)
{
    public static WatchPlace? Read(string? typed) => (typed ?? "").Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) && instant < MostInstant && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var matter)
        ? new WatchPlace(DateTimeOffset.FromUnixTimeMilliseconds(instant), matter) : null;

    public static WatchPlace Of(WatchRow row, WatchTab tab) => new(tab == WatchTab.Overdue ? row.DueAt!.Value : row.HeldSince, row.Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

    private const long MostInstant = 253402300799999;
}

/// What lies, and with whom; the oldest first, at most so many rows.
internal static class WatchList
{
    public const int Most = 200;

    public const int Counted = 2000;

    private const int YearsBack = 20;

    /// The two sides of a document, seen through the reader's access list.
    private sealed class Pair
    {
        public required Matter Matter { get; init; }

        public required IncomingDocument Document { get; init; }
    }

    public static Task<List<WatchRow>> RowsAsync(Office office, WatchTab tab, CancellationToken cancel) => RowsAsync(office, tab, null, Most, cancel);

    /// From the row after this one on: the longest lists are walked along their index and never counted off.
    public static Task<List<WatchRow>> RowsAsync(Office office, WatchTab tab, WatchPlace? after, int most, CancellationToken cancel)
    {
        var all = All(office);
        if (after is { } last) all = tab == WatchTab.Overdue
            ? all.Where(p => p.Matter.DueAt > last.At || (p.Matter.DueAt == last.At && p.Matter.Id > last.Id))
            : all.Where(p => p.Matter.HeldSince > last.At || (p.Matter.HeldSince == last.At && p.Matter.Id > last.Id));
        var chosen = tab switch
        {
            WatchTab.Stalled => Stalled(office, all).OrderBy(p => p.Matter.HeldSince).ThenBy(p => p.Matter.Id),
            WatchTab.Today => Unsent(office, all).OrderBy(p => p.Document.ReceivedAt),
            WatchTab.Overdue => Overdue(office, all).OrderBy(p => p.Matter.DueAt).ThenBy(p => p.Matter.Id),
            WatchTab.Unreplied => Unreplied(office, all).OrderBy(p => p.Document.AnswerBy == null).ThenBy(p => p.Document.AnswerBy).ThenBy(p => p.Document.ReceivedAt).ThenBy(p => p.Document.MatterId),
            WatchTab.Difficult => all.Where(p => p.Matter.State == MatterState.Open && office.Db.Set<Study.JointStudy>().Any(s => s.MatterId == p.Matter.Id && s.ConcludedAt == null)).OrderBy(p => p.Document.ReceivedAt),
            _ => Unreported(office, all).OrderBy(p => p.Document.ClosedAt),
        };
        return chosen.Take(most).Select(p => new WatchRow(
            p.Matter.Id, p.Matter.Code, p.Document.RegistryNumber, p.Matter.Title, p.Document.Sender, p.Document.ReceivedAt, p.Matter.Urgency, p.Matter.Stage, p.Matter.Holder,
            p.Matter.HeldSince, p.Matter.DueAt, p.Document.ClosedAt)).ToListAsync(cancel);
    }

    /// With whom the stalled or the overdue documents lie, and how many each: of the worst so many, so that a long list costs no more than a short one.
    public static async Task<List<HolderCount>> HoldersAsync(Office office, WatchTab tab, CancellationToken cancel)
    {
        if (tab is not (WatchTab.Stalled or WatchTab.Overdue)) return [];
        var chosen = tab == WatchTab.Stalled ? Stalled(office, All(office)).OrderBy(p => p.Matter.HeldSince) : Overdue(office, All(office)).OrderBy(p => p.Matter.DueAt);
        return await chosen.Take(Counted).Select(p => p.Matter).GroupBy(m => m.Holder).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(Most)
            .Select(g => new HolderCount(g.Key, g.Count())).ToListAsync(cancel);
    }

    public static async Task<SameDay> SameDayAsync(Office office, CancellationToken cancel)
    {
        var start = OfficeDay.Start(office.Today);
        var end = start.AddDays(1);
        var today = office.Db.Set<IncomingDocument>().Where(d => d.ReceivedAt >= start && d.ReceivedAt < end);
        return new SameDay(await today.CountAsync(d => d.FirstSentAt != null, cancel), await today.CountAsync(cancel));
    }

    /// Held since this instant or longer, a document is over the limit by now. Due times never go back when the start goes forward, so halving finds it.
    public static DateTimeOffset HeldTooLong(WorkCalendar calendar, Within limit, DateTimeOffset now)
    {
        var (early, late) = (now.AddYears(-YearsBack).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds() + 1);
        while (late - early > 1)
        {
            var middle = early + ((late - early) / 2);
            var due = new Deadline(DateTimeOffset.FromUnixTimeMilliseconds(middle), limit).DueBy(calendar).Instant;
            if (due <= now) early = middle;
            else late = middle;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(early);
    }

    private static IQueryable<Pair> All(Office office) =>
        from matter in office.Db.Set<Matter>().AsNoTracking()
        join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
        select new Pair { Matter = matter, Document = document };

    private static IQueryable<Pair> Stalled(Office office, IQueryable<Pair> all)
    {
        var since = HeldTooLong(office.Rules.Calendar, office.Rules.Value(DeadlineRules.Stalled), office.Now);
        return all.Where(p => p.Matter.State == MatterState.Open && p.Matter.HeldSince <= since);
    }

    /// 批示件 that are closed and not reported back.
    private static IQueryable<Pair> Unreported(Office office, IQueryable<Pair> all)
    {
        var kinds = office.Rules.KindsOf(IncomingRules.ReportedKinds);
        return all.Where(p => kinds.Contains(p.Document.Kind) && p.Document.AnsweredAt == null && p.Document.AnswerWaived == "" && p.Document.ClosedAt != null
            && (p.Document.State == IncomingState.Closed || p.Document.State == IncomingState.Filed));
    }

    /// Kinds whose sender is owed an answer, and has none.
    private static IQueryable<Pair> Unreplied(Office office, IQueryable<Pair> all)
    {
        var kinds = office.Rules.KindsOf(IncomingRules.AnsweredKinds);
        return all.Where(p => kinds.Contains(p.Document.Kind) && p.Document.AnsweredAt == null && p.Document.AnswerWaived == ""
            && (p.Document.State == IncomingState.Handling || p.Document.State == IncomingState.Closed));
    }

    private static IQueryable<Pair> Overdue(Office office, IQueryable<Pair> all)
    {
        var now = office.Now;
        return all.Where(p => p.Matter.State == MatterState.Open && p.Matter.DueAt < now);
    }

    /// Those of earlier days stay on the list until they are sent on: they are 滞留件.
    private static IQueryable<Pair> Unsent(Office office, IQueryable<Pair> all)
    {
        var end = OfficeDay.End(office.Today);
        return all.Where(p => p.Document.FirstSentAt == null && p.Document.ReceivedAt < end && p.Document.State == IncomingState.Handling && p.Matter.State == MatterState.Open);
    }
}
