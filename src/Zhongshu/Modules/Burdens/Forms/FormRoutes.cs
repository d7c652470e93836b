using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Forms;

internal static class FormRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/burdens/forms/{id:long}.xlsx", WorkbookAsync).Requires(BurdensModule.Read, BurdensModule.Manage, BurdensModule.TakePart);
        var api = routes.MapGroup("/api/v1/burdens/forms");
        api.MapPost("/", RegisterAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        api.MapGet("/{id:long}", ShowAsync).Requires(BurdensModule.Read, BurdensModule.Manage, BurdensModule.TakePart);
        api.MapGet("/{id:long}/sheet", SheetAsync).Requires(BurdensModule.TakePart);
        api.MapPost("/{id:long}/answers", AnswerAsync).Requires(BurdensModule.TakePart);
    }

    private static async Task<IResult> WorkbookAsync(long id, Office office, CancellationToken cancel) =>
        await CollectedForm.ReadAsync(office, id, cancel) is { } form ? await form.WorkbookAsync(office, cancel) : Refusal.NotFound("这张报表").ToProblem();

    private static async Task<IResult> RegisterAsync(FormInput input, [FromHeader(Name = "Idempotency-Key")] string? key, RegisterForm register, CancellationToken cancel)
    {
        var done = await register.RunAsync(input, key, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/burdens/forms/{done.Value.Id}", new FormRow(done.Value.Id, done.Value.Number, done.Value.Title, done.Value.Basis, done.Value.DueOn)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ShowAsync(long id, Office office, CancellationToken cancel)
    {
        if (await CollectedForm.ReadAsync(office, id, cancel) is not { } form) return Refusal.NotFound("这张报表").ToProblem();
        return TypedResults.Ok(new FormAnswerRow(new FormRow(form.Form.Id, form.Form.Number, form.Form.Title, form.Form.Basis, form.Form.DueOn), form.State.ToString(),
            [.. form.Units.Select(u => new UnitRow(u.UnitId, u.AnsweredAt, form.Questions.ToDictionary(q => q.Text, q => form.Value(q.Id, u.UnitId), StringComparer.Ordinal)))]));
    }

    private static async Task<IResult> SheetAsync(long id, Office office, CancellationToken cancel)
    {
        var unit = UnitCircle.SpeaksFor(await office.BookAsync(cancel), office.Actor);
        return await FormSheet.ReadAsync(office, id, unit, cancel) is { State: EntryState.Counted } sheet
            ? TypedResults.Ok(sheet.Lines.Select(l => new LineRow(l.Question.Place, l.Question.Text, l.Question.Measure, l.IsAsked, l.Value, l.From)))
            : Refusal.NotFound("这张报表").ToProblem();
    }

    private static async Task<IResult> AnswerAsync(long id, Dictionary<int, string> values, AnswerForm answers, CancellationToken cancel)
    {
        var done = await answers.RunAsync(id, values, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    internal sealed record FormRow(long Id, string Number, string Title, string Basis, DateOnly DueOn);

    internal sealed record UnitRow(long UnitId, DateTimeOffset? AnsweredAt, IReadOnlyDictionary<string, string> Values);

    internal sealed record FormAnswerRow(FormRow Form, string State, IReadOnlyList<UnitRow> Units);

    internal sealed record LineRow(int Place, string Text, string Measure, bool IsAsked, string Value, string From);
}
