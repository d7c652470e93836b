using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Improvements.Lists;
using Zhongshu.Modules.Improvements.Pilots;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Improvements;

/// Opinions, lists and pilots for programs, and all that is followed as one workbook.
internal static class ImprovementsApi
{
    internal sealed record OpinionRow(long Id, long Retreat, string Question, string Text, string By, string Class, string Plan, string Owner, DateOnly? DueOn, string Result, DateOnly? DoneOn);

    internal sealed record LineRow(long Id, string Aspect, string Text, string Owner, DateOnly DueOn, string Result, DateOnly? DoneOn);

    internal sealed record ListRow(long Id, string Form, string Kind, string Title, long? Parent, IReadOnlyList<LineRow> Lines);

    internal sealed record PilotRow(long Id, string Title, string Scope, string Owner, string Stage, string State, DateOnly EvaluateOn);

    internal sealed record RetreatRequest(string? Title, string? On);

    internal sealed record OpinionRequest(string? Question, string? Text, string? By);

    internal sealed record ClassRequest(string? Class, string? Plan, long Owner, string? DueOn, string? Words);

    internal sealed record WordsRequest(string? Words);

    internal sealed record ListRequest(string? Form, string? Kind, string? Title, long Parent);

    internal sealed record LineRequest(string? Aspect, string? Text, long Owner, string? DueOn);

    internal sealed record PilotRequest(string? Title, string? Text, IReadOnlyList<string?>? Grounds, string? Scope, long Owner, string? EvaluateOn);

    internal sealed record StepRequest(string? Stage, string? Words, string? Verdict, string? EvaluateOn);

    internal sealed record Made(long Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/improvements/followed.xlsx", FollowedAsync).Requires(ImprovementsModule.Read);
        var api = routes.MapGroup("/api/v1/improvements");
        api.MapGet("/opinions", OpinionsAsync).Requires(ImprovementsModule.Read);
        api.MapPost("/retreats", async (RetreatRequest body, KeepRetreat keep, CancellationToken cancel) => Answer(await keep.HoldAsync(body.Title?.Trim() ?? "", body.On ?? "", null, cancel), r => r.Id)).Requires(ImprovementsModule.Manage);
        api.MapPost("/retreats/{id:long}/opinions", async (long id, OpinionRequest body, KeepRetreat keep, CancellationToken cancel) => Answer(await keep.OpineAsync(id, body.Question ?? "", body.Text?.Trim() ?? "", body.By?.Trim() ?? "", null, cancel), o => o.Id)).Requires(ImprovementsModule.Read);
        api.MapPost("/opinions/{id:long}/class", async (long id, ClassRequest body, KeepRetreat keep, CancellationToken cancel) => Answer(await keep.ClassAsync(id, new ClassInput(body.Class ?? "", body.Plan?.Trim() ?? "", body.Owner, body.DueOn ?? "", body.Words?.Trim() ?? ""), cancel))).Requires(ImprovementsModule.Manage);
        api.MapPost("/opinions/{id:long}/result", async (long id, WordsRequest body, KeepRetreat keep, CancellationToken cancel) => Answer(await keep.FinishAsync(id, body.Words?.Trim() ?? "", cancel))).Requires(ImprovementsModule.Read);
        api.MapGet("/lists", ListsAsync).Requires(ImprovementsModule.Read);
        api.MapPost("/lists", async (ListRequest body, KeepList keep, CancellationToken cancel) => Answer(await keep.OpenAsync(new ListInput(Enum.TryParse<ListForm>(body.Form, out var form) ? form : default, body.Kind ?? "", body.Title?.Trim() ?? "", body.Parent), null, cancel), l => l.Id)).Requires(ImprovementsModule.Manage);
        api.MapPost("/lists/{id:long}/lines", async (long id, LineRequest body, KeepList keep, CancellationToken cancel) => Answer(await keep.AddAsync(id, new LineInput(body.Aspect ?? "", body.Text?.Trim() ?? "", body.Owner, body.DueOn ?? ""), null, cancel), l => l.Id)).Requires(ImprovementsModule.Manage);
        api.MapPost("/lines/{id:long}/result", async (long id, WordsRequest body, KeepList keep, CancellationToken cancel) => Answer(await keep.FinishAsync(id, body.Words?.Trim() ?? "", cancel))).Requires(ImprovementsModule.Read);
        api.MapGet("/pilots", PilotsAsync).Requires(ImprovementsModule.Read);
        api.MapPost("/pilots", async (PilotRequest body, KeepPilot keep, CancellationToken cancel) => Answer(await keep.BeginAsync(new PilotInput { Title = body.Title?.Trim() ?? "", Text = body.Text?.Trim() ?? "", Grounds = [.. (body.Grounds ?? []).Select(g => g?.Trim() ?? "")], Scope = body.Scope?.Trim() ?? "", Owner = body.Owner, EvaluateOn = body.EvaluateOn ?? "" }, null, cancel), p => p.Id)).Requires(ImprovementsModule.Manage);
        api.MapPost("/pilots/{id:long}/steps", async (long id, StepRequest body, KeepPilot keep, CancellationToken cancel) => Answer(await keep.StepAsync(id, new PilotStepInput(body.Stage ?? "", body.Words?.Trim() ?? "", body.Verdict ?? "", body.EvaluateOn ?? ""), cancel))).Requires(ImprovementsModule.Read);
    }

