using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Statistics;

/// The figures as a workbook, and for programs.
internal static class StatisticsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statistics/supervision.xlsx", FiguresAsync).Requires("statistics.read", "supervision.circular");
        routes.MapGet("/api/v1/supervision/figures", ShowAsync).Requires("statistics.read", "supervision.circular");
    }

    private static async Task<IResult> ShowAsync(string? from, string? to, Office office, CancellationToken cancel)
    {
        var (first, last) = StatisticsPeriod.Read(from, to, office.Today);
        return TypedResults.Ok(await SupervisionFigures.ReadAsync(office, first, last, cancel));
    }

    private static Task<IResult> FiguresAsync(string? from, string? to, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("督办统计.xlsx", async book =>
    {
        var (first, last) = StatisticsPeriod.Read(from, to, office.Today);
        var figures = await SupervisionFigures.ReadAsync(office, first, last, cancel);
        var people = await office.BookAsync(cancel);
        var sources = office.Rules.Value(SupervisionRules.Sources);
        Sheet(book, "按牵头单位", "单位", figures.Units.Append(figures.Total), l => l.Key == 0 ? "合计" : people.Unit(l.Key)?.ShortName ?? "");
        Sheet(book, "按来源", "来源", figures.Sources, l => sources[(int)l.Key - 1].Word);
        Sheet(book, "按交办领导", "领导", figures.Leaders, l => people.Person(l.Key)?.Name ?? "");
    });

    private static void Sheet(WorkbookWriter book, string title, string what, IEnumerable<FigureLine> lines, Func<FigureLine, string> name)
    {
        book.StartSheet(title, new Column(what, 24), new Column("交办"), new Column("核查"), new Column("销号"), new Column("办结率(%)"), new Column("按期率(%)"), new Column("平均用时(日)"), new Column("超期"), new Column("有头无尾"), new Column("虎头蛇尾"), new Column("掐头去尾"));
        foreach (var line in lines)
            book.Row(name(line), line.Assigned, line.Checked, line.Closed, Percent(line.ClosedRate), Percent(line.InTimeRate), line.Days is { } days ? Math.Round(days, 1) : double.NaN, line.Overdue, line.NoTail, line.WeakTail, line.CutShort);
    }

    private static double Percent(double? share) => share is { } known ? Math.Round(known * 100, 1) : double.NaN;
}
