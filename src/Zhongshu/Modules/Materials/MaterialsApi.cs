using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Materials.Asks;
using Zhongshu.Modules.Materials.Contracts;
using Zhongshu.Modules.Materials.Find;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Materials;

/// The library for programs.
internal static class MaterialsApi
{
    internal sealed record MaterialRow(long Id, string Kind, string Title, int? Year, string Area, string Keywords, string Unit, string Audience, int Version, DateOnly ChangedOn, bool HasFile);

    internal sealed record MaterialsPage(IReadOnlyList<MaterialRow> Items, long? Next);

    internal sealed record VersionRow(int Version, string Text, string Note, string Person, DateTimeOffset At, bool HasFile);

    internal sealed record MaterialAnswer(MaterialRow Material, string Text, IReadOnlyList<VersionRow> Versions);

    internal sealed record MaterialRequest(string? Kind, string? Title, int? Year, string? Area, string? Keywords, string? Audience, IReadOnlyList<string?>? Parts, long? File, string? Note);

    internal sealed record AskRequest(long Unit, string? What, string? DueOn, string? Reason);

    internal sealed record Made(long Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/materials");
        api.MapGet("/", ListAsync).Requires(MaterialsModule.Read);
        api.MapGet("/known", KnownAsync).Requires(MaterialsModule.Read);
        api.MapGet("/{id:long}", ShowAsync).Requires(MaterialsModule.Read);
        api.MapPost("/", AddAsync).Requires(MaterialsModule.Write);
        api.MapPost("/{id:long}/versions", ReviseAsync).Requires(MaterialsModule.Write);
        api.MapPost("/asks", AskAsync).Requires(MaterialsModule.Write);
    }

    private static async Task<IResult> ListAsync(string? kind, int? year, string? q, long? after, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (rows, next) = await new MaterialsAsk { Kind = kind ?? "", Year = year, Words = q ?? "", Before = after }.ReadAsync(office, book, cancel);
        return TypedResults.Ok(new MaterialsPage([.. rows.Select(r => Row(r, book.LabelOf(r.UnitId)))], next));
    }

    /// What the library holds of what somebody is about to ask for.
    private static async Task<IResult> KnownAsync(string? q, Office office, CancellationToken cancel) => TypedResults.Ok(await KnownModules.LikeAsync(office, [q ?? ""], cancel));

    private static async Task<IResult> ShowAsync(long id, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (await MaterialCircle.Seen(office, book).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } one) return Refusal.NotFound("这份资料").ToProblem();
        var versions = await office.Db.Set<MaterialVersion>().AsNoTracking().Where(v => v.MaterialId == id).OrderByDescending(v => v.Number).Take(100).ToListAsync(cancel);
        return TypedResults.Ok(new MaterialAnswer(Row(one, book.LabelOf(one.UnitId)), one.Text, [.. versions.Select(v => new VersionRow(v.Number, v.Text, v.Note, v.PersonName, v.At, v.FileId is not null))]));
    }

    private static async Task<IResult> AddAsync(MaterialRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, KeepMaterial keep, CancellationToken cancel)
    {
        var done = await keep.AddAsync(Input(body), key, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/materials/{done.Value.Id}", new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ReviseAsync(long id, MaterialRequest body, KeepMaterial keep, CancellationToken cancel) =>
        await keep.ReviseAsync(id, Input(body), null, cancel) is { Refusal: { } no } ? no.ToProblem() : TypedResults.NoContent();

    private static async Task<IResult> AskAsync(AskRequest body, AskForMaterial asks, CancellationToken cancel)
    {
        var done = await asks.RunAsync(new AskInput(body.Unit, body.What?.Trim() ?? "", body.DueOn ?? "", body.Reason?.Trim() ?? ""), null, cancel);
        return done.Succeeded ? TypedResults.Ok(new Made(done.Value.Id)) : done.Refusal.ToProblem();
    }

    private static MaterialInput Input(MaterialRequest body) => new()
    {
        Kind = body.Kind ?? "", Title = body.Title?.Trim() ?? "", Year = body.Year?.ToString(CultureInfo.InvariantCulture) ?? "", Area = body.Area ?? "", Keywords = body.Keywords ?? "", Audience = body.Audience is null ? Audience.Office : Enum.TryParse<Audience>(body.Audience, out var audience) ? audience : default,
        Answers = [.. (body.Parts ?? []).Select(p => p?.Trim() ?? "")], File = body.File ?? 0, Note = body.Note?.Trim() ?? "",
    };

    private static MaterialRow Row(Material m, string? unit) => new(m.Id, m.Kind, m.Title, m.Year, m.Area, m.Keywords, unit ?? "", m.Audience.ToString(), m.Number, m.ChangedOn, m.FileId is not null);
}
