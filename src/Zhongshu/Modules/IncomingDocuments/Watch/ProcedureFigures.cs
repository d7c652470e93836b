using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Receive;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// How one sender keeps to the procedure over a time.
internal sealed record SenderFigures(string Sender, int Received, int Bypass, int WhiteHead, int SentBack, int Refused, int Doubted)
{
    public int Breaches => Bypass + WhiteHead + SentBack + Refused;
}

/// 报送程序情况: 越流程、白头件、退文、拒收 and doubts of the eight checks, by sender, over what the reader may see.
internal static class ProcedureFigures
{
    public const int Most = 200;

    public static async Task<IReadOnlyList<SenderFigures>> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (start, end) = (OfficeDay.Start(from), OfficeDay.End(to));
        var figures = await (
            from document in office.Db.Set<IncomingDocument>().AsNoTracking()
            where document.ReceivedAt >= start && document.ReceivedAt < end
            let doubted = office.Db.Set<IncomingCheckEntry>().Any(c => c.MatterId == document.MatterId && !c.Passed)
            select new { document.Sender, document.IsBypass, document.IsWhiteHead, document.State, doubted })
            .GroupBy(d => d.Sender)
            .Select(g => new SenderFigures(g.Key, g.Count(), g.Sum(d => d.IsBypass ? 1 : 0), g.Sum(d => d.IsWhiteHead ? 1 : 0),
                g.Sum(d => d.State == IncomingState.SentBack ? 1 : 0), g.Sum(d => d.State == IncomingState.Refused ? 1 : 0), g.Sum(d => d.doubted ? 1 : 0)))
            .ToListAsync(cancel);
        return [.. figures.OrderByDescending(f => f.Breaches).ThenByDescending(f => f.Received).ThenBy(f => f.Sender, StringComparer.Ordinal).Take(Most)];
    }

    /// Monday to Sunday of the week of this day.
    public static (DateOnly From, DateOnly To) WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(6));
    }
}
