using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Find;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Modules.Defects.Register;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Defects;

/// Slips, risk points, lessons and the summaries that are owed, for programs. Who answers for a slip is not said here.
internal static class DefectsApi
{
    internal sealed record DefectRow(long Id, DateOnly On, string Unit, string Kind, string Stage, string Found, string Consequence, string Text, string State, int Steps, int Done, string Lesson);

    internal sealed record RiskRow(long Id, string Kind, string Stage, string Unit, string Text, string Measure);

    internal sealed record RiskRequest(string? Kind, string? Stage, string? Text, string? Measure);

    internal sealed record LessonRow(long Id, string Kind, string Title, string Text, string Person, DateOnly On, bool IsShared, string Applied);

    internal sealed record LessonRequest(string? Kind, string? Title, IReadOnlyList<string?>? Answers, bool IsShared, long Defect, string? Matter);

    internal sealed record Made(long Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/defects");
        api.MapGet("/", ListAsync).Requires(DefectsModule.Register, DefectsModule.Manage);
        api.MapGet("/risks", RisksAsync).Requires(DefectsModule.Register, DefectsModule.Manage);
        api.MapPost("/risks", AddRiskAsync).Requires(DefectsModule.Register, DefectsModule.Manage);
        var lessons = routes.MapGroup("/api/v1/lessons");
        lessons.MapGet("/", LessonsAsync).Requires(DefectsModule.Register);
        lessons.MapGet("/owed", async (Office office, CancellationToken cancel) => TypedResults.Ok(await Summaries.OwedAsync(office, cancel))).Requires(DefectsModule.Register);
        lessons.MapPost("/", AddLessonAsync).Requires(DefectsModule.Register);
    }

    private static async Task<IResult> ListAsync(int? year, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await new DefectAsk { Year = year is > 2000 and < 2100 ? year.Value : office.Today.Year }.ReadAsync(office, book, cancel);
        return TypedResults.Ok(rows.Select(r => new DefectRow(r.Defect.Id, r.Defect.On, book.LabelOf(r.Defect.UnitId) ?? "", r.Defect.Kind, r.Defect.Stage, r.Defect.Found, r.Defect.Consequence, r.Defect.Text, r.Defect.State.ToString(), r.Steps, r.Done, r.Defect.Lesson)).ToList());
    }

    private static async Task<IResult> RisksAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var rows = await office.Db.Set<RiskPoint>().AsNoTracking().Where(r => r.KeeperId == keeper && r.EndedOn == null).OrderBy(r => r.Id).Take(500).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(r => new RiskRow(r.Id, r.Kind, r.Stage, book.LabelOf(r.UnitId) ?? "", r.Text, r.Measure)).ToList());
    }

    private static async Task<IResult> AddRiskAsync(RiskRequest body, KeepRisk keep, CancellationToken cancel)
    {
        var done = await keep.AddAsync(new RiskInput(body.Kind ?? "", body.Stage ?? "", body.Text?.Trim() ?? "", body.Measure?.Trim() ?? ""), null, cancel);
        return done.Succeeded ? TypedResults.Ok(new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> LessonsAsync(string? scope, string? kind, string? q, Office office, CancellationToken cancel)
    {
        var seen = KeepLesson.Seen(office, await office.BookAsync(cancel)).AsNoTracking();
        var rows = await LessonAsk.Where(seen, scope ?? "", kind ?? "", q?.Trim() ?? "", office.Actor.PersonId).OrderByDescending(l => l.On).ThenByDescending(l => l.Id).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(l => new LessonRow(l.Id, l.Kind, l.Title, l.Text, l.PersonName, l.On, l.IsShared, l.Applied)).ToList());
    }

    private static async Task<IResult> AddLessonAsync(LessonRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, KeepLesson keep, CancellationToken cancel)
    {
        var input = new LessonInput(body.Kind ?? "", body.Title?.Trim() ?? "", [.. (body.Answers ?? []).Select(a => a?.Trim() ?? "")]) { IsShared = body.IsShared, Defect = body.Defect, Matter = body.Matter ?? "" };
        var done = await keep.AddAsync(input, key, cancel);
        return done.Succeeded ? TypedResults.Ok(new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }
}
