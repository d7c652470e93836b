using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Bulletins;
using Zhongshu.Modules.Coordinations.Groups;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.Coordinations.Sharing;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Coordinations;

/// Whatever the pages of 协调联络 can do, a program can do.
internal static class CoordinationApi
{
    private static readonly string[] Anybody = [CoordinationsModule.Manage, CoordinationsModule.TakePart, CoordinationsModule.Look];

    private static readonly string[] Writers = [CoordinationsModule.Manage, CoordinationsModule.TakePart];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/coordination");
        api.MapGet("/", ListAsync).Requires(Anybody);
        api.MapPost("/", OpenAsync).Requires(CoordinationsModule.Manage);
        api.MapGet("/{id:long}", ShowAsync).Requires(Anybody);
        api.MapPost("/{id:long}/notes", async (long id, NoteInput note, KeepCoordination keep, CancellationToken cancel) => Answer(await keep.NoteAsync(id, note, null, cancel))).Requires(Writers);
        api.MapPost("/{id:long}/steps/{step:long}/done", async (long id, long step, WordsRequest said, KeepCoordination keep, CancellationToken cancel) => Answer(await keep.StepAsync(id, step, said.Words, null, cancel))).Requires(Writers);
        api.MapPost("/{id:long}/closing", async (long id, WordsRequest said, KeepCoordination keep, CancellationToken cancel) => Answer(await keep.CloseAsync(id, said.Words, null, cancel))).Requires(CoordinationsModule.Manage);
        api.MapPost("/{id:long}/meetings", CallAsync).Requires(CoordinationsModule.Manage);
        api.MapGet("/meetings/{id:long}/receipts", ReceiptsAsync).Requires(Anybody);
        api.MapPost("/groups/{id:long}/messages", SendAsync).Requires(Anybody);
        api.MapGet("/data", async (AskSharing data, Office office, CancellationToken cancel) => TypedResults.Ok(await data.TallyAsync(office.Today.Year, cancel))).Requires(Anybody);
        api.MapPost("/data", AskAsync).Requires(Writers);
        api.MapPost("/data/{id:long}/answer", async (long id, DataAnswer said, AskSharing data, CancellationToken cancel) => Answer(await data.AnswerAsync(id, said.Given, said.Words, null, cancel))).Requires(Writers);
        api.MapGet("/liaison", async (KeepLiaison liaison, Office office, CancellationToken cancel) => TypedResults.Ok(await liaison.TallyAsync(office.Today.Year, cancel))).Requires(Anybody);
        api.MapPost("/liaison", async (LiaisonInput input, KeepLiaison liaison, CancellationToken cancel) => Made(await liaison.AddAsync(input, null, cancel))).Requires(Writers);
        api.MapPost("/bulletins", async (BulletinInput input, KeepBulletin bulletins, CancellationToken cancel) => Made(await bulletins.SendAsync(input, null, cancel))).Requires(CoordinationsModule.Manage);
    }

    private static async Task<IResult> ListAsync(string? state, Office office, CancellationToken cancel)
    {
        var seen = CoordinationCircle.Seen(office, await office.BookAsync(cancel)).AsNoTracking();
        return TypedResults.Ok(await CoordinationStates.Of(office, seen, state ?? "").OrderByDescending(c => c.Id).Take(200).ToListAsync(cancel));
    }

    private static async Task<IResult> OpenAsync(CoordinationInput input, KeepCoordination keep, CancellationToken cancel) => Made(await keep.OpenAsync(input, null, cancel));

    private static async Task<IResult> ShowAsync(long id, Office office, CancellationToken cancel) =>
        await CoordinationView.ReadAsync(office, id, cancel) is { } view ? TypedResults.Ok(new SheetAnswer(view.Sheet, view.Steps, view.Units, view.Notes)) : Refusal.NotFound("这张协调单").ToProblem();

    private static async Task<IResult> CallAsync(long id, MeetingInput input, CallMeeting call, CancellationToken cancel) => Made(await call.RunAsync(id, input, null, cancel));

    private static async Task<IResult> ReceiptsAsync(long id, Office office, CancellationToken cancel)
    {
        var known = await office.Db.Set<CalledMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (known is null || await CoordinationView.ReadAsync(office, known.CoordinationId, cancel) is null) return Refusal.NotFound("这次会议").ToProblem();
        return TypedResults.Ok(await Receipts.ReadAsync(office, ReceiptOf.Meeting, id, cancel));
    }

    private static async Task<IResult> SendAsync(long id, MessageRequest said, KeepGroup groups, CancellationToken cancel)
    {
        var done = await groups.SendAsync(id, said.Text, said.Urgent, null, cancel);
        return done.Succeeded ? TypedResults.Ok(new SentTo(done.Value)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> AskAsync(DataInput input, AskSharing data, CancellationToken cancel) => Made(await data.AskAsync(input, null, cancel));

    private static IResult Made(Outcome<long> done) => done.Succeeded ? TypedResults.Json(new MadeAnswer(done.Value), statusCode: StatusCodes.Status201Created) : done.Refusal.ToProblem();

    private static IResult Answer<T>(Outcome<T> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();

    internal sealed record WordsRequest(string Words = "");

    internal sealed record DataAnswer(bool Given, string Words = "");

    internal sealed record MessageRequest(string Text = "", bool Urgent = false);

    internal sealed record MadeAnswer(long Id);

    internal sealed record SentTo(int People);

    internal sealed record SheetAnswer(Coordination Sheet, IReadOnlyList<CoordinationStep> Steps, IReadOnlyList<CoordinationUnit> Units, IReadOnlyList<CoordinationNote> Notes);
}
