using Zhongshu.Modules.PeopleFiles.Conduct;
using Zhongshu.Modules.PeopleFiles.Writing;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles;

/// Rules of conduct and writing practice for programs; a person's own negative list is nobody's to read.
internal static class LearningApi
{
    internal sealed record ConductAnswer(IReadOnlyList<string> Items, string Stamp, IReadOnlyList<SignedRow> People);

    internal sealed record SignedRow(long Person, string Name, DateTimeOffset? SignedAt);

    internal sealed record SignRequest(string? Stamp);

    internal sealed record WritingRequest(long Person, string? Step, string? Title, string? DueOn);

    internal sealed record HandRequest(string? Text);

    internal sealed record CommentRequest(bool Passes, string? Words);

    internal sealed record Made(long Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/trainings");
        api.MapGet("/conduct", async (Office office, KeepConduct keep, CancellationToken cancel) => TypedResults.Ok(new ConductAnswer(office.Rules.Value(PeopleRules.Conduct), ConductSignature.Of(office.Rules.Value(PeopleRules.Conduct)), [.. (await keep.ReadAsync(cancel)).Select(p => new SignedRow(p.Person.Id, p.Person.Name, p.At))]))).Requires(PeopleFilesModule.Read);
        api.MapPost("/conduct", async (SignRequest body, KeepConduct keep, CancellationToken cancel) => Answer(await keep.SignAsync(body.Stamp ?? "", cancel))).Requires(PeopleFilesModule.Read);
        api.MapPost("/writing", async (WritingRequest body, KeepWriting keep, CancellationToken cancel) => await keep.SetAsync(new WritingInput(body.Person, body.Step ?? "", body.Title?.Trim() ?? "", body.DueOn ?? ""), null, cancel) is var done && done.Succeeded ? (IResult)TypedResults.Ok(new Made(done.Value.Id)) : done.Refusal!.ToProblem()).Requires(PeopleFilesModule.Section, PeopleFilesModule.Manage);
        api.MapPost("/writing/{id:long}/text", async (long id, HandRequest body, KeepWriting keep, CancellationToken cancel) => Answer(await keep.HandInAsync(id, body.Text?.Trim() ?? "", cancel))).Requires(PeopleFilesModule.Read);
        api.MapPost("/writing/{id:long}/comment", async (long id, CommentRequest body, KeepWriting keep, CancellationToken cancel) => Answer(await keep.CommentAsync(id, body.Passes, body.Words?.Trim() ?? "", cancel))).Requires(PeopleFilesModule.Section, PeopleFilesModule.Manage);
    }

    private static IResult Answer(Outcome<Done> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
}
