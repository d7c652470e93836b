using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;

namespace Zhongshu.Modules.IncomingDocuments.Answer;

internal static class AnswerRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/incoming/{code}/answer", AnswerAsync).Requires(AnswerSender.Permissions);

    private static async Task<IResult> AnswerAsync(string code, AnswerForm form, AnswerSender answer, CancellationToken cancel)
    {
        var outcome = await answer.RunAsync(code, form, cancel);
        return outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
    }
}
