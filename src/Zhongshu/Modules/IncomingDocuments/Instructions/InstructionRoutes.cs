using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Instructions;

internal static class InstructionRoutes
{
    private const int Most = 5000;

    public sealed record InstructionsAnswer(IReadOnlyList<InstructionRow> Items, long? Next);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/incoming/instructions", ListAsync).Requires("incoming.ledger", "incoming.instruct", "incoming.record-instruction");
        routes.MapGet("/incoming/instructions.xlsx", ExportAsync).Requires("incoming.export");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Office office, CancellationToken cancel)
    {
        var (rows, next) = await InstructionList.PageAsync(office, InstructionFilter.Read(http.Request.Query), InstructionList.PageSize, cancel);
        return TypedResults.Ok(new InstructionsAnswer(rows, next));
    }

    private static Task<IResult> ExportAsync(HttpContext http, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("批示件.xlsx", async book =>
    {
        book.StartSheet("批示件", new Column("批示日期", 12), new Column("领导", 12), new Column("批示内容", 60), new Column("拟办意见", 40), new Column("比对", 14), new Column("收文号", 22), new Column("标题", 60), new Column("环节", 14), new Column("承办", 28), new Column("办结时间", 18), new Column("是否回传", 10), new Column("事项码", 16));
        var (rows, _) = await InstructionList.PageAsync(office, InstructionFilter.Read(http.Request.Query), Most, cancel);
        foreach (var row in rows)
            book.Row(row.WrittenOn, row.Leader, row.Text, row.Proposed ?? "", InstructionAgreement.Word(row.Agreement), row.RegistryNumber, row.Title, row.Stage, row.Holder, row.ClosedAt, row.IsReported ? "是" : "否", row.Code);
    });
}
