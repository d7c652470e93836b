using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Burdens.Papers;

internal static class PaperRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/burdens/papers/circular.docx", DraftAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/api/v1/burdens/papers", MarkAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/api/v1/burdens/events", EventAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        routes.MapPost("/api/v1/burdens/events/{id:long}/signings", SignAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
    }

    private static async Task<IResult> DraftAsync(int? year, int? quarter, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var of = MarkPapers.QuarterOf(year, quarter, office.Today);
        var (marks, standards) = (await PaperIndex.MarksAsync(office, keeper, of.Year, of.Quarter, cancel), office.Rules.Value(BurdenRules.PaperStandards));
        var lines = PaperIndex.Of([.. UnitCircle.Rows(book, keeper, office.Today).Where(u => u.Kind != UnitKind.Superior).Select(u => u.Id)], marks, standards);
        var document = PaperIndex.Circular(of, marks, (lines, standards), unit => book.Unit(unit)?.ShortName ?? "已撤销单位", (book.Unit(keeper)?.Name ?? "", office.Today));
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }

    private static async Task<IResult> MarkAsync(int? year, int? quarter, PaperMarkInput input, MarkPapers marks, Office office, CancellationToken cancel)
    {
        var done = await marks.RunAsync(MarkPapers.QuarterOf(year, quarter, office.Today), input, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static async Task<IResult> EventAsync(Events.EventInput input, Events.KeepEvent events, CancellationToken cancel)
    {
        var done = await events.AddAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Created($"/burdens/events/{done.Value.Id}", new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> SignAsync(long id, Events.SigningInput input, Events.KeepEvent events, CancellationToken cancel)
    {
        var done = await events.SignAsync(id, input, cancel);
        return done.Succeeded ? TypedResults.Created($"/burdens/events/{id}", new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }

    internal sealed record Made(long Id);
}
