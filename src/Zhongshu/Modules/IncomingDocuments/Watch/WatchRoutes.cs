using Microsoft.AspNetCore.Routing;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// The lists and the figures as workbooks, row for row what the pages show.
internal static class WatchRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/incoming/watch.xlsx", ListAsync).Requires("incoming.chase", "statistics.read");
        routes.MapGet("/statistics/incoming.xlsx", FiguresAsync).Requires("statistics.read");
        routes.MapGet("/statistics/incoming-procedure.xlsx", ProcedureAsync).Requires("statistics.read", "incoming.check");
    }

    private static Task<IResult> ListAsync(string? tab, Office office, CancellationToken cancel)
    {
        var chosen = WatchWords.Read(tab);
        return WorkbookDownload.AnswerAsync($"{WatchWords.All[chosen].Title}清单.xlsx", async book =>
        {
            book.StartSheet(WatchWords.All[chosen].Title, new Column("收文号", 22), new Column("标题", 60), new Column("来文单位", 24), new Column("收到时间", 18), new Column("当前环节", 16), new Column("承办", 28), new Column("停留起始", 18), new Column("停留工作日", 12), new Column("期限", 18), new Column("办结时间", 18), new Column("事项码", 16));
            foreach (var row in await WatchList.RowsAsync(office, chosen, cancel))
                book.Row(row.RegistryNumber, row.Title, row.Sender, row.ReceivedAt, row.Stage, row.Holder, row.HeldSince, office.Rules.Calendar.WorkdaysBetween(OfficeDay.Of(row.HeldSince), row.ClosedAt is { } closed ? OfficeDay.Of(closed) : office.Today), row.DueAt, row.ClosedAt, row.Code);
            var holders = await WatchList.HoldersAsync(office, chosen, cancel);
            if (holders.Count == 0) return;
            book.StartSheet("按承办", new Column("承办", 40), new Column("件数"));
            foreach (var holder in holders) book.Row(holder.Holder, holder.Count);
        });
    }

    private static Task<IResult> FiguresAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("收文统计.xlsx", async book =>
    {
        var figures = await IncomingStatistics.ReadAsync(office, year ?? office.Today.Year, cancel);
        book.StartSheet("按年", new Column("年度"), new Column("收文"), new Column("办结"), new Column("办结率（%）"));
        foreach (var each in figures.Years) book.Row(each.Year, each.Received, each.Closed, Cell.Of(Percent(each.Rate)));
        book.StartSheet(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{figures.Year}年按单位"), new Column("主办", 28), new Column("收文"), new Column("办结"), new Column("办结率（%）"), new Column("按期率（%）"), new Column("零差错率（%）"), new Column("改派"), new Column("退回"), new Column("临期提醒"), new Column("逾期提醒"), new Column("登记（工作日）"), new Column("送出（工作日）"), new Column("分办（工作日）"), new Column("办理（工作日）"), new Column("回传（工作日）"));
        foreach (var line in figures.Units.Append(figures.Total))
            book.Row(line.Unit, line.Received, line.Closed, Cell.Of(Percent(line.ClosedRate)), Cell.Of(Percent(line.OnTimeRate)), Cell.Of(Percent(line.FaultlessRate)), line.Rerouted, line.HandedBack, line.Reminded, line.Overdue, Days(line.Register), Days(line.Send), Days(line.Route), Days(line.Handle), Days(line.Answer));
    });

    private static Task<IResult> ProcedureAsync(DateOnly? from, DateOnly? to, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("报送程序情况.xlsx", async book =>
    {
        var week = ProcedureFigures.WeekOf(office.Today);
        book.StartSheet("报送程序情况", new Column("来文单位", 28), new Column("收文"), new Column("越流程"), new Column("白头件"), new Column("退文"), new Column("拒收"), new Column("审核有疑问", 12));
        foreach (var row in await ProcedureFigures.ReadAsync(office, from ?? week.From, to ?? week.To, cancel)) book.Row(row.Sender, row.Received, row.Bypass, row.WhiteHead, row.SentBack, row.Refused, row.Doubted);
    });

    private static double Percent(double? share) => share is { } known ? Math.Round(known * 100, 1) : double.NaN;

    private static Cell Days(Average time) => Cell.Of(time.Days is { } days ? Math.Round(days, 2) : double.NaN);
}
