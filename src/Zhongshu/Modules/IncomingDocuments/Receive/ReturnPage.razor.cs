using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.IncomingDocuments.Receive;

public sealed partial class ReturnPage
{
    private Matter? matter;
    private IncomingDocument? document;
    private Refusal? refusal;
    private IReadOnlyList<string> chosen = [];
    private string letter = "";

    [Inject] private Office Office { get; set; } = null!;

    [Inject] private ReceiveDocument Receive { get; set; } = null!;

    [Parameter] public required string Code { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    private bool IsRefusing => Http.Request.Path.Value!.EndsWith("/refuse", StringComparison.Ordinal);

    private string Verb => IsRefusing ? "拒收" : "退文";

    private string Here => $"/incoming/{Code}/{(IsRefusing ? "refuse" : "send-back")}";

    protected override async Task OnInitializedAsync()
    {
        var cancel = Http.RequestAborted;
        matter = await Office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == Code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is not null) document = await Office.Db.Set<IncomingDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.MatterId == matter.Id, cancel);
        if (document is null)
        {
            Http.Response.StatusCode = 404;
            return;
        }

        if (HttpMethods.IsPost(Http.Request.Method))
        {
            var form = await Http.Request.ReadFormAsync(cancel);
            chosen = [.. form["reason"].OfType<string>()];
            letter = form["letter"].ToString();
            return;
        }

        chosen = Http.Request.Query.TryGetValue("reason", out var asked) ? [.. asked.OfType<string>()] : await FoundAsync(cancel);
        letter = await DraftAsync(cancel);
    }

    private async Task SubmitAsync()
    {
        if (document is null) return;
        int? version = int.TryParse(Http.Request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var form = new ReturnForm(Code, IsRefusing ? IncomingState.Refused : IncomingState.SentBack, chosen, letter) { Version = version };
        var outcome = await Receive.ReturnAsync(form, Http.RequestAborted);
        if (outcome.Succeeded)
        {
            Http.Tell($"{document.RegistryNumber}已{Verb}，流程已终止。");
            Http.Response.Redirect($"/matters/{Code}");
            return;
        }

        refusal = outcome.Refusal;
    }

    /// Reasons that the paper itself shows.
    private async Task<IReadOnlyList<string>> FoundAsync(CancellationToken cancel)
    {
        var text = await (
            from file in Office.Db.Set<Attachment>()
            join read in Office.Db.Set<FileText>() on file.Hash equals read.Hash
            where file.MatterId == document!.MatterId && file.Role == "original"
            select read.Text).FirstOrDefaultAsync(cancel);
        if (text is null) return [];
        return [.. ProcedureConcerns.Of(StructureRecovery.Recover(SourceDocument.FromText(text)), Office.Rules.Value(IncomingRules.ReturnReasons)).Select(c => c.Reason.Id)];
    }

    private async Task<string> DraftAsync(CancellationToken cancel)
    {
        var book = await Office.BookAsync(cancel);
        var facts = new ReturnFacts(document!.Sender, document.Title, document.DocumentNumber, book.Unit(Office.Actor.HomeUnitId)?.Name ?? "", Office.Today, Office.Actor.Name);
        return ReturnLetter.Draft(facts, [.. Office.Rules.Value(IncomingRules.ReturnReasons).Where(r => chosen.Contains(r.Id, StringComparer.Ordinal))]);
    }
}
