using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// Whatever the registration page can do, a program can do.
internal static class RegisterApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/incoming");
        api.MapPost("/", RegisterAsync).Requires("incoming.register");
        api.MapPost("/read", ReadAsync).Requires("incoming.register");
        api.MapGet("/delivered", DeliveredAsync).Requires("incoming.register");
        api.MapPost("/delivered/{source}/{id:long}", TakeAsync).Requires("incoming.register");
        api.MapGet("/{code}", ShowAsync).Requires("matters.read-own", "matters.read-office");
    }

    private static async Task<IResult> RegisterAsync(RegisterRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, RegisterDocument register, Office office, CancellationToken cancel)
    {
        var form = request.ToInput().Read(office.Rules);
        if (!form.Succeeded) return form.Refusal.ToProblem();
        var outcome = await register.RunAsync(form.Value with { AwaitsReceipt = request.AwaitsReceipt }, KeyedRequest.Of(key, JsonSerializer.Serialize(request)), cancel);
        if (!outcome.Succeeded) return outcome.Refusal.ToProblem();
        return TypedResults.Created($"/api/v1/incoming/{outcome.Value}", await RowAsync(outcome.Value, office, cancel));
    }

    /// A file → what the form would be filled in with; the file stays uploaded, so that it can be registered with.
    private static async Task<IResult> ReadAsync(HttpContext http, UploadReader reader, ReadUploads reading, Office office, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) return no.ToProblem();
        return TypedResults.Ok(await RowAsync(outcome.Files[0], reading, office, cancel));
    }

    /// What other units sent through the platform and nobody here has registered yet.
    private static async Task<IResult> DeliveredAsync(TakeDelivered delivered, CancellationToken cancel) =>
        TypedResults.Ok((await delivered.ListAsync(cancel)).Select(w => new DeliveredRow(w.Source, w.Paper.Id, w.Paper.Title, w.Paper.Sender, w.Paper.Number, w.Paper.On)));

    /// One of them as an uploaded file, read.
    private static async Task<IResult> TakeAsync(string source, long id, TakeDelivered delivered, ReadUploads reading, Office office, CancellationToken cancel)
    {
        var taken = await delivered.TakeAsync(source, id, cancel);
        return taken.Succeeded ? TypedResults.Ok(await RowAsync(taken.Value, reading, office, cancel)) : taken.Refusal.ToProblem();
    }

    private static async Task<ReadingRow> RowAsync(ReceivedFile received, ReadUploads reading, Office office, CancellationToken cancel)
    {
        var (file, document) = received;
        var read = document is null ? Suggestions.None : await reading.SuggestAsync(document, cancel);
        var like = await Duplicates.FindAsync(office, read.Input.DocumentNumber, read.Input.Sender, document is null ? "" : ContentKey.Of(ReceiveFile.TextOf(document)), cancel);
        return new ReadingRow(file.Id, RegisterRequest.From(read.Input),
            read.Hints.ToDictionary(h => h.Key, h => new HintRow(h.Value.Confidence, h.Value.Paragraph, h.Value.Text), StringComparer.Ordinal),
            [.. read.Concerns.Select(c => new ConcernRow(c.Reason.Id, c.Reason.Reason, c.Evidence, c.Reason.Article, c.Reason.Advice))], like);
    }

    private static async Task<IResult> ShowAsync(string code, Office office, CancellationToken cancel) =>
        await RowAsync(code, office, cancel) is { } row ? TypedResults.Ok(row) : Refusal.NotFound($"收文 {code}").ToProblem();

    private static async Task<IncomingRow?> RowAsync(string code, Office office, CancellationToken cancel)
    {
        var found = await (
            from document in office.Db.Set<IncomingDocument>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where matter.Code == code
            select new { document, matter }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var d = found.document;
        var files = await office.Db.Set<Attachment>().AsNoTracking().Where(a => a.MatterId == d.MatterId).OrderBy(a => a.Id)
            .Select(a => new FileRow(a.Id, a.Hash, a.Name, a.Size, a.MediaType)).ToListAsync(cancel);
        return new(found.matter.Code, d.RegistryNumber, KnownSenders.IdOf(office.Rules, d.Kind), d.Title, d.Sender, d.DocumentNumber, d.DocumentDate, d.ReceivedAt,
            Classification.Word(d.Classification), KnownSenders.WordOf(office.Rules, (int)d.Urgency), d.Addressee, d.AnswerBy, d.State.ToString(), found.matter.Stage, found.matter.Holder, found.matter.DueAt,
            d.IsBypass, d.IsWhiteHead, d.Substance, files);
    }

    internal sealed record HintRow(double Confidence, int Paragraph, string Text);

    internal sealed record DeliveredRow(string Source, long Id, string Title, string Sender, string Number, DateOnly On);

    internal sealed record ConcernRow(string Id, string Reason, string Evidence, string Article, string Advice);

    internal sealed record ReadingRow(long File, RegisterRequest Fields, IReadOnlyDictionary<string, HintRow> Hints, IReadOnlyList<ConcernRow> Concerns, IReadOnlyList<LikeDocument> Like);

    internal sealed record IncomingRow(string Code, string RegistryNumber, string Kind, string Title, string Sender, string DocumentNumber, DateOnly? DocumentDate, DateTimeOffset ReceivedAt,
        string Classification, string Urgency, string Addressee, DateOnly? AnswerBy, string State, string Stage, string Holder, DateTimeOffset? DueAt,
        bool IsBypass, bool IsWhiteHead, string Substance, IReadOnlyList<FileRow> Files);

    internal sealed record FileRow(long Id, string Hash, string Name, long Size, string MediaType);
}

