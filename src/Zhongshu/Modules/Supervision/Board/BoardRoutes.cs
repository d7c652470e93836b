using Zhongshu.Calendar;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// The board as a workbook, with exactly the rows of its filter.
internal static class BoardRoutes
{
    private const int Chunk = 1000;
    private const int MostExported = 200_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/supervision/export.xlsx", ExportAsync).Requires("supervision.docket", "supervision.check", "statistics.read");

    private static Task<IResult> ExportAsync(HttpContext http, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("督办台账.xlsx", async book =>
    {
        var filter = BoardFilter.Read(http.Request.Query) with { After = null };
        var sources = office.Rules.Value(SupervisionRules.Sources);
        var topics = office.Rules.Value(SupervisionRules.Topics).ToDictionary(t => t.Id, t => t.Word);
        book.StartSheet("督办台账", new Column("事项码", 18), new Column("事项", 50), new Column("来源", 14), new Column("专题", 14), new Column("灯", 6), new Column("时限", 12), new Column("环节", 20), new Column("承办", 30), new Column("任务数"), new Column("未销号"), new Column("立项日期", 12), new Column("办结日期", 12), new Column("结果", 60));
        var items = new List<(long, string)>();
        for (var written = 0; written < MostExported; written += Chunk)
        {
            var (rows, next) = await BoardQuery.PageAsync(office, filter, Chunk, cancel);
            items.AddRange(rows.Select(r => (r.Id, r.Code)));
            foreach (var row in rows)
                book.Row(row.Code, row.Title, sources[row.Source - 1].Word, topics.GetValueOrDefault(row.Topic, ""), row.IsOpen ? DeadlineState.Name(row.Light) : "", row.DueOn, row.Stage, row.Holder, row.Tasks, row.OpenTasks,
                    Platform.OfficeDay.Of(row.DocketedAt), row.ClosedAt is { } at ? Cell.Of(Platform.OfficeDay.Of(at)) : default, row.Result);
            if (next is null) break;
            filter = filter with { After = next };
        }

        await TaskLists.WriteAsync(book, office, items, cancel);
    });
}
