using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Defects.Find;

internal static class DefectRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/defects/ledger.xlsx", LedgerAsync).Requires(DefectsModule.Register, DefectsModule.Manage);
        routes.MapGet("/defects/risks.xlsx", RisksAsync).Requires(DefectsModule.Register, DefectsModule.Manage);
        routes.MapGet("/defects/cases.docx", CasesAsync).Requires(DefectsModule.Manage);
    }

    private static int Of(int? year, Office office) => year is > 2000 and < 2100 ? year.Value : office.Today.Year;

    private static Task<IResult> LedgerAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("错情台账.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        var rows = await new DefectAsk { Year = Of(year, office) }.ReadAsync(office, book, cancel);
        sheets.StartSheet("错情台账", new Column("日期", 12), new Column("责任单位", 18), new Column("种类", 14), new Column("环节", 12), new Column("发现", 18), new Column("后果", 18), new Column("错情", 50), new Column("事前推演", 30), new Column("事中纠偏", 30), new Column("情况"), new Column("复盘进度"), new Column("教训", 40), new Column("典型"));
        foreach (var (defect, steps, done, _, _) in rows)
            sheets.Row(defect.On, book.LabelOf(defect.UnitId), office.Rules.KindWord(defect.Kind), office.Rules.StageWord(defect.Stage), office.Rules.FoundWord(defect.Found), office.Rules.ConsequenceWord(defect.Consequence), defect.Text, defect.Foresight, defect.Correction, DefectLife.WordOf(defect.State), steps == 0 ? "" : $"{done}/{steps}", defect.Lesson, defect.IsCase ? "是" : "");
    });

    private static Task<IResult> RisksAsync(Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("风险点清单.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        sheets.StartSheet("风险点清单", new Column("环节", 12), new Column("种类"), new Column("风险点", 50), new Column("防控措施", 50), new Column("单位", 18), new Column("登记人"));
        foreach (var risk in await office.Db.Set<RiskPoint>().AsNoTracking().Where(r => r.KeeperId == keeper && r.EndedOn == null).OrderBy(r => r.Stage).ThenBy(r => r.Id).ToListAsync(cancel))
            sheets.Row(office.Rules.StageWord(risk.Stage), risk.Kind, risk.Text, risk.Measure, book.LabelOf(risk.UnitId), risk.PersonName);
    });

    private static async Task<IResult> CasesAsync(int? year, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var of = Of(year, office);
        var (first, last) = (new DateOnly(of, 1, 1), new DateOnly(of, 12, 31));
        var cases = await DefectCircle.Seen(office, book).AsNoTracking().Where(d => d.IsCase && !d.IsConfined && d.ClosedOn >= first && d.ClosedOn <= last).OrderBy(d => d.On).ToListAsync(cancel);
        if (cases.Count == 0) return DefectRefusals.NoCases.ToProblem();
        var document = CaseBooklet.Draft(cases, office.Rules, of, (book.Unit(UnitCircle.KeeperOf(book, office.Actor))?.Name ?? "", office.Today));
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }
}
