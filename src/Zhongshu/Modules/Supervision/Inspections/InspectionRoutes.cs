using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Supervision.Inspections;

/// 督查报告, drafted from the visits; a person writes the rest.
internal static class InspectionRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision/inspections/plan.xlsx", PlanAsync).Requires("supervision.check", "supervision.approve", "statistics.read");
        routes.MapGet("/supervision/inspections/{id:long}/report.docx", DraftAsync).Requires("supervision.check", "supervision.approve", "statistics.read");
    }

    /// 计划共享: our plan of a year as the partners receive it.
    private static async Task<IResult> PlanAsync(int? year, Office office, CancellationToken cancel)
    {
        var of = year is >= 2000 and <= 2100 ? year.Value : office.Today.Year;
        var units = await office.BookAsync(cancel);
        var kinds = office.Rules.Value(SupervisionRules.InspectionKinds).ToDictionary(k => k.Id, k => k.Word);
        var rows = await PlanInspection.Mine(office).AsNoTracking().Where(i => i.Year == of && i.State != InspectionState.Dropped && i.State != InspectionState.Waiting).OrderBy(i => i.FromOn).ToListAsync(cancel);
        return await WorkbookDownload.AnswerAsync($"{of}年督查计划.xlsx", book =>
        {
            book.StartSheet("督查计划", new Column("开始", 13), new Column("结束", 13), new Column("督查", 40), new Column("种类", 14), new Column("对象", 60));
            foreach (var row in rows) book.Row($"{row.FromOn:yyyy-MM-dd}", $"{row.ToOn:yyyy-MM-dd}", row.Title, kinds.GetValueOrDefault(row.Kind, row.Kind), string.Join('、', InspectionRules.TargetsOf(row.Targets).Select(t => units.Unit(t)?.ShortName)));
            return Task.CompletedTask;
        });
    }

    private static async Task<IResult> DraftAsync(long id, Office office, CancellationToken cancel)
    {
        if (await InspectionView.ReadAsync(office, id, cancel) is not { Inspection.Host: "" } view) return Refusal.NotFound("这次督查").ToProblem();
        var issuer = (await office.BookAsync(cancel)).Unit(office.Actor.HomeUnitId)?.Name ?? "";
        return Results.File(Typesetter.ToDocx(Draft(view, issuer, office.Today), LayoutRules.Standard), DocxType, $"{view.Inspection.Title}报告.docx");
    }

    /// What was done, what was found, what became of it; every line names its item.
    public static OfficialDocument Draft(InspectionView view, string issuer, DateOnly today)
    {
        var (one, found) = (view.Inspection, view.Findings);
        var body = new List<Block>
        {
            Text($"{one.FromOn:yyyy年M月d日}至{one.ToOn:M月d日}，对{string.Join('、', view.Targets)}开展了{one.Title}。实地督查{view.Visits.Count}次，发现问题{found.Count}个，已解决{found.Count(f => f.Settled)}个。现将有关情况报告如下。"),
            Heading("一、督查情况"),
        };
        if (view.Data.Count > 0) body.AddRange(view.Data.Select((d, i) => Text($"{i + 1}. {d.Unit}：交办{d.Record.Assigned}项，销号{d.Record.Closed}项，按期{d.Record.InTime}项，超期未办结{d.Record.Overdue}项。")));
        else body.AddRange(view.Visits.Count == 0 ? [Text("还没有登记实地督查。")] : view.Visits.Select((v, i) => Text($"{i + 1}. {v.On:M月d日}，{v.Place}（{v.Code}）：{v.Seen}{(v.Fits ? "" : "与报来的情况不符。")}")));
        body.Add(Heading("二、发现的问题"));
        body.AddRange(found.Count == 0 ? [Text("没有发现问题。")] : found.Select((f, i) => Text($"{i + 1}. {f.Text.TrimEnd('。')}（{f.Code}），{(f.Settled ? "已解决" : f.TaskNumber is { } n ? $"已列为第{n}项任务，正在督办" : "待处理")}。")));
        body.Add(Heading("三、意见建议"));
        body.AddRange(one.Report.Length == 0 ? [Text("（请写明整改要求和工作建议。）")] : one.Report.ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0).Select(l => Text(l.Trim())));
        return new OfficialDocument { Title = $"关于{one.Title}情况的报告", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [issuer], Date = $"{today:yyyy年M月d日}" } };
    }

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}
