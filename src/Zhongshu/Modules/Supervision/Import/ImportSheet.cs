using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Import;

/// A row that may go in.
internal sealed record ImportRow(DocketForm Form, PlannedDocket Planned);

/// 年度重点任务表: its columns, its template, and how a row becomes a docketing.
internal static class ImportSheet
{
    private const string Sheet = "任务清单";

    private static readonly (string Field, Column Column)[] Columns =
    [
        ("title", new("任务*", 48)), ("lead-0", new("牵头单位*", 24)), ("support-0", new("配合单位", 30)), ("measure-0", new("成果和标准", 40)),
        ("due-0", new("完成时限*", 13)), ("leader", new("分管领导", 12)), ("origin", new("依据", 36)),
    ];

    public static Task<IResult> TemplateAsync() => WorkbookDownload.AnswerAsync("重点任务导入模板.xlsx", book =>
    {
        book.StartSheet(Sheet, [.. Columns.Select(c => c.Column)]);
        book.StartSheet("填写说明", new Column("列", 14), new Column("怎样填写", 80));
        book.Row("任务*、牵头单位*", $"必填；单位写全称或简称，须在机构中。没有明确承办单位的，写“{Receivers.Fallback}”。");
        book.Row("配合单位", "几个单位用顿号隔开。");
        book.Row("完成时限*", "写成 2026-12-31 的样子；遇休息日顺延。");
        book.Row("依据", "如：2026年政府工作报告第三部分；不填即为导入时写的依据。");
        return Task.CompletedTask;
    });

    public static Outcome<SheetReading<ImportRow>> Read(Stream file, string origin, (RuleBook Rules, OrganisationBook Book, DateOnly Today) with)
    {
        var opened = WorkbookReader.Open(file);
        if (!opened.Succeeded) return opened.Refusal;
        using var book = opened.Value;
        var rows = new Dictionary<(string, string), int>();
        return SheetTable.Read(book, book.SheetNames.Contains(Sheet) ? Sheet : null, ["任务", "牵头单位", "完成时限"], line => Row(line, origin, rows, with));
    }

    private static ImportRow? Row(SheetLine line, string origin, Dictionary<(string, string), int> rows, (RuleBook Rules, OrganisationBook Book, DateOnly Today) with)
    {
        var (title, lead) = (line.Required("任务", 200), line.Required("牵头单位"));
        var due = line.Day("完成时限");
        if (due is null && line.Text("完成时限").Length == 0) line.Fault("完成时限", "没有填写，请补上");
        if (title.Length == 0 || lead.Length == 0 || due is null) return null;
        if (!rows.TryAdd((title, lead), line.Number)) line.Fault("任务", $"与第{rows[(title, lead)]}行的任务和牵头单位相同，请核对");
        var task = new TaskInput { Lead = lead, Support = line.Text("配合单位"), Measure = line.Text("成果和标准", 1000) }.Read(with.Rules, with.Book, with.Today, 0);
        if (!task.Succeeded)
        {
            line.Fault(HeadingOf(task.Refusal.Field), task.Refusal.Message);
            return null;
        }

        var leader = line.Text("分管领导", 60);
        var form = new DocketForm
        {
            Title = title,
            Source = SourceKind.Yearly,
            Origin = line.Text("依据", 500) is { Length: > 0 } own ? own : origin,
            LeaderName = leader,
            LeaderId = leader.Length == 0 ? null : with.Book.People.Where(p => p.Name == leader && with.Book.PostsOf(p.Id, with.Today).Any(o => OrganisationBook.RolesOf(o).Contains("leader"))).Select(p => (long?)p.Id).FirstOrDefault(),
            LimitClass = with.Rules.Value(SupervisionRules.Limits)[^1].Id,
            Reporting = Reporting.Batch,
            ShortReason = "按年度计划",
            Tasks = [task.Value with { DueOn = due }],
        };
        var planned = DocketRules.Decide(form, with.Rules, with.Book, with.Today);
        if (planned.Succeeded) return new ImportRow(form, planned.Value);
        line.Fault(HeadingOf(planned.Refusal.Field), planned.Refusal.Message);
        return null;
    }

    private static string HeadingOf(string? field) => Columns.Where(c => c.Field == field).Select(c => c.Column.Heading.TrimEnd('*')).FirstOrDefault() ?? "";
}
