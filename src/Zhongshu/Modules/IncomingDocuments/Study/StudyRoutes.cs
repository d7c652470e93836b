using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.IncomingDocuments.Study;

internal static class StudyRoutes
{
    public sealed record AskForm(string? Question, string? Members);

    public sealed record ConcludeForm(string? Conclusion);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/incoming/{code}/study").Requires(StudyDocument.Permission);
        api.MapPost("", async (string code, AskForm form, StudyDocument study, CancellationToken cancel) => Answer(await study.AskAsync(code, form.Question, form.Members, cancel)));
        api.MapPost("/conclusion", async (string code, ConcludeForm form, StudyDocument study, CancellationToken cancel) => Answer(await study.ConcludeAsync(code, form.Conclusion, cancel)));
    }

    private static IResult Answer(Outcome<Done> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
}
