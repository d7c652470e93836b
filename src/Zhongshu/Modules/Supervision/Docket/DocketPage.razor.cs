using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Requests;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Supervision.Docket;

public sealed partial class DocketPage
{
    private DocketInput input = new();
    private Refusal? refusal;
    private IReadOnlyList<LikeItem> like = [];
    private IReadOnlyList<string> proposals = [];
    private string turning = "";
    private string key = "";

    [Inject] private Office Office { get; set; } = null!;

    [Inject] private DocketItem Docket { get; set; } = null!;

    [Inject] private MergeSource Merge { get; set; } = null!;

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "opinion")] public long? Opinion { get; set; }

    private CancellationToken Cancel => Http.RequestAborted;

    private string LimitHint => string.Join("；", Office.Rules.Value(SupervisionRules.Limits).Select(l => $"{l.Word}：公文流转{l.Transit}、调查核实{l.Verify}、研究落实{l.Study}个工作日"));

    protected override async Task OnInitializedAsync()
    {
        var posted = HttpMethods.IsPost(Http.Request.Method) ? await Http.Request.ReadFormAsync(Cancel) : null;
        key = posted?["key"].ToString() is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
        if (posted is not null) input = DocketInput.Posted(posted);
        else if (From is { Length: > 0 } from) input = await DocketSource.FilledAsync(Office, from, Opinion ?? 0, Cancel);
        await ProposeAsync();
    }

    private async Task SubmitAsync()
    {
        var chosen = (await Http.Request.ReadFormAsync(Cancel))["do"].ToString();
        if (chosen == "add")
        {
            input = input with { Tasks = [.. input.Tasks, new TaskInput { Due = input.Tasks.Count > 0 ? input.Tasks[^1].Due : "" }] };
            return;
        }

        var form = input.Read(Office.Rules, await Office.BookAsync(Cancel), Office.Today);
        if (form.Succeeded) form = await DocketSource.CompleteAsync(Office, input, form.Value, Cancel);
        if (!form.Succeeded) Refuse(form.Refusal);
        else if (chosen.StartsWith("merge:", StringComparison.Ordinal)) await MergeAsync(chosen["merge:".Length..], form.Value);
        else await DocketAsync(form.Value);
    }

    private async Task DocketAsync(DocketForm form)
    {
        var done = await Docket.RunAsync(form, KeyedRequest.Of(key, JsonSerializer.Serialize(input)), Cancel);
        if (!done.Succeeded)
        {
            Refuse(done.Refusal);
            return;
        }

        var sorts = SupervisionRules.WantsDigest(Office.Rules, form.Source);
        Http.Tell($"已立项。{string.Concat(done.Value.Remarks)}{(sorts ? "请先梳理材料，再核对督办函。" : "请核对督办函，发出后任务即到责任单位。")}");
        Http.Response.Redirect($"/supervision/{done.Value.Code}/{(sorts ? "material" : "letter")}");
    }

    private async Task MergeAsync(string code, DocketForm form)
    {
        var done = await Merge.RunAsync(code, form, Cancel);
        if (!done.Succeeded)
        {
            Refuse(done.Refusal);
            return;
        }

        Http.Tell("已并入该事项，来源和批示原文列在立项依据中。");
        Http.Response.Redirect($"/supervision/{code}");
    }

    private void Refuse(Refusal no)
    {
        Office.Db.ChangeTracker.Clear();
        refusal = no;
        like = no is LikeItemsFound found ? found.Like : [];
    }

    private string? Wrong(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task ProposeAsync()
    {
        var book = await Office.BookAsync(Cancel);
        var text = $"{input.Title} {input.Quote}";
        proposals = [.. DocketSource.Propose(book, text, Office.Actor.HomeUnitId, Office.Today).Select(p => $"{p.Unit.ShortName}（{p.Why}）")];
        var read = input.Read(Office.Rules, book, Office.Today);
        if (!read.Succeeded) return;
        var form = await DocketSource.CompleteAsync(Office, input, read.Value, Cancel);
        if (form.Succeeded) turning = DocketRules.Turning(form.Value, book);
    }
}
