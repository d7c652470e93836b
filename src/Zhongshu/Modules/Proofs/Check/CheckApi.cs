using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.Proofs.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.Proofs.Check;

/// POST /api/v1/proofing/check: a text as JSON or a file as multipart/form-data; the answer is made and nothing is kept.
internal static class CheckApi
{
    private const int LongestOfACharacter = 12;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/proofing/check", CheckAsync).Requires("proofing.use")
        .Accepts<CheckRequest>("application/json", "multipart/form-data").Produces<CheckAnswer>().ProducesProblem(422);

    private static async Task<IResult> CheckAsync(HttpContext http, [FromQuery] string? format, PostedFileReader reader, CheckText checking, Office office, CancellationToken cancel)
    {
        var ask = http.Request.HasJsonContentType() ? await TextAsync(http, office, cancel) : await FileAsync(http, reader, office, cancel);
        if (!ask.Succeeded) return ask.Refusal.ToProblem();
        var check = await checking.RunAsync(ask.Value, cancel);
        if (!check.Succeeded) return check.Refusal.ToProblem();
        var file = new CheckedFile(ask.Value.Name.Length > 0 ? ask.Value.Name : "文稿", check.Value.Document, check.Value.Findings);
        return format switch
        {
            "sarif" => Results.Text(Sarif.Log([file]), "application/sarif+json"),
            "html" => Results.Text(HtmlReport.Page([file]), "text/html; charset=utf-8"),
            _ => TypedResults.Ok(CheckAnswer.Of(ask.Value, check.Value)),
        };
    }

    private static async Task<Outcome<TextToCheck>> TextAsync(HttpContext http, Office office, CancellationToken cancel)
    {
        var most = office.Rules.Value(ProofingRules.LongestText);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ((long)most * LongestOfACharacter) + 65536;
        try
        {
            return await http.Request.ReadFromJsonAsync<CheckRequest>(cancel) is { } request ? request.Read() : ProofRefusals.Request;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ProofRefusals.TooLong(http.Request.ContentLength ?? most + 1L, most);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return ProofRefusals.Request;
        }
    }

    private static async Task<Outcome<TextToCheck>> FileAsync(HttpContext http, PostedFileReader reader, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        if (!file.Succeeded) return file.Refusal;
        var read = NewProof.ReadFile(file.Value, office, cancel);
        if (!read.Succeeded) return read.Refusal;
        var f = file.Value;
        return new CheckRequest { Name = f.Name, Depth = f.Field("depth"), Publication = f.Field("publication") == "true", Level = f.Field("level"), Kind = f.Field("kind") }.Read(read.Value.Ask);
    }
}

/// A check as a program asks for it.
internal sealed record CheckRequest
{
    public string? Text { get; init; }

    public string? Name { get; init; }

    /// deep (深度校核, the default) or fast (快速校核).
    public string? Depth { get; init; }

    public bool Publication { get; init; }

    public string? Level { get; init; }

    public string? Kind { get; init; }

    /// Last year's text of the same kind.
    public string? LastYear { get; init; }

    /// 上级部署、本级决策清单, a point a line.
    public string? Points { get; init; }

    public Outcome<TextToCheck> Read() => string.IsNullOrWhiteSpace(Text) ? ProofRefusals.Empty : Read(TextToCheck.Of(Text));

    public Outcome<TextToCheck> Read(TextToCheck ask)
    {
        if (Depth is not (null or "" or "deep" or "fast")) return ProofRefusals.Depth;
        if (Level is { Length: > 0 } && ProofingRules.LevelOf(Level) == 0) return ProofRefusals.Level;
        var kind = DocumentKind.Unknown;
        if (Kind is { Length: > 0 } && !(Enum.TryParse(Kind, out kind) && Enum.IsDefined(kind))) return ProofRefusals.Kind(Kind);
        return ask with { Name = Name ?? "", IsDeep = Depth != "fast", ForPublication = Publication, Level = Level, Kind = kind, LastYear = LastYear, Points = Points };
    }
}

internal sealed record CheckAnswer(string Name, string? Title, string Kind, bool IsDeep, CheckAnswer.CountRow Words, CheckAnswer.SeverityRow Summary, IReadOnlyList<CheckAnswer.FindingRow> Findings)
{
    public static CheckAnswer Of(TextToCheck ask, TextCheck check) => new(
        ask.Name, check.Structure.Title, check.Structure.Kind == DocumentKind.Unknown ? "" : check.Structure.Kind.ToString(), ask.IsDeep,
        new(check.Counts.Title, check.Counts.Body, check.Counts.Attachments),
        new(check.Count(Severity.Error), check.Count(Severity.Suspect), check.Count(Severity.Suggestion)),
        [.. check.Findings.Select(f => new FindingRow(f.Rule, f.Severity.Name(), f.Message, f.Paragraph, f.Start, f.End, f.Text, f.Fix, f.Source, Math.Round(f.Confidence, 4)))]);

    internal sealed record CountRow(int Title, int Body, int Attachments);

    internal sealed record SeverityRow(int Errors, int Suspects, int Suggestions);

    /// Offsets are UTF-16 units inside the paragraph; paragraphs count from zero.
    internal sealed record FindingRow(string Rule, string Severity, string Message, int Paragraph, int Start, int End, string Text, string? Fix, string Source, double Confidence);
}
