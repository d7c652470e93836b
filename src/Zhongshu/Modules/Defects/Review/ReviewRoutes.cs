using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Defects.Review;

internal static class ReviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "review", OpenAsync);
        Post(routes, "step", DoAsync);
        Post(routes, "advice", AdviseAsync);
        Post(routes, "closing", CloseAsync);
        routes.MapPost("/defects/{id:long}/circular", TellAsync).Requires(DefectsModule.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute());
        Post(routes, "check", CheckAsync);
    }

    private static void Post(IEndpointRouteBuilder routes, string act, Delegate handler) =>
        routes.MapPost($"/defects/{{id:long}}/{act}", handler).Requires(DefectsModule.Register, DefectsModule.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task OpenAsync(long id, HttpContext http, Office office, ActOnDefect acts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var plan = office.Rules.Value(DefectRules.Steps).Select(s => new StepPlan(s.Id,
            long.TryParse(form[$"owner-{s.Id}"], CultureInfo.InvariantCulture, out var owner) ? owner : 0,
            DateOnly.TryParseExact(form[$"due-{s.Id}"], "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null)).ToList();
        Back(http, id, await acts.OpenAsync(id, form["approach"].ToString(), plan, cancel), "已安排复盘，责任人会收到通知。");
    }

    private static async Task DoAsync(long id, HttpContext http, ActOnDefect acts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        Back(http, id, await acts.DoAsync(id, form["step"].ToString(), form["words"].ToString().Trim(), cancel), "已填写，复盘进到下一步。");
    }

    private static async Task AdviseAsync(long id, HttpContext http, ActOnDefect acts, CancellationToken cancel) =>
        Back(http, id, await acts.AdviseAsync(id, (await http.Request.ReadFormAsync(cancel))["words"].ToString().Trim(), cancel), "已收到您的建议。");

    private static async Task CloseAsync(long id, HttpContext http, ActOnDefect acts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        string Text(string name) => form[name].ToString().Trim();
        var closing = new Closing(Text("lesson"), form["case"] == "true") { PersonId = long.TryParse(form["person"], CultureInfo.InvariantCulture, out var person) ? person : 0, Conclusion = Text("conclusion"), Everybody = Text("everybody"), WholeProcess = Text("process"), AllScenes = Text("scenes") };
        Back(http, id, await acts.CloseAsync(id, closing, cancel), "已销号。值得记住的，可以写成经验条目。");
    }

    private static async Task TellAsync(long id, HttpContext http, TellDefect tell, CancellationToken cancel) =>
        Back(http, id, await tell.RunAsync(id, (await http.Request.ReadFormAsync(cancel))["words"].ToString().Trim(), cancel), "已通报，各单位会收到自查的通知。");

    private static async Task CheckAsync(long id, HttpContext http, TellDefect tell, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await tell.CheckAsync(id, form["same"] == "true", form["words"].ToString().Trim(), cancel);
        http.Tell(done.Refusal?.Message ?? "已登记自查结果。", done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/defects/told");
    }

    private static void Back(HttpContext http, long id, Outcome<Done> outcome, string done)
    {
        http.Tell(outcome.Refusal?.Message ?? done, outcome.Succeeded ? "success" : "danger");
        http.Response.Redirect(outcome.Refusal?.Kind == RefusalKind.NotFound ? "/defects" : string.Create(CultureInfo.InvariantCulture, $"/defects/{id}"));
    }
}