    private static async Task<IResult> OpinionsAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await ImprovementCircle.Opinions(office, book).AsNoTracking().OrderByDescending(o => o.Id).Take(500).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(o => new OpinionRow(o.Id, o.RetreatId, o.Question, o.Text, o.ByName, o.Class, o.Plan, o.OwnerId is { } owner ? book.Person(owner)?.Name ?? "" : "", o.DueOn, o.Result, o.DoneOn)).ToList());
    }

    private static async Task<IResult> ListsAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var lists = await ImprovementCircle.Lists(office, book).AsNoTracking().OrderByDescending(l => l.Id).Take(100).ToListAsync(cancel);
        var ids = lists.Select(l => l.Id).ToArray();
        var lines = (await office.Db.Set<MeasureLine>().AsNoTracking().Where(l => ids.Contains(l.ListId)).OrderBy(l => l.Id).ToListAsync(cancel)).ToLookup(l => l.ListId);
        return TypedResults.Ok(lists.Select(l => new ListRow(l.Id, l.Form.ToString(), l.Kind, l.Title, l.ParentId, [.. lines[l.Id].Select(x => new LineRow(x.Id, x.Aspect, x.Text, book.Person(x.OwnerId)?.Name ?? "", x.DueOn, x.Result, x.DoneOn))])).ToList());
    }

    private static async Task<IResult> PilotsAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await ImprovementCircle.Pilots(office, book).AsNoTracking().OrderByDescending(p => p.Id).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(p => new PilotRow(p.Id, p.Title, p.Scope, book.Person(p.OwnerId)?.Name ?? "", p.Stage, p.State.ToString(), p.EvaluateOn)).ToList());
    }

    private static Task<IResult> FollowedAsync(Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("务虚会意见和清单.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        sheets.StartSheet("务虚会意见", new Column("哪一问", 14), new Column("意见", 50), new Column("提出人", 12), new Column("分类", 12), new Column("怎么办", 40), new Column("责任人", 12), new Column("时限", 12), new Column("结果", 40), new Column("落实", 12));
        foreach (var o in await ImprovementCircle.Opinions(office, book).AsNoTracking().OrderBy(o => o.Id).Take(20_000).ToListAsync(cancel))
            sheets.Row(o.Question, o.Text, o.ByName, office.Rules.ClassOf(o.Class)?.Word ?? "待分类", o.Plan, o.OwnerId is { } owner ? book.Person(owner)?.Name : "", o.DueOn, o.Result, o.DoneOn);
        var lists = await ImprovementCircle.Lists(office, book).AsNoTracking().ToDictionaryAsync(l => l.Id, cancel);
        var ids = lists.Keys.ToArray();
        sheets.StartSheet("清单和方案", new Column("种类", 14), new Column("名称", 30), new Column("方面", 12), new Column("内容", 50), new Column("责任人", 12), new Column("时限", 12), new Column("结果", 40), new Column("落实", 12));
        foreach (var line in await office.Db.Set<MeasureLine>().AsNoTracking().Where(l => ids.Contains(l.ListId)).OrderBy(l => l.ListId).ThenBy(l => l.Id).Take(20_000).ToListAsync(cancel))
            sheets.Row(KeepList.WordOf(lists[line.ListId]), lists[line.ListId].Title, line.Aspect, line.Text, book.Person(line.OwnerId)?.Name, line.DueOn, line.Result, line.DoneOn);
    });

    private static IResult Answer<T>(Outcome<T> done, Func<T, long> id) => done.Succeeded ? TypedResults.Ok(new Made(id(done.Value))) : done.Refusal.ToProblem();

    private static IResult Answer(Outcome<Done> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
}
