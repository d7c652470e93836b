using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// The routes beside the registration page: files go up, and what the page asks while somebody types.
internal static class RegisterRoutes
{
    private const string Permission = "incoming.register";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/register/files", UploadAsync).Requires(Permission);
        routes.MapPost("/incoming/register/delivered", TakeAsync).Requires(Permission).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet("/incoming/register/sender", SenderAsync).Requires(Permission);
        routes.MapGet("/incoming/register/like", LikeAsync).Requires(Permission);
    }

    private static async Task UploadAsync(HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        var ids = string.Join(',', outcome.Files.Select(f => f.File.Id.ToString(CultureInfo.InvariantCulture)));
        http.Response.Redirect(ids.Length == 0 ? "/incoming/register" : $"/incoming/register?files={ids}");
    }

    private static async Task TakeAsync(HttpContext http, TakeDelivered delivered, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var taken = await delivered.TakeAsync(form["source"].ToString(), long.TryParse(form["id"], CultureInfo.InvariantCulture, out var id) ? id : 0, cancel);
        if (taken.Refusal is { } no) http.Tell(no.Message, "danger");
        http.Response.Redirect(taken.Succeeded ? string.Create(CultureInfo.InvariantCulture, $"/incoming/register?files={taken.Value.File.Id}") : "/incoming/register");
    }

    private static async Task<IResult> SenderAsync(string? name, Office office, CancellationToken cancel) =>
        await KnownSenders.LastAsync(office, name ?? "", cancel) is { } last ? TypedResults.Ok(last) : TypedResults.NoContent();

    private static async Task<IResult> LikeAsync(string? number, string? sender, Office office, CancellationToken cancel) =>
        TypedResults.Ok(await Duplicates.FindAsync(office, Short(number), Short(sender).Trim(), "", cancel));

    private static string Short(string? text) => text is null ? "" : text[..Math.Min(text.Length, 200)];
}
