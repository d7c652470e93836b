using Microsoft.AspNetCore.Routing;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Find;

/// The ledger for programs, and as a workbook that holds exactly what the page's filter says.
internal static class LedgerRoutes
{
    private const int ExportPage = 1000;
    private const int MostExported = 200_000;

    public sealed record LedgerAnswer(IReadOnlyList<LedgerRow> Items, long? Next);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/incoming", ListAsync).Requires("incoming.ledger", "matters.read-own");
        routes.MapGet("/incoming/export.xlsx", ExportAsync).Requires("incoming.export");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Office office, CancellationToken cancel)
    {
        var (rows, next) = await LedgerQuery.PageAsync(office, LedgerFilter.Read(http.Request.Query), LedgerFilter.PageSize, cancel);
        return TypedResults.Ok(new LedgerAnswer(rows, next));
    }

    private static Task<IResult> ExportAsync(HttpContext http, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("收文台账.xlsx", async book =>
    {
        var filter = LedgerFilter.Read(http.Request.Query);
        var words = office.Rules.Value(DeadlineRules.Urgencies).ToDictionary(u => u.Rank, u => u.Word);
        book.StartSheet("收文台账", new Column("收文号", 22), new Column("标题", 60), new Column("来文单位", 24), new Column("来文字号", 22), new Column("收到时间", 18), new Column("紧急程度", 10), new Column("密级", 8), new Column("当前环节", 16), new Column("承办", 28), new Column("办结时间", 18), new Column("事项码", 16));
        var written = 0;
        do
        {
            var (rows, next) = await LedgerQuery.PageAsync(office, filter, ExportPage, cancel);
            foreach (var row in rows)
                book.Row(row.RegistryNumber, row.Title, row.Sender, row.DocumentNumber, row.ReceivedAt, words[(int)row.Urgency], Classification.Word(row.Classification), row.Stage, row.Holder, row.ClosedAt, row.Code);
            written += rows.Count;
            filter = filter with { Before = next };
        }
        while (filter.Before is not null && written < MostExported);
    });
}
