using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Burdens.Ledger;

internal static class LedgerRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/burdens/ledger.xlsx", WorkbookAsync).Requires(BurdensModule.Read, BurdensModule.Manage);
        routes.MapGet("/burdens/declare/template.xlsx", ImportEntries.TemplateAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        routes.MapPost("/burdens/declare/files", UploadAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        routes.MapGet("/burdens/report.docx", AccountRoute.DraftAsync).Requires(BurdensModule.Read, BurdensModule.Manage);
        routes.MapPost("/burdens/items/{id:long}/decision", DecideAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/burdens/items/{id:long}/withdrawal", WithdrawAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
    }

    private static async Task UploadAsync(HttpContext http, Platform.Files.UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        http.Response.Redirect(outcome.Files.Count == 0 ? "/burdens/declare" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/burdens/declare?file={outcome.Files[0].File.Id}"));
    }

    private static async Task DecideAsync(long id, bool approved, HttpContext http, DecideEntry decide, CancellationToken cancel)
    {
        var words = (await http.Request.ReadFormAsync(cancel))["words"].ToString();
        var done = await decide.RunAsync(id, approved, words, cancel);
        http.Tell(done.Succeeded ? approved ? "已批准，计入总量。" : "已告知单位不批准的理由。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/burdens/items?state=asked");
    }

    private static async Task WithdrawAsync(long id, HttpContext http, DecideEntry decide, CancellationToken cancel)
    {
        var done = await decide.WithdrawAsync(id, cancel);
        http.Tell(done.Succeeded ? "已取消，从总量中减去。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/burdens/items");
    }

    private static Task<IResult> WorkbookAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("全口径台账.xlsx", async book =>
    {
        var people = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(people, office.Actor);
        var of = year is > 2000 and < 2100 ? year.Value : office.Today.Year;
        var board = await LedgerBoard.ReadAsync(office, keeper, of, cancel);
        string Name(long unit) => people.Unit(unit)?.ShortName ?? "";
        book.StartSheet("汇总", [new("单位", 20), new("种类", 18), new("计划"), new("实际"), new("用量(%)"), new("经批准超计划"), new("待批"), new("上年"), new("比上年同期"), .. Enumerable.Range(1, 12).Select(m => new Column($"{m}月", 7))]);
        foreach (var line in board.Lines)
            book.Row([Name(line.UnitId), office.Rules.WordOf(line.Kind).Word, line.Planned, line.Actual, line.Share is { } share ? Math.Round(share * 100, 1) : default(Cell), line.OverApproved, line.Asked, line.LastYear, line.Change, .. line.Months.Select(m => (Cell)m)]);
        book.StartSheet("明细", new Column("日期", 12), new Column("单位", 20), new Column("种类", 18), new Column("标题", 60), new Column("文号", 20), new Column("综合性"), new Column("计划外"), new Column("相近事项", 40), new Column("说明", 40), new Column("批准", 40));
        foreach (var item in (await Happened.ReadAsync(office, keeper, LedgerBoard.YearOf(of), cancel)).Where(h => h.IsCounted).OrderBy(h => h.On))
            book.Row(item.On, Name(item.IssuerId), office.Rules.WordOf(item.Kind).Word, item.Title, item.Number, item.IsComprehensive ? "是" : "", item.IsOverPlan ? "是" : "", item.Like, item.LikeReason, item.Decision);
    });
}
