using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Pairs;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.PeopleFiles;

internal static class PeopleRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/trainings/{id:long}/people/{person:long}", NoteAsync);
        Post(routes, "/trainings/mentoring/{id:long}/steps", StepAsync);
        Post(routes, "/trainings/mentoring/{id:long}/end", EndAsync);
        Post(routes, "/trainings/examinations", ExamineAsync);
        Post(routes, "/trainings/people/{id:long}/abilities", TagAsync, PeopleFilesModule.Section, PeopleFilesModule.Manage);
        routes.MapGet("/trainings/records.xlsx", RecordsAsync).Requires(PeopleFilesModule.Section, PeopleFilesModule.Manage);
    }

    private static void Post(IEndpointRouteBuilder routes, string pattern, Delegate handler, params string[] permissions) =>
        routes.MapPost(pattern, handler).Requires(permissions.Length == 0 ? [PeopleFilesModule.Read] : permissions).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> NoteAsync(long id, long person, HttpContext http, KeepTraining keep, Office office, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await keep.NoteAsync(id, person, form["score"].ToString().Trim(), form["words"].ToString().Trim(), cancel);
        (string Name, string Label)[] shown = person == office.Actor.PersonId ? [("words", "心得、返岗分享")] : [("score", "成绩"), ("words", "心得、返岗分享")];
        return Back(http, done, "已填写。", string.Create(CultureInfo.InvariantCulture, $"/trainings/{id}"), shown);
    }

    private static async Task<IResult> StepAsync(long id, HttpContext http, KeepPair keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        return Back(http, await keep.StepAsync(id, form["kind"].ToString(), form["words"].ToString().Trim(), http.OnceToken(), cancel), "已登记。", "/trainings/mentoring", ("words", "做了什么"));
    }

    private static async Task<IResult> EndAsync(long id, HttpContext http, KeepPair keep, CancellationToken cancel) =>
        Back(http, await keep.EndAsync(id, (await http.Request.ReadFormAsync(cancel))["words"].ToString().Trim(), http.OnceToken(), cancel), "已结束帮带。", "/trainings/mentoring", ("words", "帮带结果"));

    private static async Task<IResult> TagAsync(long id, HttpContext http, KeepFile keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        return Back(http, await keep.TagAsync(id, form["tag"].ToString(), form["ground"].ToString().Trim(), cancel), "已登记。", string.Create(CultureInfo.InvariantCulture, $"/trainings/people/{id}"), ("ground", "依据"));
    }

    private static async Task<IResult> ExamineAsync(HttpContext http, Office office, KeepFile keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        return Back(http, await keep.ExamineAsync(form["list"].ToString(), [.. form["kept"].OfType<string>()], form["words"].ToString().Trim(), http.OnceToken(), cancel), "自查完成，内容只有您自己看得到。", string.Create(CultureInfo.InvariantCulture, $"/trainings/people/{office.Actor.PersonId}"), ("words", "打算怎样改"));
    }

    private static Task<IResult> RecordsAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("学习培训记录.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        var view = await TrainingView.ReadAsync(office, year is > 2000 and < 2100 ? year.Value : office.Today.Year, cancel);
        sheets.StartSheet("场次", new Column("日期", 12), new Column("种类", 24), new Column("内容", 40), new Column("科目"), new Column("期次"), new Column("主讲"), new Column("主办", 18), new Column("人数"), new Column("心得"), new Column("平均分"));
        foreach (var row in view.Rows) sheets.Row(row.Training.On, office.Rules.TrainingWord(row.Training.Kind), row.Training.Title, row.Training.Subject, row.Training.Batch, row.Training.Speaker, book.LabelOf(row.Training.UnitId), row.People, row.Words, row.Mean is { } mean ? Math.Round(mean, 1) : default(Cell));
        sheets.StartSheet("汇总", new Column("种类", 24), new Column("场次"), new Column("人次"), new Column("心得"));
        foreach (var tally in view.Tallies) sheets.Row(office.Rules.TrainingWord(tally.Kind), tally.Times, tally.People, tally.Words);
    });

    private static IResult Back(HttpContext http, Outcome<Done> outcome, string done, string page, params (string Name, string Label)[] shown)
    {
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, outcome.Refusal.Kind == RefusalKind.NotFound ? "/trainings" : page, shown);
        http.Tell(done);
        return Results.Redirect(page);
    }
}
