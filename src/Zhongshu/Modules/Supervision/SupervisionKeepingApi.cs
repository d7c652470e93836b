using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Closings;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Modules.Supervision.Projects;
using Zhongshu.Modules.Supervision.Reforms;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision;

/// Projects, reforms, answers of the levels, gaps and closing appraisals, for programs.
internal static class SupervisionKeepingApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/v1/supervision-projects");
        projects.MapGet("/", ListAsync).Requires("supervision.check", "statistics.read");
        projects.MapPut("/", SaveAsync).Requires("supervision.docket");
        var api = routes.MapGroup("/api/v1/supervision");
        api.MapPut("/{code}/maturity", async (string code, Dictionary<string, string> grounds, KeepMaturity keep, CancellationToken cancel) => Answer(await keep.SetAsync(code, grounds, null, cancel))).Requires("supervision.docket");
        api.MapPost("/{code}/agenda", async (string code, AgendaRequest entry, KeepMaturity keep, CancellationToken cancel) => Answer(await keep.EnterAsync(code, entry.Meeting ?? "", entry.On ?? "", null, cancel))).Requires("supervision.docket");
        api.MapDelete("/{code}/agenda", async (string code, KeepMaturity keep, CancellationToken cancel) => Answer(await keep.LeaveAsync(code, null, cancel))).Requires("supervision.docket");
        api.MapPost("/{code}/grade", async (string code, GradeRequest grade, GradeItem keep, CancellationToken cancel) => Answer(await keep.RunAsync(code, grade.Grade ?? "", grade.Words ?? "", null, cancel))).Requires("supervision.check");
        api.MapPost("/{code}/findings/{id:long}/gap", async (string code, long id, PolicyGap gap, RecordVisit visits, CancellationToken cancel) => Answer(await visits.GapAsync(code, id, new PolicyGap(gap.Policy ?? "", gap.Gap ?? "", gap.Unit ?? ""), cancel))).Requires("supervision.check");
        routes.MapPost("/api/v1/supervision-mechanisms/{id:long}/topics/{topic:long}/answers", async (long id, long topic, AnswerInput answer, KeepMechanism keep, CancellationToken cancel) =>
            Answer(await keep.AnswerAsync(id, topic, new AnswerInput(answer.Level ?? "", answer.Who ?? "", answer.Text ?? ""), null, cancel))).Requires("supervision.docket");
    }

    private static async Task<IResult> ListAsync(Office office, CancellationToken cancel)
    {
        var rows = await KeepProject.Mine(office).AsNoTracking().OrderBy(p => p.Id).Take(500).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(p => new ProjectRow(p.Id, p.Code, p.Title, p.Kind, p.PlannedStart, p.PlannedEnd, p.Prepared, p.StartedOn, p.Progress, p.EndedOn)).ToList());
    }

    /// By the project's code: a platform reports the same project again and again.
    private static async Task<IResult> SaveAsync(ProjectRequest body, KeepProject keep, CancellationToken cancel)
    {
        var input = new ProjectInput
        {
            Code = body.Code?.Trim() ?? "",
            Title = body.Title?.Trim() ?? "",
            Kind = body.Kind ?? "",
            Lead = body.Lead ?? "",
            PlannedStart = body.PlannedStart ?? "",
            PlannedEnd = body.PlannedEnd ?? "",
            Prepared = body.Prepared ?? "",
            StartedOn = body.StartedOn ?? "",
            Progress = body.Progress ?? "",
            EndedOn = body.EndedOn ?? "",
        };
        var done = await keep.SaveAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Ok(new SavedProject(done.Value)) : done.Refusal.ToProblem();
    }

    private static IResult Answer<T>(Outcome<T> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();

    internal sealed record AgendaRequest(string? Meeting, string? On);

    internal sealed record GradeRequest(string? Grade, string? Words);

    internal sealed record ProjectRequest(string? Code, string? Title, string? Kind, string? Lead, string? PlannedStart, string? PlannedEnd, string? Prepared, string? StartedOn, string? Progress, string? EndedOn);

    internal sealed record SavedProject(long Id);

    internal sealed record ProjectRow(long Id, string Code, string Title, string Kind, DateOnly PlannedStart, DateOnly PlannedEnd, int Prepared, DateOnly? StartedOn, int Progress, DateOnly? EndedOn);
}
