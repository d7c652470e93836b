using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Supervision.Letter;

/// 督办函 as a file: whoever sees the item may have its letters.
internal static class LetterRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/supervision/{code}/letters").Requires("matters.read-own", "matters.read-office");
        letters.MapGet("/{id:long}.pdf", PdfAsync);
        letters.MapGet("/{id:long}.docx", DocxAsync);
        routes.MapGet("/supervision/{code}/letter-draft.pdf", DraftAsync).Requires("supervision.docket");
    }

    private static async Task<IResult> PdfAsync(string code, long id, Office office, OfficeFonts fonts, CancellationToken cancel) =>
        await FindAsync(office, code, id, cancel) is { } letter ? Pdf(LetterParts.Read(letter.Parts).ToDocument(), fonts) : Refusal.NotFound("这份督办函").ToProblem();

    private static async Task<IResult> DocxAsync(string code, long id, Office office, CancellationToken cancel) =>
        await FindAsync(office, code, id, cancel) is { } letter
            ? Results.File(Typesetter.ToDocx(LetterParts.Read(letter.Parts).ToDocument(), LayoutRules.Standard), DocxType, $"督办函{letter.Number}.docx")
            : Refusal.NotFound("这份督办函").ToProblem();

    private static async Task<IResult> DraftAsync(string code, SendLetter letters, OfficeFonts fonts, CancellationToken cancel) =>
        await letters.DraftAsync(code, cancel) is { } draft ? Pdf(draft.ToDocument(), fonts) : Refusal.NotFound($"督办事项 {code}").ToProblem();

    private static IResult Pdf(OfficialDocument document, OfficeFonts fonts)
    {
        var pdf = Typesetter.ToPdf(document, LayoutRules.Standard, fonts.Set);
        return pdf.Refusal is { } no ? new Refusal("typesetting.fonts", no).ToProblem() : Results.File(pdf.Bytes, "application/pdf");
    }

    private static Task<SentLetter?> FindAsync(Office office, string code, long id, CancellationToken cancel) => (
        from letter in office.Db.Set<SentLetter>().AsNoTracking()
        join matter in office.Db.Set<Matter>() on letter.MatterId equals matter.Id
        where matter.Code == code && letter.Id == id
        select letter).SingleOrDefaultAsync(cancel);
}
