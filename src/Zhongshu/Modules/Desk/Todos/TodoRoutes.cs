using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.Desk.Todos;

internal static class TodoRoutes
{
    private const string Desk = "/#todos";

    public sealed record TodoForm(string? Text, bool IsImportant, bool IsUrgent, string? DueOn);

    public sealed record ActForm(string? Verb);

    public sealed record TodoRow(long Id, string Text, int Quadrant, DateOnly? DueOn, int Spells, DateOnly? DoneOn);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/desk/todos", AddAsync).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/desk/todos/{id:long}", ActAsync).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
        var api = routes.MapGroup("/api/v1/desk/todos");
        api.MapGet("/", async (Office office, CancellationToken cancel) => TypedResults.Ok((await KeepTodo.ReadAsync(office, cancel)).Select(t => new TodoRow(t.Id, t.Text, t.Quadrant, t.DueOn, t.Spells, t.DoneOn)))).Requires(RequiresAttribute.SignedIn);
        api.MapPost("/", async (TodoForm form, KeepTodo keep, CancellationToken cancel) =>
        {
            var done = await keep.AddAsync(new TodoInput(form.Text?.Trim() ?? "", form.IsImportant, form.IsUrgent, form.DueOn?.Trim() ?? ""), null, cancel);
            return done.Succeeded ? Results.Ok(done.Value.Id) : done.Refusal.ToProblem();
        }).Requires(RequiresAttribute.SignedIn);
        api.MapPost("/{id:long}/acts", async (long id, ActForm form, KeepTodo keep, CancellationToken cancel) => await DoAsync(id, form.Verb, keep, cancel) is { Refusal: { } no } ? no.ToProblem() : Results.NoContent()).Requires(RequiresAttribute.SignedIn);
    }

    private static async Task<IResult> AddAsync(HttpContext http, KeepTodo keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await keep.AddAsync(new TodoInput(form["text"].ToString().Trim(), form["important"] == "true", form["urgent"] == "true", form["dueOn"].ToString().Trim()), http.OnceToken(), cancel);
        return done.Succeeded ? Results.Redirect(Desk) : RefusedForm.With(http, done.Refusal, "/", ("text", "要做什么"), ("dueOn", "期限"));
    }

    private static async Task<IResult> ActAsync(long id, HttpContext http, KeepTodo keep, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        if ((await DoAsync(id, form["act"], keep, cancel)).Refusal is { } no) http.Tell(no.Message, "danger");
        return Results.Redirect(Desk);
    }

    private static Task<Outcome<Done>> DoAsync(long id, string? act, KeepTodo keep, CancellationToken cancel) => act switch
    {
        "done" => keep.DoneAsync(id, cancel),
        "spell" => keep.SpellAsync(id, cancel),
        "drop" => keep.DropAsync(id, cancel),
        _ => Task.FromResult<Outcome<Done>>(new Refusal("desk.todo-act", "请选择完成（done）、记一个番茄（spell）或删去（drop）。") { Field = "verb" }),
    };
}