/// A registration as a program writes it.
internal sealed record RegisterRequest
{
    public string Kind { get; init; } = "document";

    public string Title { get; init; } = "";

    public string Sender { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public string DocumentDate { get; init; } = "";

    public string ReceivedAt { get; init; } = "";

    public string Classification { get; init; } = "";

    public string SecrecyTerm { get; init; } = "";

    public string Urgency { get; init; } = "常规";

    public string Addressee { get; init; } = "";

    public int Copies { get; init; } = 1;

    public int Pages { get; init; }

    public string Substance { get; init; } = "";

    public string AnswerBy { get; init; } = "";

    public bool IsBypass { get; init; }

    public bool IsWhiteHead { get; init; }

    public bool DespiteDuplicate { get; init; }

    public string Follows { get; init; } = "";

    public IReadOnlyList<long> Files { get; init; } = [];

    public bool AwaitsReceipt { get; init; }

    public RegisterInput ToInput() => new()
    {
        Kind = Kind,
        Title = Title,
        Sender = Sender,
        DocumentNumber = DocumentNumber,
        DocumentDate = DocumentDate,
        ReceivedAt = ReceivedAt,
        Classification = Classification,
        SecrecyTerm = SecrecyTerm,
        Urgency = Urgency,
        Addressee = Addressee,
        Copies = Copies.ToString(CultureInfo.InvariantCulture),
        Pages = Pages.ToString(CultureInfo.InvariantCulture),
        Substance = Substance,
        AnswerBy = AnswerBy,
        IsBypass = IsBypass,
        IsWhiteHead = IsWhiteHead,
        DespiteDuplicate = DespiteDuplicate,
        Follows = Follows,
        Files = Files,
    };

    public static RegisterRequest From(RegisterInput input) => new()
    {
        Kind = input.Kind,
        Title = input.Title,
        Sender = input.Sender,
        DocumentNumber = input.DocumentNumber,
        DocumentDate = input.DocumentDate,
        Classification = input.Classification,
        SecrecyTerm = input.SecrecyTerm,
        Urgency = input.Urgency,
        Addressee = input.Addressee,
        AnswerBy = input.AnswerBy,
        IsWhiteHead = input.IsWhiteHead,
    };
}
