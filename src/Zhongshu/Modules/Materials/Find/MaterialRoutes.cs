using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Shell.Parts;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Materials.Find;

internal static class MaterialRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/materials/files", UploadAsync).Requires(MaterialsModule.Write);
        routes.MapGet("/materials/{id:long}/files/{number:int}", FileAsync).Requires(MaterialsModule.Read);
        routes.MapGet("/materials/practice.docx", PracticeAsync).Requires(MaterialsModule.Read);
        routes.MapPost("/materials/{id:long}/audience", AudienceAsync).Requires(MaterialsModule.Write).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task UploadAsync(string? kind, long? to, HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        var page = to is { } id ? string.Create(CultureInfo.InvariantCulture, $"/materials/{id}?") : $"/materials/new?kind={Uri.EscapeDataString(kind ?? "")}&";
        http.Response.Redirect(outcome.Files.Count == 0 ? page.TrimEnd('?', '&') : string.Create(CultureInfo.InvariantCulture, $"{page}file={outcome.Files[0].File.Id}"));
    }

    /// The file of one version, to whoever sees the material.
    private static async Task FileAsync(long id, int number, HttpContext http, Office office, FileStore store, CancellationToken cancel)
    {
        var seen = MaterialCircle.Seen(office, await office.BookAsync(cancel));
        var file = await office.Db.Set<MaterialVersion>().Where(v => v.MaterialId == id && v.Number == number && seen.Any(m => m.Id == v.MaterialId))
            .Join(office.Db.Set<KeptFile>(), v => v.FileId, f => f.Id, (_, f) => f).AsNoTracking().SingleOrDefaultAsync(cancel);
        await Downloads.SendAsync(http, file, store);
    }

    private static async Task<IResult> PracticeAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await PracticeManual.RowsAsync(office, book, cancel);
        if (rows.Count == 0) return MaterialRefusals.Missing("kind", "实务手册还没有内容。请先写入各项工作的要求、注意事项和操作标准。").ToProblem();
        var document = PracticeManual.Draft(rows, office.Rules.MaterialKindOf(MaterialRules.Practice)!, office.Rules.Value(MaterialRules.Areas), (book.Unit(UnitCircle.KeeperOf(book, office.Actor))?.Name ?? "", office.Today));
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }

    private static async Task AudienceAsync(long id, HttpContext http, KeepMaterial keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await keep.OpenToAsync(id, Enum.TryParse<Audience>(form["audience"], out var audience) ? audience : default, cancel);
        http.Tell(done.Refusal?.Message ?? "已调整谁可以看。", done.Succeeded ? "success" : "danger");
        http.Response.Redirect(done.Refusal?.Kind == RefusalKind.NotFound ? "/materials" : string.Create(CultureInfo.InvariantCulture, $"/materials/{id}"));
    }
}
