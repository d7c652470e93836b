using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Appraisals;

internal static class AppraisalRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appraisals/{id:long}.xlsx", WorkbookAsync).Requires(AppraisalsModule.Manage, AppraisalsModule.Read);
        routes.MapPost("/appraisals/{id:long}/showing", (long id, HttpContext http, Appraise acts, CancellationToken cancel) => AnswerAsync(id, http, acts.ShowAsync(id, cancel), "结果已告知各单位。")).Requires(AppraisalsModule.Manage);
        routes.MapPost("/appraisals/{id:long}/confirmation", (long id, HttpContext http, Appraise acts, CancellationToken cancel) => AnswerAsync(id, http, acts.ConfirmAsync(id, cancel), "结果已确认。")).Requires(AppraisalsModule.Manage);
        var api = routes.MapGroup("/api/v1/appraisals");
        api.MapPost("/", OpenAsync).Requires(AppraisalsModule.Manage);
        api.MapGet("/{id:long}", ShowAsync).Requires(AppraisalsModule.Manage, AppraisalsModule.Read);
        api.MapPost("/{id:long}/notes", NoteAsync).Requires(AppraisalsModule.Manage);
        api.MapPost("/{id:long}/units/{unit:long}/marks", JudgeAsync).Requires(AppraisalsModule.Judge);
    }

    private static async Task AnswerAsync(long id, HttpContext http, Task<Outcome<Done>> act, string words)
    {
        var done = await act;
        http.Tell(done.Succeeded ? words : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect($"/appraisals/{id}");
    }

    private static async Task<IResult> WorkbookAsync(long id, Office office, CancellationToken cancel)
    {
        if (await AppraisalView.ReadAsync(office, id, cancel) is not { } view) return Refusal.NotFound("这次考核").ToProblem();
        var people = await office.BookAsync(cancel);
        return await WorkbookDownload.AnswerAsync($"{view.Scheme.Title}.xlsx", book =>
        {
            book.StartSheet("结果", [new("名次", 8), new("单位", 22), new("总分", 10), .. view.Scores[0].Indicators.Select(i => new Column($"{i.Indicator.Title}（{i.Indicator.Weight}）", 16))]);
            foreach (var score in view.Scores)
                book.Row([score.Place, people.Unit(score.UnitId)?.Name, score.Total is { } total ? total : default(Cell), .. score.Indicators.Select(i => i.Points is { } points ? Math.Round(points, 2) : default(Cell))]);
            book.StartSheet("依据", new Column("单位", 22), new Column("指标", 26), new Column("权重", 8), new Column("数值", 12), new Column("依据", 40), new Column("得分", 10), new Column("剥离补回", 10));
            foreach (var score in view.Scores)
                foreach (var line in score.Indicators)
                    book.Row(people.Unit(score.UnitId)?.Name, line.Indicator.Title, line.Indicator.Weight, line.Figure?.Value is { } value ? Math.Round(value, 2) : default(Cell), line.Figure?.Words ?? (line.Indicator.IsQuantitative ? "没有可衡量的工作" : "三方评价"), line.Points is { } points ? Math.Round(points, 2) : default(Cell), line.Stripped);
            return Task.CompletedTask;
        });
    }

    private static async Task<IResult> OpenAsync(SchemeInput input, OpenScheme open, CancellationToken cancel)
    {
        var done = await open.RunAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/appraisals/{done.Value.Id}", new OpenedRow(done.Value.Id, done.Value.Warnings)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ShowAsync(long id, Office office, CancellationToken cancel) =>
        await AppraisalView.ReadAsync(office, id, cancel) is { } view
            ? TypedResults.Ok(new ResultRow(view.Scheme.Title, view.Scheme.State.ToString(), view.Automatic, [.. view.Scores.Select(s => new ScoreRow(s.UnitId, s.Place, s.Total, [.. s.Indicators.Select(i => new LineRow(i.Indicator.Title, i.Indicator.Weight, i.Figure?.Value, i.Figure?.Words, i.Figure?.Address, i.Points, i.Stripped))]))]))
            : Refusal.NotFound("这次考核").ToProblem();

    private static async Task<IResult> NoteAsync(long id, Notes.NoteInput note, Notes.NoteAppraisal notes, CancellationToken cancel)
    {
        var done = await notes.AddAsync(id, new Notes.NoteInput(note.Kind ?? "", note.Unit, note.On ?? "", note.Words ?? ""), null, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static async Task<IResult> JudgeAsync(long id, long unit, IReadOnlyList<MarkInput> marks, Appraise acts, CancellationToken cancel)
    {
        var done = await acts.JudgeAsync(id, unit, marks, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    internal sealed record OpenedRow(long Id, string Warnings);

    internal sealed record LineRow(string Indicator, int Weight, double? Value, string? Words, string? Address, double? Points, double Stripped);

    internal sealed record ScoreRow(long UnitId, int Place, double? Total, IReadOnlyList<LineRow> Lines);

    internal sealed record ResultRow(string Title, string State, int Automatic, IReadOnlyList<ScoreRow> Units);
}
