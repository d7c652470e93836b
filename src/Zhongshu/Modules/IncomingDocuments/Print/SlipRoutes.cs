using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.IncomingDocuments.Print;

internal static class SlipRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/incoming/{code}").Requires("matters.read-own", "matters.read-office");
        group.MapGet("/slip.pdf", PdfAsync);
        group.MapGet("/slip.docx", DocxAsync);
    }

    private static async Task<IResult> PdfAsync(string code, Office office, OfficeFonts fonts, CancellationToken cancel)
    {
        if (await SlipOfDocument.ReadAsync(office, code, cancel) is not { } slip) return Refusal.NotFound($"事项 {code}").ToProblem();
        var pdf = Forms.ToPdf(slip, LayoutRules.Standard, fonts.Set);
        return pdf.Refusal is { } no ? new Refusal("typesetting.fonts", no).ToProblem() : Results.File(pdf.Bytes, "application/pdf");
    }

    private static async Task<IResult> DocxAsync(string code, Office office, CancellationToken cancel)
    {
        if (await SlipOfDocument.ReadAsync(office, code, cancel) is not { } slip) return Refusal.NotFound($"事项 {code}").ToProblem();
        return Results.File(Forms.ToDocx(slip, LayoutRules.Standard), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"处理单{code}.docx");
    }
}
