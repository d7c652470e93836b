using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Burdens.Plans;

internal static class PlanRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/burdens/plans/template.xlsx", ImportPlan.TemplateAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/burdens/plans/files", UploadAsync).Requires(BurdensModule.Manage);
    }

    private static async Task UploadAsync(int? year, HttpContext http, Platform.Files.UploadReader reader, ImportPlan import, Office office, CancellationToken cancel)
    {
        var of = year ?? office.Today.Year;
        var uploaded = await reader.ReadAsync(http, cancel);
        var message = uploaded.Refusal?.Message ?? (uploaded.Files.Count == 0 ? "请先选择填好的表格。" : null);
        if (message is null)
        {
            var done = await import.RunAsync(of, uploaded.Files[0].File, cancel);
            message = done.Refusal?.Message;
            if (done.Succeeded) http.Tell($"已下达{of}年计划{done.Value}项。");
        }

        if (message is not null) http.Tell(message, "danger");
        http.Response.Redirect(string.Create(CultureInfo.InvariantCulture, $"/burdens/plans?year={of}"));
    }
}
