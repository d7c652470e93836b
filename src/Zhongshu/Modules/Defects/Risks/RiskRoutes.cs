using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Platform.Access;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Defects.Risks;

internal static class RiskRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/defects/risks/{id:long}", ChangeAsync).Requires(DefectsModule.Register, DefectsModule.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task ChangeAsync(long id, HttpContext http, KeepRisk keep, CancellationToken cancel)
    {
        var measure = (await http.Request.ReadFormAsync(cancel))["measure"].ToString().Trim();
        var done = await keep.ChangeAsync(id, measure, cancel);
        http.Tell(done.Refusal?.Message ?? (measure.Length == 0 ? "已撤下。" : "已更新防控措施。"), done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/defects/risks");
    }
}
