using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Teams.Assistance;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Modules.Teams.Charges;
using Zhongshu.Modules.Teams.Honours;
using Zhongshu.Modules.Teams.Meetings;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Teams;

/// Meetings, charges, parties, help, information tasks and honours for programs.
internal static class TeamApi
{
    public sealed record MeetingRow(string Kind, string Unit, long UnitId, DateOnly? LastOn, DateOnly NextOn, int Open, int Late);

    public sealed record TaskForm(string? Text, long Person, string? DueOn);

    public sealed record SeenForm(long Task, string? Result, bool IsDone);

    public sealed record MeetingForm(string? Kind, long Unit, string? On, string? Told, string? Arranged, IReadOnlyList<TaskForm?>? Tasks, IReadOnlyList<SeenForm?>? Seen);

    public sealed record ChargeForm(string? Work, string? Goal, string? Answers);

    public sealed record ChargeRow(long Post, string Unit, string Name, string? Work, string? Goal, string? Answers);

    public sealed record PartyForm(string? Name, string? Grade, long Unit, string? Needs);

    public sealed record PartyRow(long Id, string Name, string Grade, string Unit, string Needs);

    public sealed record LinkForm(string? Group, long Unit, long Person, string? Work);

    public sealed record LinkRow(string Group, string? Unit, string? Person, string? Work, bool IsHeld);

    public sealed record AssistanceForm(long Unit, string? Title, string? Text, string? DueOn, long Served);

    public sealed record AssistanceRow(long Id, string Title, string Asking, string Unit, DateOnly DueOn, string State, string Words);

    public sealed record ActForm(string? Verb, string? Words, long Person);

    public sealed record BriefForm(string? Title, string? Need, string? DueOn);

    public sealed record BriefRow(long Id, string Title, string Need, DateOnly DueOn, int Claimed, int Done);

    public sealed record HonourForm(string? Kind, long Person, string? Words, string? Reward, int Year);

