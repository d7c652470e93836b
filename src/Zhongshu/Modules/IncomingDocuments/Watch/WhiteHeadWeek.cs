using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

internal sealed record WhiteHeadRow(string Code, string RegistryNumber, string Title, string Sender, DateTimeOffset ReceivedAt, IncomingState State, string Stage, string Holder);

/// 白头件周报: what came without a red head in one week, from whom, and how that compares with the week before (M1-B29).
internal sealed record WhiteHeadWeek(DateOnly From, DateOnly To, IReadOnlyList<WhiteHeadRow> Rows, int Received, int Before)
{
    private const int Most = 500;

    public static async Task<WhiteHeadWeek> ReadAsync(Office office, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = ProcedureFigures.WeekOf(day);
        var (start, end) = (OfficeDay.Start(from), OfficeDay.End(to));
        var documents = office.Db.Set<IncomingDocument>().AsNoTracking();
        var rows = await (
            from document in documents
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where document.ReceivedAt >= start && document.ReceivedAt < end && document.IsWhiteHead
            orderby document.ReceivedAt
            select new WhiteHeadRow(matter.Code, document.RegistryNumber, document.Title, document.Sender, document.ReceivedAt, document.State, matter.Stage, matter.Holder)).Take(Most).ToListAsync(cancel);
        var week = TimeSpan.FromDays(7);
        return new WhiteHeadWeek(from, to, rows, await documents.CountAsync(d => d.ReceivedAt >= start && d.ReceivedAt < end, cancel),
            await documents.CountAsync(d => d.ReceivedAt >= start - week && d.ReceivedAt < end - week && d.IsWhiteHead, cancel));
    }

    public IEnumerable<(string Sender, int Count)> Senders => Rows.GroupBy(r => r.Sender, StringComparer.Ordinal).Select(g => (g.Key, g.Count())).OrderByDescending(s => s.Item2).ThenBy(s => s.Key, StringComparer.Ordinal);

    /// The week in one paragraph, as it goes into the report.
    public string Summary
    {
        get
        {
            if (Rows.Count == 0) return $"本周收文{Received}件，没有白头件{(Before > 0 ? $"，比上周减少{Before}件" : "")}。";
            var change = Rows.Count == Before ? "与上周持平" : Rows.Count > Before ? $"比上周增加{Rows.Count - Before}件" : $"比上周减少{Before - Rows.Count}件";
            var returned = Rows.Count(r => r.State is IncomingState.SentBack or IncomingState.Refused);
            var senders = string.Join('、', Senders.Take(3).Select(s => $"{s.Sender}{s.Count}件"));
            return $"本周收文{Received}件，其中白头件{Rows.Count}件，{change}。报送较多的是{senders}。已退文、拒收{returned}件，在办{Rows.Count(r => r.State == IncomingState.Handling)}件。请有关单位按规定格式报送。";
        }
    }
}
