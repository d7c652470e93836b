using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Modules.Supervision.People;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision;

/// Marks, people, issued reports and mechanisms, for programs.
internal static class SupervisionMarksApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/supervision");
        api.MapPut("/{code}/mark", MarkAsync).Requires("supervision.docket");
        api.MapPut("/{code}/tasks/{number:int}/people", PeopleAsync).Requires("supervision.check", "incoming.handle");
        api.MapPost("/issues", IssueAsync).Requires("supervision.circular");
        var kept = routes.MapGroup("/api/v1/supervision-mechanisms");
        kept.MapGet("/", ListAsync).Requires("supervision.check", "statistics.read");
        kept.MapPost("/", OpenAsync).Requires("supervision.docket");
        kept.MapPost("/{id:long}/topics", async (long id, TopicInput topic, KeepMechanism keep, CancellationToken cancel) => Answer(await keep.RaiseAsync(id, Whole(topic), null, cancel))).Requires("supervision.docket");
        kept.MapPost("/{id:long}/topics/{topic:long}/settlement", async (long id, long topic, Settlement settled, KeepMechanism keep, CancellationToken cancel) => Answer(await keep.SettleAsync(id, topic, settled.Result ?? "", null, cancel))).Requires("supervision.docket");
        kept.MapPost("/{id:long}/held", async (long id, HeldRequest held, KeepMechanism keep, CancellationToken cancel) => Answer(await keep.HoldAsync(id, held.On ?? "", held.Conclusion ?? "", null, cancel))).Requires("supervision.docket");
    }

    private static async Task<IResult> MarkAsync(string code, MarkInput mark, MarkItem marks, CancellationToken cancel)
    {
        var done = await marks.RunAsync(code, mark with { Way = mark.Way ?? "", Reasonable = mark.Reasonable ?? "", Support = mark.Support ?? "", Lesson = mark.Lesson ?? "" }, cancel);
        return done.Succeeded ? TypedResults.Ok(new Marked(done.Value)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> PeopleAsync(string code, int number, IReadOnlyList<PersonForm> people, NamePeople named, CancellationToken cancel) =>
        Answer(await named.RunAsync(code, number, [.. people.Select(p => new PersonForm(p.Part ?? "", p.Name ?? "", p.Post ?? "", p.Goal ?? ""))], cancel));

    private static async Task<IResult> IssueAsync(IssueRequest issue, IssueReport issues, CancellationToken cancel)
    {
        var done = await issues.RunAsync(new IssueInput(issue.Kind ?? "", issue.Number ?? "", issue.IssuedOn ?? "", issue.SentTo ?? ""), issue.From, issue.To, null, cancel);
        return done.Succeeded ? TypedResults.Ok(new IssuedAnswer(done.Value)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ListAsync(Office office, CancellationToken cancel)
    {
        var rows = await KeepMechanism.Mine(office).AsNoTracking().OrderBy(m => m.Id).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(m => new MechanismRow(m.Id, m.Kind, m.Title, m.Members, m.Since, m.LastOn, m.EndedOn)).ToList());
    }

    private static async Task<IResult> OpenAsync(MechanismInput input, KeepMechanism keep, CancellationToken cancel)
    {
        var done = await keep.OpenAsync(new MechanismInput(input.Kind ?? "", input.Title ?? "", input.Since ?? "", input.Members ?? ""), null, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/supervision-mechanisms/{done.Value}", new OpenedMechanism(done.Value)) : done.Refusal.ToProblem();
    }

    private static TopicInput Whole(TopicInput topic) => new(topic.Text ?? "", topic.Who ?? "", topic.Exchange ?? "", topic.On ?? "");

    private static IResult Answer<T>(Outcome<T> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();

    internal sealed record Marked(IReadOnlyList<string> Remarks);

    internal sealed record IssueRequest(string? Kind, string? Number, string? IssuedOn, string? SentTo, DateOnly From, DateOnly To);

    internal sealed record IssuedAnswer(int Items);

    internal sealed record Settlement(string? Result);

    internal sealed record HeldRequest(string? On, string? Conclusion);

    internal sealed record OpenedMechanism(long Id);

    internal sealed record MechanismRow(long Id, string Kind, string Title, string Members, DateOnly Since, DateOnly? LastOn, DateOnly? EndedOn);
}