    public sealed record HonourRow(int Year, string Kind, string Person, string Figures, string Words, string Reward);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/team");
        api.MapGet("/meetings", MeetingsAsync).Requires(TeamsModule.Read);
        api.MapPost("/meetings", HoldAsync).Requires(TeamsModule.Section, TeamsModule.Manage);
        api.MapPost("/meetings/tasks/{id:long}/done", async (long id, ActForm form, HoldMeeting hold, CancellationToken cancel) => Answer(await hold.DoneAsync(id, form.Words ?? "", null, cancel))).Requires(TeamsModule.Read);
        api.MapGet("/charges", ChargesAsync).Requires(TeamsModule.Read);
        api.MapPut("/charges/{post:long}", async (long post, ChargeForm form, SetCharge set, CancellationToken cancel) => Answer(await set.RunAsync(new ChargeInput(post, Text(form.Work), Text(form.Goal), Text(form.Answers)), null, cancel))).Requires(TeamsModule.Section, TeamsModule.Manage);
        api.MapGet("/parties", PartiesAsync).Requires(TeamsModule.Read);
        api.MapPut("/parties", async (PartyForm form, KeepParty keep, CancellationToken cancel) => Answer(await keep.ServeAsync(new PartyInput(Text(form.Name), Text(form.Grade), form.Unit, Text(form.Needs)), null, cancel))).Requires(TeamsModule.Manage);
        api.MapDelete("/parties/{id:long}", async (long id, KeepParty keep, CancellationToken cancel) => Answer(await keep.WithdrawAsync(id, null, cancel))).Requires(TeamsModule.Manage);
        api.MapGet("/links", LinksAsync).Requires(TeamsModule.Read);
        api.MapPut("/links", async (LinkForm form, KeepParty keep, CancellationToken cancel) => Answer(await keep.LinkAsync(new LiaisonInput(Text(form.Group), form.Unit, form.Person, Text(form.Work)), null, cancel))).Requires(TeamsModule.Manage);
        api.MapGet("/assistance", AssistancesAsync).Requires(TeamsModule.Read);
        api.MapPost("/assistance", async (AssistanceForm form, AskAssistance ask, CancellationToken cancel) => Answer(await ask.AskAsync(new AssistanceInput(form.Unit, Text(form.Title), Text(form.Text), Text(form.DueOn), form.Served), null, cancel))).Requires(TeamsModule.Read);
        api.MapPost("/assistance/{id:long}/acts", ActOnAssistanceAsync).Requires(TeamsModule.Read);
        api.MapGet("/briefs", BriefsAsync).Requires(TeamsModule.Read);
        api.MapPost("/briefs", async (BriefForm form, RunBrief run, CancellationToken cancel) => Answer(await run.PostAsync(new BriefInput(Text(form.Title), Text(form.Need), Text(form.DueOn)), null, cancel))).Requires(TeamsModule.Section, TeamsModule.Manage);
        api.MapPost("/briefs/{id:long}/acts", ActOnBriefAsync).Requires(TeamsModule.Read);
        api.MapGet("/honours", HonoursAsync).Requires(TeamsModule.Read);
        api.MapPost("/honours", async (HonourForm form, GiveHonour give, CancellationToken cancel) => Answer(await give.RunAsync(new HonourInput(Text(form.Kind), form.Person, Text(form.Words), Text(form.Reward), form.Year), null, cancel))).Requires(TeamsModule.Manage);
    }

    private static async Task<IResult> MeetingsAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        return TypedResults.Ok((await MeetingView.LinesAsync(office, circle, cancel)).Select(l => new MeetingRow(l.Kind.Id, book.LabelOf(l.UnitId) ?? "", l.UnitId, l.Last, l.NextOn, l.Open, l.Late)));
    }

    private static async Task<IResult> HoldAsync(MeetingForm form, HoldMeeting hold, CancellationToken cancel) =>
        Answer(await hold.RunAsync(
            new MeetingInput(Text(form.Kind), form.Unit, Text(form.On), Text(form.Told), Text(form.Arranged))
            {
                Tasks = [.. (form.Tasks ?? []).OfType<TaskForm>().Select(t => new TaskInput(Text(t.Text), t.Person, Text(t.DueOn)))],
                Seen = [.. (form.Seen ?? []).OfType<SeenForm>().Select(s => new SeenInput(s.Task, Text(s.Result), s.IsDone))],
            },
            null,
            cancel));

    private static async Task<IResult> ChargesAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        var posts = SetCharge.Posts(book, circle, office.Today);
        var ids = posts.Select(p => p.Id).ToArray();
        var charges = await office.Db.Set<PostCharge>().AsNoTracking().Where(c => ids.Contains(c.PostId)).ToDictionaryAsync(c => c.PostId, cancel);
        return TypedResults.Ok(posts.Select(p => (Post: p, Charge: charges.GetValueOrDefault(p.Id))).Select(p => new ChargeRow(p.Post.Id, book.LabelOf(p.Post.UnitId) ?? "", p.Post.Name, p.Charge?.Work, p.Charge?.Goal, p.Charge?.Answers)));
    }

    private static async Task<IResult> PartiesAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        return TypedResults.Ok(circle.IsInside ? (await KeepParty.ServedAsync(office, circle.Keeper, cancel)).Select(p => new PartyRow(p.Id, p.Name, p.Grade, book.LabelOf(p.UnitId) ?? "", p.Needs)) : []);
    }

    private static async Task<IResult> LinksAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        return TypedResults.Ok(circle.IsInside ? (await KeepParty.LinksAsync(office, circle.Keeper, cancel)).Select(l => new LinkRow(l.Group, l.Link is null ? null : book.LabelOf(l.Link.UnitId), l.Link is null ? null : book.Person(l.Link.PersonId)?.Name, l.Link?.Work, KeepParty.IsHeld(l.Link, book, office.Today))) : []);
    }

    private static async Task<IResult> AssistancesAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        var served = (await KeepParty.ServedAsync(office, circle.Keeper, cancel)).ToDictionary(p => p.Id);
        return TypedResults.Ok((await AssistanceList.ReadAsync(office, circle, served, cancel)).Select(a => new AssistanceRow(a.Id, a.Title, book.LabelOf(a.AskingUnitId) ?? "", book.LabelOf(a.UnitId) ?? "", a.DueOn, AssistanceTask.WordOf(a.State), a.Words)));
    }

    private static async Task<IResult> ActOnAssistanceAsync(long id, ActForm form, AskAssistance ask, CancellationToken cancel) => Answer(form.Verb switch
    {
        "take" => await ask.TakeAsync(id, null, cancel),
        "decline" => await ask.DeclineAsync(id, Text(form.Words), null, cancel),
        "give" => await ask.GiveAsync(id, Text(form.Words), null, cancel),
        _ => UnknownVerb("take、decline、give"),
    });

    private static async Task<IResult> BriefsAsync(Office office, CancellationToken cancel)
    {
        var (_, circle) = await CircleAsync(office, cancel);
        var claims = office.Db.Set<BriefClaim>();
        return TypedResults.Ok(await RunBrief.Seen(office, circle).AsNoTracking().OrderByDescending(t => t.DueOn).ThenByDescending(t => t.Id).Take(100)
            .Select(t => new BriefRow(t.Id, t.Title, t.Need, t.DueOn, claims.Count(c => c.TaskId == t.Id), claims.Count(c => c.TaskId == t.Id && c.DoneOn != null))).ToListAsync(cancel));
    }

    private static async Task<IResult> ActOnBriefAsync(long id, ActForm form, RunBrief run, CancellationToken cancel) => Answer(form.Verb switch
    {
        "claim" => await run.ClaimAsync(id, null, cancel),
        "hand-in" => await run.HandInAsync(id, Text(form.Words), null, cancel),
        "used" => await run.UseAsync(id, form.Person, true, Text(form.Words), null, cancel),
        "unused" => await run.UseAsync(id, form.Person, false, Text(form.Words), null, cancel),
        _ => UnknownVerb("claim、hand-in、used、unused"),
    });

    private static async Task<IResult> HonoursAsync(Office office, CancellationToken cancel)
    {
        var (book, circle) = await CircleAsync(office, cancel);
        var rows = await office.Db.Set<Honour>().AsNoTracking().Where(h => h.KeeperId == circle.Keeper && circle.IsInside).OrderByDescending(h => h.Id).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(h => new HonourRow(h.Year, h.Kind, book.Person(h.PersonId)?.Name ?? "", h.Figures, h.Words, h.Reward)));
    }

    private static async Task<(OrganisationBook Book, TeamCircle Circle)> CircleAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        return (book, TeamCircle.Of(office, book));
    }

    private static string Text(string? text) => text?.Trim() ?? "";

    private static Refusal UnknownVerb(string known) => new("teams.verb", $"不认识的动作，应为{known}之一。") { Field = "verb" };

    private static IResult Answer<T>(Outcome<T> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
}
