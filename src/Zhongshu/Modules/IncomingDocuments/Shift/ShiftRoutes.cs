using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Shift;

internal static class ShiftRoutes
{
    public sealed record HandForm(long To, string? Remarks);

    public sealed record TakeForm(string? Remarks);

    public sealed record ShiftRow(long Id, string From, string To, DateTimeOffset HandedAt, string Remarks, DateTimeOffset? TakenAt, string TakenRemarks, ShiftSheet Sheet);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/incoming/shifts").Requires(HandShift.Permission);
        api.MapGet("/now", (Office office, CancellationToken cancel) => ShiftGather.SheetAsync(office, cancel));
        api.MapGet("/{id:long}", ShowAsync);
        api.MapPost("", async (HandForm form, HandShift hand, CancellationToken cancel) => Answer(await hand.HandAsync(form.To, form.Remarks, cancel)));
        api.MapPost("/{id:long}/confirmation", async (long id, TakeForm form, HandShift hand, CancellationToken cancel) => Answer(await hand.TakeAsync(id, form.Remarks, cancel)));
    }

    private static async Task<IResult> ShowAsync(long id, Office office, CancellationToken cancel) =>
        await office.Db.Set<ShiftChange>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UnitId == office.Actor.HomeUnitId, cancel) is { } shift
            ? TypedResults.Ok(Row(shift)) : Refusal.NotFound("交接班记录").ToProblem();

    private static IResult Answer(Outcome<ShiftChange> outcome) => outcome.Succeeded ? TypedResults.Ok(Row(outcome.Value)) : outcome.Refusal.ToProblem();

    private static ShiftRow Row(ShiftChange s) => new(s.Id, s.FromName, s.ToName, s.HandedAt, s.Remarks, s.TakenAt, s.TakenRemarks, s.Read());
}
