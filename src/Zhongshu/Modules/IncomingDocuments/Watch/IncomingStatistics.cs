using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// 办结率 of one year: what was taken in and not refused or sent back, and how much of it is closed.
internal sealed record YearFigures(int Year, int Received, int Closed)
{
    public double? Rate => Received == 0 ? null : (double)Closed / Received;
}

/// A mean of working days; nothing when nothing was measured.
internal readonly record struct Average(double Sum, int Count)
{
    public double? Days => Count == 0 ? null : Sum / Count;

    public Average With(double? days) => days is { } one ? new Average(Sum + one, Count + 1) : this;
}

/// The figures of one lead unit in one year; the four times are 收到→登记, 登记→送出, 送出→办结, 办结→回传.
internal sealed record UnitFigures(string Unit)
{
    public int Received { get; set; }

    public int Closed { get; set; }

    /// Closed, and no step of it was finished after its limit.
    public int OnTime { get; set; }

    public Average Register { get; set; }

    public Average Send { get; set; }

    /// 登记→分办: until a lead section was named.
    public Average Route { get; set; }

    public Average Handle { get; set; }

    public Average Answer { get; set; }

    /// 改派: how often a second lead section was named.
    public int Rerouted { get; set; }

    /// 退回: how often the lead section sent its work back instead of doing it (M17-A16).
    public int HandedBack { get; set; }

    /// Closed, never returned and never handed to another section (零差错).
    public int Faultless { get; set; }

    /// Pieces of work that were chased before they were due (临期), and those that ran over (逾期).
    public int Reminded { get; set; }

    public int Overdue { get; set; }

    public double? FaultlessRate => Closed == 0 ? null : (double)Faultless / Closed;

    public double? ClosedRate => Received == 0 ? null : (double)Closed / Received;

    public double? OnTimeRate => Closed == 0 ? null : (double)OnTime / Closed;
}

/// The figures of 收文 over what the reader may see.
internal sealed record IncomingStatistics(int Year, IReadOnlyList<YearFigures> Years, IReadOnlyList<UnitFigures> Units, UnitFigures Total)
{
    private const int YearsShown = 5;
    private const int Most = 200;
    private const string Handling = "lead-handling";
    private const string Returned = nameof(Zhongshu.Flow.ItemOutcome.Returned);

    private sealed record Times(long? LeadUnit, DateTimeOffset Received, DateTimeOffset Registered, DateTimeOffset? Sent, DateTimeOffset? Closed, DateTimeOffset? Answered, bool IsClosed, bool IsLate)
    {
        public DateTimeOffset? Routed { get; init; }

        public int Rerouted { get; init; }

        public bool WasReturned { get; init; }

        public int HandedBack { get; init; }

        public int Reminded { get; init; }

        public int Overdue { get; init; }
    }

    public static async Task<IncomingStatistics> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var first = office.Today.Year - YearsShown + 1;
        var years = await Counted(office).Where(d => d.RegistryYear >= first).GroupBy(d => d.RegistryYear).OrderByDescending(g => g.Key)
            .Select(g => new YearFigures(g.Key, g.Count(), g.Count(d => d.State == IncomingState.Closed || d.State == IncomingState.Filed))).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        var calendar = office.Rules.Calendar;
        var total = new UnitFigures("合计");
        var units = new Dictionary<long, UnitFigures>();
        await foreach (var times in Documents(office, year).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var id = times.LeadUnit ?? 0;
            if (!units.TryGetValue(id, out var unit)) units[id] = unit = new UnitFigures(id == 0 ? "未分办" : book.Unit(id)?.ShortName ?? "已撤销的单位");
            Count(unit, times, calendar);
            Count(total, times, calendar);
        }

        return new IncomingStatistics(year, years, [.. units.Values.OrderByDescending(u => u.Received).ThenBy(u => u.Unit, StringComparer.Ordinal).Take(Most)], total);
    }

    private static IQueryable<IncomingDocument> Counted(Office office) => office.Db.Set<IncomingDocument>().AsNoTracking()
        .Where(d => d.State == IncomingState.Handling || d.State == IncomingState.Closed || d.State == IncomingState.Filed);

    /// Streamed: the calendar's working days are not the database's business.
    private static IQueryable<Times> Documents(Office office, int year) =>
        from document in Counted(office)
        join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
        where document.RegistryYear == year
        select new Times(document.LeadUnitId, document.ReceivedAt, matter.OpenedAt, document.FirstSentAt, document.ClosedAt, document.AnsweredAt,
            document.State != IncomingState.Handling,
            office.Db.Set<WorkItem>().Any(w => w.MatterId == document.MatterId && w.Status == WorkStatus.Done && w.Kind != WorkKind.Read && w.DoneAt > w.DueAt))
        {
            Routed = document.RoutedAt,
            Rerouted = document.Rerouted,
            WasReturned = office.Db.Set<WorkItem>().Any(w => w.MatterId == document.MatterId && w.Outcome == Returned),
            HandedBack = office.Db.Set<WorkItem>().Count(w => w.MatterId == document.MatterId && w.Outcome == Returned && w.StepId == Handling),
            Reminded = office.Db.Set<WorkItem>().Count(w => w.MatterId == document.MatterId && (w.ChaseLevel == 1 || w.ChaseLevel == 2)),
            Overdue = office.Db.Set<WorkItem>().Count(w => w.MatterId == document.MatterId && w.ChaseLevel >= 3),
        };

    private static void Count(UnitFigures unit, Times times, WorkCalendar calendar)
    {
        double? Days(DateTimeOffset? from, DateTimeOffset? to) =>
            from is { } start && to is { } end && start <= end ? calendar.WorkTimeBetween(start, end) / calendar.Hours.PerDay : null;
        unit.Received++;
        unit.Register = unit.Register.With(Days(times.Received, times.Registered));
        unit.Send = unit.Send.With(Days(times.Registered, times.Sent));
        unit.Route = unit.Route.With(Days(times.Registered, times.Routed));
        unit.Rerouted += times.Rerouted;
        unit.HandedBack += times.HandedBack;
        unit.Reminded += times.Reminded;
        unit.Overdue += times.Overdue;
        unit.Handle = unit.Handle.With(Days(times.Sent, times.Closed));
        unit.Answer = unit.Answer.With(Days(times.Closed, times.Answered));
        if (!times.IsClosed) return;
        unit.Closed++;
        if (!times.IsLate) unit.OnTime++;
        if (!times.WasReturned && times.Rerouted == 0) unit.Faultless++;
    }
}
