using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Handbook;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Regulations.Find;

internal static class RegulationFiles
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/regulations/ledger.xlsx", LedgerAsync).Requires(RegulationsModule.Read);
        routes.MapGet("/regulations/compilation.docx", CompileAsync).Requires(RegulationsModule.Read);
        routes.MapGet("/regulations/posts.docx", (Office office, FlowShelf flows, CancellationToken cancel) => HandbookAsync(null, office, flows, cancel)).Requires(RegulationsModule.Read);
        routes.MapGet("/regulations/posts/{id:long}.docx", (long id, Office office, FlowShelf flows, CancellationToken cancel) => HandbookAsync(id, office, flows, cancel)).Requires(RegulationsModule.Read);
        routes.MapGet("/regulations/review.docx", ReportAsync).Requires(RegulationsModule.Manage);
    }

    private static Task<IResult> LedgerAsync(Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("制度台账.xlsx", async sheets =>
    {
        var view = await RegisterView.ReadAsync(office, cancel);
        var titles = view.Register.ToDictionary(r => r.Id, r => r.Title);
        sheets.StartSheet("制度台账", new Column("制度", 40), new Column("文号", 20), new Column("类别", 12), new Column("归类", 14), new Column("工作", 8), new Column("层次", 12), new Column("层级", 14), new Column("管理方法", 14), new Column("印发", 12), new Column("牵头科室", 14), new Column("协作科室及职责", 30), new Column("情况"), new Column("细化的制度", 30), new Column("最近回顾", 12), new Column("结论", 16));
        foreach (var one in view.Register)
            sheets.Row(one.Title, one.Number, office.Rules.ClassWord(one.Class), one.Sphere, one.Area, one.Layer, one.Level, one.Method, one.IssuedOn, view.Book.LabelOf(one.UnitId), one.Partners, PlanWords.Of(one.State), one.DetailsId is { } of ? titles.GetValueOrDefault(of) : "", one.LookedAtOn, office.Rules.VerdictOf(one.Verdict)?.Word ?? "");
        sheets.StartSheet("制修订计划", new Column("立改废"), new Column("制度", 40), new Column("起因", 16), new Column("理由", 30), new Column("主要内容", 40), new Column("审定方式", 16), new Column("出台层级", 14), new Column("责任科室", 14), new Column("时限", 12), new Column("情况"), new Column("完成", 12), new Column("结果", 40));
        foreach (var task in view.Tasks)
            sheets.Row(PlanWords.Of(task.Kind), task.Title, task.Mark, task.Reason, task.Content, task.Approval, task.Level, view.Book.LabelOf(task.UnitId), task.DueOn, PlanWords.Of(task.State), task.DoneOn, task.Result);
    });

    private static async Task<IResult> CompileAsync(Office office, CancellationToken cancel)
    {
        var view = await RegisterView.ReadAsync(office, cancel);
        return File(Compilation.Draft(view.Register, office.Rules, office.Today.Year, (Issuer(office, view.Book), office.Today)));
    }

    private static async Task<IResult> ReportAsync(int? year, Office office, CancellationToken cancel)
    {
        var of = year is > 2000 and < 2100 ? year.Value : office.Today.Year;
        var view = await RegisterView.ReadAsync(office, cancel);
        var ids = view.Register.Select(r => r.Id).ToArray();
        var looks = (await office.Db.Set<RegulationLook>().AsNoTracking().Where(l => ids.Contains(l.RegulationId)).OrderBy(l => l.On).ToListAsync(cancel)).Where(l => l.On.Year == of).ToList();
        var tasks = view.Tasks.Where(t => t.State == PlanState.Open || t.DoneOn?.Year == of).ToList();
        return File(LookReport.Draft(new LookPapers(view.Register, looks, view.Concerns, tasks), office.Rules, of, (Issuer(office, view.Book), office.Today)));
    }

    private static async Task<IResult> HandbookAsync(long? post, Office office, FlowShelf flows, CancellationToken cancel)
    {
        var posts = await PostBook.ReadAsync(office, flows, post, cancel);
        return posts.Count == 0 ? Refusal.NotFound("这个岗位").ToProblem() : File(HandbookPaper.Draft(posts, (Issuer(office, await office.BookAsync(cancel)), office.Today)));
    }

    private static string Issuer(Office office, OrganisationBook book) => book.Unit(UnitCircle.KeeperOf(book, office.Actor))?.Name ?? "";

    private static IResult File(OfficialDocument document) => Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
}
