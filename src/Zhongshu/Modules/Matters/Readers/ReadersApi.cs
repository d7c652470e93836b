using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Matters.Readers;

internal static class ReadersApi
{
    public sealed record ReadersRow(bool Restricted, IReadOnlyList<ReaderRow> Items);

    public sealed record ReaderForm(long Person, string? Reason);

    public sealed record RestrictForm(IReadOnlyList<long>? Persons, string? Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/matters/{code}/readers");
        api.MapGet("", ShowAsync).Requires("matters.read-office", ChangeReaders.Permission);
        api.MapPost("", async (string code, ReaderForm form, ChangeReaders change, CancellationToken cancel) => Answer(await change.AdmitAsync(code, form.Person, form.Reason, cancel))).Requires(ChangeReaders.Permission);
        api.MapDelete("/{person:long}", async (string code, long person, string? reason, ChangeReaders change, CancellationToken cancel) => Answer(await change.ExcludeAsync(code, person, reason, cancel))).Requires(ChangeReaders.Permission);
        api.MapPost("/restrict", async (string code, RestrictForm form, ChangeReaders change, CancellationToken cancel) => Answer(await change.RestrictAsync(code, form.Persons ?? [], form.Reason, cancel))).Requires(ChangeReaders.Permission);
    }

    private static async Task<IResult> ShowAsync(string code, Office office, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel);
        return matter is null ? Refusal.NotFound($"事项 {code}").ToProblem() : TypedResults.Ok(new ReadersRow(matter.IsRestricted, await ReaderList.OfAsync(office, matter, cancel)));
    }

    private static IResult Answer(Outcome<Done> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
}
