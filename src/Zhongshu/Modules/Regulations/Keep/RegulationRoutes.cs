using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Modules.Regulations.Sides;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.Regulations.Keep;

internal static class RegulationRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/regulations/{id:long}/remark", RemarkAsync).Requires(RegulationsModule.Read);
        Post(routes, "/regulations/{id:long}/look", LookAsync).Requires(RegulationsModule.Manage);
        Post(routes, "/regulations/{id:long}/remarks/{remark:long}", AnswerAsync).Requires(RegulationsModule.Manage);
        Post(routes, "/regulations/{id:long}/side", SideAsync).Requires(RegulationsModule.Manage);
        Post(routes, "/regulations/plan/{id:long}/done", DoneAsync).Requires(RegulationsModule.Manage);
        Post(routes, "/regulations/plan/{id:long}/day", DayAsync).Requires(RegulationsModule.Manage);
        Post(routes, "/regulations/plan/{id:long}/drop", DropAsync).Requires(RegulationsModule.Manage);
    }

    private static RouteHandlerBuilder Post(IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task RemarkAsync(long id, HttpContext http, KeepRegulation keep, CancellationToken cancel) =>
        Back(http, await keep.RemarkAsync(id, await WordsAsync(http, cancel), http.OnceToken(), cancel), "已收到您的意见，研究后答复您。", Page(id));

    private static async Task LookAsync(long id, HttpContext http, LookAtRegulation look, CancellationToken cancel) =>
        Back(http, await look.RunAsync(id, (await http.Request.ReadFormAsync(cancel))["verdict"].ToString(), await WordsAsync(http, cancel), cancel), "已登记回顾检查。", Page(id));

    private static async Task<IResult> SideAsync(long id, HttpContext http, KeepSide keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await keep.RunAsync(id, new SideInput(form["side"].ToString(), form["text"].ToString().Trim(), form["flow"].ToString(), form["stage"].ToString()), cancel);
        if (!done.Succeeded) return RefusedForm.With(http, done.Refusal, Page(id), ("text", "怎样落到实处"));
        http.Tell("已保存。");
        return Results.Redirect(Page(id) + "#sides");
    }

    private static async Task AnswerAsync(long id, long remark, HttpContext http, KeepRegulation keep, CancellationToken cancel)
    {
        var taken = (await http.Request.ReadFormAsync(cancel))["taken"] == "true";
        Back(http, await keep.AnswerAsync(remark, taken, await WordsAsync(http, cancel), cancel), taken ? "已采纳。需要修订的，请列入制修订计划。" : "已答复。", Page(id));
    }

    private static async Task DoneAsync(long id, HttpContext http, PlanRegulation plan, CancellationToken cancel)
    {
        var made = long.TryParse((await http.Request.ReadFormAsync(cancel))["made"], CultureInfo.InvariantCulture, out var of) ? of : 0;
        Back(http, await plan.FinishAsync(id, await WordsAsync(http, cancel), made, cancel), "已完成，台账已更新。", "/regulations/plan");
    }

    private static async Task DayAsync(long id, HttpContext http, PlanRegulation plan, CancellationToken cancel) =>
        Back(http, await plan.PutOffAsync(id, await WordsAsync(http, cancel), (await http.Request.ReadFormAsync(cancel))["due"].ToString(), cancel), "已调整时限。", "/regulations/plan");

    private static async Task DropAsync(long id, HttpContext http, PlanRegulation plan, CancellationToken cancel) =>
        Back(http, await plan.DropAsync(id, await WordsAsync(http, cancel), cancel), "已从计划中取消。", "/regulations/plan");

    private static async Task<string> WordsAsync(HttpContext http, CancellationToken cancel) => (await http.Request.ReadFormAsync(cancel))["words"].ToString().Trim();

    private static string Page(long id) => string.Create(CultureInfo.InvariantCulture, $"/regulations/{id}");

    private static void Back(HttpContext http, Outcome<Done> outcome, string done, string page)
    {
        http.Tell(outcome.Refusal?.Message ?? done, outcome.Succeeded ? "success" : "danger");
        http.Response.Redirect(outcome.Refusal?.Kind == RefusalKind.NotFound ? "/regulations" : page);
    }
}
