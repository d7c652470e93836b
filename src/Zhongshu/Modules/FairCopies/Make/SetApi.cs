using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Modules.FairCopies.Measure;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Typesetting.Checking;

namespace Zhongshu.Modules.FairCopies.Make;

/// POST /api/v1/typesetting and /api/v1/typesetting/format-check: the answer is made and nothing is kept.
internal static class SetApi
{
    private const int LongestOfACharacter = 12;
    private const int LargestSeals = 16 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/typesetting").Requires("proofing.use");
        api.MapPost("/", SetAsync).Accepts<SetRequest>("application/json", "multipart/form-data").ProducesProblem(422);
        api.MapPost("/format-check", CheckAsync).Accepts<IFormFile>("multipart/form-data").Produces<FormatAnswer>().ProducesProblem(422);
    }

    private static async Task<IResult> SetAsync(HttpContext http, PostedFileReader reader, MakeFairCopy make, Office office, CancellationToken cancel)
    {
        var request = http.Request.HasJsonContentType() ? await TextAsync(http, office, cancel) : await FileAsync(http, reader, office, cancel);
        if (!request.Succeeded) return request.Refusal.ToProblem();
        var (r, form) = (request.Value, FileForm.Pdf);
        if (r.Output is { Length: > 0 } output && !(output.All(char.IsAsciiLetter) && Enum.TryParse(output, ignoreCase: true, out form))) return FairCopyRefusals.Output.ToProblem();
        var seals = SealPictures.Read([.. (r.Seals ?? []).Select(s => new PostedSeal(s.Unit ?? "", s.Picture ?? []))]);
        if (!seals.Succeeded) return seals.Refusal.ToProblem();
        var set = make.Set(r.Kind is { Length: > 0 } kind ? kind : "document", new FairValues(r.Text ?? "", r.Fields ?? new Dictionary<string, string>()) { Seals = seals.Value }, form);
        return set.Succeeded ? Results.File(set.Value.Bytes, set.Value.MediaType, "排版." + set.Value.Extension) : set.Refusal.ToProblem();
    }

    private static async Task<Outcome<SetRequest>> TextAsync(HttpContext http, Office office, CancellationToken cancel)
    {
        var most = office.Rules.Value(ProofingRules.LongestText) / 10;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ((long)most * LongestOfACharacter) + LargestSeals;
        try
        {
            return await http.Request.ReadFromJsonAsync<SetRequest>(cancel) is { } request ? request : FairCopyRefusals.Request;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FairCopyRefusals.TooLong(most);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return FairCopyRefusals.Request;
        }
    }

    /// The other parts of the form are the elements by their names; output and kind say what is made.
    private static async Task<Outcome<SetRequest>> FileAsync(HttpContext http, PostedFileReader reader, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        if (!file.Succeeded) return file.Refusal;
        var text = MakeFairCopy.TextOf(file.Value, cancel);
        return text.Succeeded ? new SetRequest { Text = text.Value, Kind = file.Value.Field("kind"), Output = file.Value.Field("output"), Fields = file.Value.Fields } : text.Refusal;
    }

    private static async Task<IResult> CheckAsync(HttpContext http, [FromQuery] bool? fix, PostedFileReader reader, CheckFormat check, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        if (!file.Succeeded) return file.Refusal.ToProblem();
        var measured = check.Measure(file.Value, cancel);
        if (!measured.Succeeded) return measured.Refusal.ToProblem();
        if (fix != true) return TypedResults.Ok(new FormatAnswer(file.Value.Name, measured.Value.Count, measured.Value));
        var corrected = CheckFormat.Fix(file.Value.Name, file.Value.Content);
        return corrected.Succeeded ? Results.File(corrected.Value, FileKind.Of("a.docx").MediaType, Path.GetFileNameWithoutExtension(file.Value.Name) + "-已调整.docx") : corrected.Refusal.ToProblem();
    }

    internal sealed record FormatAnswer(string Name, int Count, IReadOnlyList<Departure> Departures);
}

/// A paper as a program asks for it.
internal sealed record SetRequest
{
    /// document, letter, order, minutes, notice, supervision, report, slip, cards.
    public string? Kind { get; init; }

    public string? Text { get; init; }

    /// The other elements by their Chinese names, such as 发文字号.
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// Pictures of seals, in the order of the bodies or with their names.
    public IReadOnlyList<SetSeal>? Seals { get; init; }

    /// pdf (the default), docx, ofd.
    public string? Output { get; init; }
}

/// A PNG or JPEG in base64, and whose seal it is.
internal sealed record SetSeal
{
    public string? Unit { get; init; }

    public byte[]? Picture { get; init; }
}
