using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Supervision.Reports;

/// 通报、专报、签报、月报、盘点 as docx to be edited and issued.
internal static class ReportRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision/reports/{kind}.docx", DraftAsync).Requires("supervision.circular");
        // The addresses of the first two, as they were linked before.
        routes.MapGet("/supervision/circular.docx", (string? from, string? to, Office office, CancellationToken cancel) => DraftAsync("circular", from, to, office, cancel)).Requires("supervision.circular");
        routes.MapGet("/supervision/special.docx", (string? from, string? to, Office office, CancellationToken cancel) => DraftAsync("special", from, to, office, cancel)).Requires("supervision.circular");
    }

    private static async Task<IResult> DraftAsync(string kind, string? from, string? to, Office office, CancellationToken cancel)
    {
        if (ReportKinds.Find(kind) is not { } report) return Refusal.NotFound($"这种报告 {kind}").ToProblem();
        var (first, last) = StatisticsPeriod.Read(from, to, office.Today);
        var figures = await SupervisionFigures.ReadAsync(office, first, last, report.IsStanding, cancel);
        if (CircularFacts.TooLong(figures) is { } tooLong) return tooLong.ToProblem();
        var facts = await (await CircularFacts.ReadAsync(office, figures, cancel)).WithLatestAsync(office, cancel);
        if (CircularFacts.Nothing(facts, report) is { } nothing) return nothing.ToProblem();
        var document = report.Draft(facts);
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }
}
