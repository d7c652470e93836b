using Microsoft.AspNetCore.Components;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.FairCopies.Make;

public sealed partial class TypesetPage
{
    private const string Prefix = "field.";
    private const long LargestSeal = 5 << 20;
    private FairKind kind = FairKinds.All[0];
    private FairValues values = new("", new Dictionary<string, string>());
    private IReadOnlyList<FairCopy> mine = [];
    private IReadOnlyList<string> notices = [];
    private Refusal? refusal;
    private bool mayHoldClassified;
    private bool isSet;

    [Parameter] public long? Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] public string? KindId { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] private Office Office { get; set; } = null!;

    [Inject] private MakeFairCopy Make { get; set; } = null!;

    [Inject] private SealPictures Seals { get; set; } = null!;

    private int SealCount => values.Many(FairValues.SealField).Count;

    private string Target => Id is { } id ? $"/typesetting/{id}" : "/typesetting";

    private CancellationToken Cancel => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        mayHoldClassified = !Office.ClassifiedTextRefused(Classification.Secret);
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            var posted = await Http.Request.ReadFormAsync(Cancel);
            kind = FairKinds.Find(posted["kind"]) ?? kind;
            var fields = kind.Fields.ToDictionary(f => f.Name, f => posted[Name(f)].ToString(), StringComparer.Ordinal);
            if (kind.TakesSeals && posted["drop-seals"] != "true") fields[FairValues.SealField] = posted[Prefix + FairValues.SealField].ToString();
            values = new FairValues(posted["text"].ToString(), fields);
            return;
        }

        if (Id is { } id) await ShowAsync(id);
        else mine = await Make.ListAsync(Cancel);
        kind = FairKinds.Find(KindId) ?? kind;
    }

    private static string Name(FairField field) => Prefix + field.Name;

    private async Task ShowAsync(long id)
    {
        if (await Make.FindAsync(id, Cancel) is not { } copy)
        {
            (Id, refusal, Http.Response.StatusCode) = (null, FairCopyRefusals.Gone, StatusCodes.Status404NotFound);
            return;
        }

        (kind, values) = (FairKinds.Find(copy.Kind) ?? kind, MakeFairCopy.Values(copy));
        // Another kind was chosen: its fields are shown with what is known, and nothing is set until it is asked for.
        if (KindId is not null && KindId != copy.Kind) return;
        var set = await Make.SetAsync(copy, FileForm.Pdf, Cancel);
        (isSet, refusal) = (set.Succeeded, set.Refusal);
        if (set.Succeeded) notices = set.Value.Notices;
    }

    /// New pictures take the place of the old ones.
    private async Task<Refusal?> KeepSealsAsync()
    {
        var posted = (await Http.Request.ReadFormAsync(Cancel)).Files.Where(f => f.Name == "seal" && f.FileName.Length > 0).ToList();
        if (posted.Count == 0 || !kind.TakesSeals) return null;
        if (posted.Any(f => f.Length > LargestSeal)) return FairCopyRefusals.Seal("", "印章图片超过 5 MB，请缩小后再用。");
        var files = new List<PostedSeal>();
        foreach (var file in posted)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Cancel);
            files.Add(new PostedSeal(file.FileName, bytes.ToArray()));
        }

        var kept = await Seals.KeepAsync(files, Cancel);
        if (kept.Succeeded) values = values with { Fields = new Dictionary<string, string>(values.Fields, StringComparer.Ordinal) { [FairValues.SealField] = kept.Value } };
        return kept.Refusal;
    }

    private async Task SaveAsync()
    {
        refusal = await KeepSealsAsync();
        if (refusal is not null) return;
        var outcome = await Make.SaveAsync(Id, kind.Id, values, Cancel);
        refusal = outcome.Refusal;
        if (outcome.Succeeded) Http.Response.Redirect($"/typesetting/{outcome.Value}");
    }
}
