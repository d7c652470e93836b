using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Archives.Filing;

/// The page of one matter in the archive: what is proposed, or what was filed.
public partial class FilingPage
{
    private Matter? matter;
    private WaitingRow? row;
    private ArchivedPiece? piece;
    private NotFiled? left;
    private Refusal? refusal;
    private IReadOnlyList<(string Code, string Name)> sections = [];

    [Parameter] public required string Code { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] internal Office Office { get; set; } = null!;

    [Inject] internal ArchiveList List { get; set; } = null!;

    [Inject] internal FileMatter FileOne { get; set; } = null!;

    [Inject] internal AfterFiling After { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var cancel = Http.RequestAborted;
        matter = await Office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == Code, cancel);
        if (matter is not null)
        {
            piece = await Office.Db.Set<ArchivedPiece>().AsNoTracking().SingleOrDefaultAsync(p => p.MatterId == matter.Id, cancel);
            row = await List.WaitingRowAsync(matter, cancel);
            left = await Office.Db.Set<NotFiled>().AsNoTracking().SingleOrDefaultAsync(n => n.MatterId == matter.Id, cancel);
            sections = FilingSections.Of(await Office.BookAsync(cancel), matter.UnitId, Office.Today);
        }

        if (piece is null && row is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private string? Posted(string field) => Http.Request.HasFormContentType && Http.Request.Form.TryGetValue(field, out var value) ? value.ToString() : null;

    private string? Wrong(string field) => refusal?.Field == field ? refusal.Message : null;

    private async Task FileAsync()
    {
        var form = new FilingForm
        {
            Retention = Posted("retention"),
            Section = Posted("section"),
            Pages = int.TryParse(Posted("pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0,
            Reason = Posted("reason"),
            Version = int.TryParse(Posted("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        };
        var outcome = await FileOne.RunAsync(Code, form, Http.RequestAborted);
        refusal = outcome.Refusal;
        if (!outcome.Succeeded) return;
        Http.Tell($"已归档，档号{outcome.Value.Code}。");
        Http.Response.Redirect($"/archives/{Code}");
    }

    private Task CorrectAsync() => ToldAsync(After.CorrectAsync(Code, Posted("text"), Http.RequestAborted), "更正说明已登记。");

    private Task LeaveOutAsync() => ToldAsync(After.LeaveOutAsync(Code, Posted("item"), Posted("note"), Http.RequestAborted), "已确定不归档，仍可在“不归档”里改为归档。");

    private async Task ToldAsync(Task<Outcome<Done>> act, string told)
    {
        var outcome = await act;
        refusal = outcome.Refusal;
        if (!outcome.Succeeded) return;
        Http.Tell(told);
        Http.Response.Redirect($"/archives/{Code}");
    }
}
