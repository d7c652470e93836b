using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Contracts;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Boards.Digest;

/// One thing of a period as 周况, 动态表 and 要情 all have it: when, what, whose, where, with whom; IsFocus: it stands on the leaders' board.
public sealed record OfficeFact(DateTimeOffset At, string Kind, string What, string Unit, string Place, string People, string Code, bool IsFocus)
{
    private const int Most = 300;

    /// 同源: every part reports once, into its own ledger; all three papers are made of these rows.
    internal static async Task<IReadOnlyList<OfficeFact>> ReadAsync(Office office, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until, home) = (OfficeDay.Start(days.From), OfficeDay.End(days.To), office.Actor.HomeUnitId);
        var book = await office.BookAsync(cancel);
        var marked = await (
            from mark in office.Db.Set<FocusMark>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on mark.MatterId equals matter.Id
            where mark.UnitId == home && mark.At >= since && mark.At < until
            orderby mark.At
            select new { mark, matter.Title, matter.Code, matter.Holder, matter.Stage }).Take(Most).ToListAsync(cancel);
        var closed = await office.Db.Set<Matter>().AsNoTracking().Where(m => m.UnitId == home && m.ClosedAt != null && m.ClosedAt >= since && m.ClosedAt < until).OrderBy(m => m.ClosedAt).Take(Most)
            .Select(m => new { m.Code, m.Title, m.Kind, At = m.ClosedAt!.Value, IsFocus = office.Db.Set<FocusMark>().Any(f => f.MatterId == m.Id) }).ToListAsync(cancel);
        return
        [
            .. marked.Select(m => new OfficeFact(m.mark.At, office.Rules.ClassWord(m.mark.Class), $"{m.Title}（{m.mark.Reason}）", m.Holder, "", "", m.Code, true))
                .Concat(closed.Select(m => new OfficeFact(m.At, m.Kind == "supervision" ? "督办办结" : "事项办结", m.Title, "", "", "", m.Code, m.IsFocus)))
                .Concat((await CoordinationFact.ReadAsync(office, days, cancel)).Select(f => new OfficeFact(f.At, f.Kind, f.What, book.LabelOf(f.UnitId) ?? "", f.Place, f.People, "", false)))
                .OrderBy(f => f.At),
        ];
    }
}
