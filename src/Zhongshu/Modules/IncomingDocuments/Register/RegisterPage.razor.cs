using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.IncomingDocuments.Register;

public sealed partial class RegisterPage
{
    private readonly RegisterView view = new();
    private IReadOnlyList<WaitingPaper> waiting = [];
    private string key = "";

    [Inject] private Office Office { get; set; } = null!;

    [Inject] private Uploads Uploads { get; set; } = null!;

    [Inject] private ReadUploads Reading { get; set; } = null!;

    [Inject] private RegisterDocument Register { get; set; } = null!;

    [Inject] private TakeDelivered Delivered { get; set; } = null!;

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery(Name = "files")] public string? FileIds { get; set; }

    private CancellationToken Cancel => Http.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        var posted = HttpMethods.IsPost(Http.Request.Method) ? await Http.Request.ReadFormAsync(Cancel) : null;
        var ids = posted is null ? RegisterInput.IdsOf(FileIds) : RegisterInput.IdsOf(posted["files"]);
        key = posted?["key"].ToString() is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
        await ReadFilesAsync(ids, isPost: posted is not null);
        view.Input = posted is null ? await FilledAsync(ids) : RegisterInput.From(posted);
        if (posted is not null) return;
        view.Senders = await KnownSenders.ListAsync(Office, Cancel);
        view.Like = await LikeAsync();
        if (view.Files.Count == 0) waiting = await Delivered.ListAsync(Cancel);
    }

    private async Task SubmitAsync()
    {
        var form = view.Input.Read(Office.Rules);
        var outcome = form.Succeeded
            ? await Register.RunAsync(form.Value, KeyedRequest.Of(key, JsonSerializer.Serialize(view.Input)), Cancel)
            : form.Refusal;
        if (outcome.Succeeded)
        {
            Http.Response.Redirect($"/incoming/registered/{outcome.Value}");
            return;
        }

        await ShowAgainAsync(outcome.Refusal);
    }

    /// The same page with everything that was typed, and what speaks against it.
    private async Task ShowAgainAsync(Refusal no)
    {
        Office.Db.ChangeTracker.Clear();
        view.Refusal = no;
        view.Like = no is IncomingRefusals.Duplicate duplicate ? duplicate.Like : [];
        var left = await Uploads.FindAsync(view.Files.Select(f => f.Id).ToList(), Cancel);
        view.Files = left.Succeeded ? left.Value : [];
        view.Senders = await KnownSenders.ListAsync(Office, Cancel);
        if (view.Files.Count == 0) return;
        view.Suggestions = await Reading.SuggestAsync(view.Files[0], Cancel);
        view.Formers = await Reading.FormersAsync(view.Suggestions.Cited, Cancel);
    }

    private async Task ReadFilesAsync(IReadOnlyList<long> ids, bool isPost)
    {
        var found = await Uploads.FindAsync(ids, Cancel);
        if (found.Succeeded) view.Files = found.Value;
        // A form sent twice finds its files used up; the answer to its key says so better.
        else if (!isPost) view.Refusal = found.Refusal;
        if (view.Files.Count == 0 || isPost) return;
        view.Suggestions = await Reading.SuggestAsync(view.Files[0], Cancel);
        view.Formers = await Reading.FormersAsync(view.Suggestions.Cited, Cancel);
    }

    /// What the file says, and for what it does not say the last piece of the same sender.
    private async Task<RegisterInput> FilledAsync(IReadOnlyList<long> ids)
    {
        var read = view.Suggestions.Input with { Files = ids };
        if (read.Sender.Length == 0 || await KnownSenders.LastAsync(Office, read.Sender, Cancel) is not { } last) return read;
        return read with
        {
            Addressee = read.Addressee.Length > 0 ? read.Addressee : last.Addressee,
            Kind = view.Suggestions.Hints.ContainsKey("kind") ? read.Kind : last.Kind,
        };
    }

    private async Task<IReadOnlyList<LikeDocument>> LikeAsync()
    {
        if (view.Files.Count == 0) return [];
        var content = ContentKey.Of(await Uploads.TextAsync(view.Files[0].Hash, Cancel));
        return await Duplicates.FindAsync(Office, view.Input.DocumentNumber, view.Input.Sender.Trim(), content, Cancel);
    }

    private static string SizeOf(long bytes) => bytes < 1L << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.#} MB");
}
