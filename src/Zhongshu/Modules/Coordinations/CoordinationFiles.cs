using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Bulletins;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Coordinations;

/// What is taken away: the ledger of sheets, the liaison register, a notification as a paper.
internal static class CoordinationFiles
{
    private const int Most = 5000;

    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Anybody = [CoordinationsModule.Manage, CoordinationsModule.TakePart, CoordinationsModule.Look];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/coordination/ledger.xlsx", LedgerAsync).Requires(Anybody);
        routes.MapGet("/coordination/liaison.xlsx", LiaisonAsync).Requires(Anybody);
        routes.MapGet("/coordination/bulletins/{id:long}.docx", BulletinAsync).Requires(CoordinationsModule.Manage, CoordinationsModule.Look);
    }

    private static Task<IResult> LedgerAsync(Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("协调单台账.xlsx", async sheets =>
    {
        var (book, rules) = (await office.BookAsync(cancel), office.Rules);
        var rows = await CoordinationCircle.Seen(office, book).AsNoTracking().OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        sheets.StartSheet("协调单", new Column("编号", 20), new Column("协调什么", 40), new Column("种类", 12), new Column("内容", 14), new Column("对象", 12), new Column("方式", 12), new Column("牵头单位", 16), new Column("开出", 12), new Column("期限", 12), new Column("办结", 12), new Column("结果", 40), new Column("需上级协调", 30), new Column("督办事项", 20));
        foreach (var c in rows)
            sheets.Row(CoordinationWords.NumberOf(c), c.Title, rules.CoordinationKindOf(c.Kind)?.Word ?? "", rules.WordOf(CoordinationRules.Contents, c.Content), rules.WordOf(CoordinationRules.Objects, c.Toward), rules.WordOf(CoordinationRules.Ways, c.Way), book.LabelOf(c.LeadUnitId) ?? "", c.OpenedOn, c.DueOn, c.ClosedOn, c.Result, c.AskedHigher, c.ItemCode);
    });

    private static Task<IResult> LiaisonAsync(Office office, KeepLiaison liaison, CancellationToken cancel) => WorkbookDownload.AnswerAsync("联络登记.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        sheets.StartSheet("联络登记", new Column("日期", 12), new Column("归类", 12), new Column("种类", 16), new Column("事项", 40), new Column("对方", 24), new Column("媒体", 20), new Column("篇数"), new Column("内容", 50), new Column("结果", 40), new Column("登记科室", 16), new Column("登记人", 10));
        foreach (var e in await liaison.Mine().AsNoTracking().OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(Most).ToListAsync(cancel))
            sheets.Row(e.On, office.Rules.LiaisonKindOf(e.Kind)?.Group ?? "", office.Rules.LiaisonKindOf(e.Kind)?.Word ?? e.Kind, e.Title, e.Partner, e.Media, e.Pieces, e.Text, e.Result, book.LabelOf(e.UnitId) ?? "", e.PersonName);
    });

    private static async Task<IResult> BulletinAsync(long id, Office office, KeepBulletin bulletins, CancellationToken cancel)
    {
        if (await bulletins.Mine().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin) return Results.NotFound();
        var issuer = (await office.BookAsync(cancel)).Unit(bulletin.KeeperId)?.Name ?? "";
        return Results.File(Typesetter.ToDocx(BulletinPaper.Of(bulletin, issuer), LayoutRules.Standard), DocxType, $"向{bulletin.Addressee}的工作通报.docx");
    }
}
