using System.Globalization;
using Zhongshu.Modules.Supervision.Decompose;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Modules.Supervision.Kindred;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Talks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision;

/// Following up, for programs: parts, plans, help, agreement, talks, visits, inspections and kindred items.
internal static class SupervisionFollowApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/supervision");
        string[] workers = ["supervision.check", "incoming.handle"];
        api.MapPost("/{code}/tasks/{number:int}/parts", SplitAsync).Requires(workers);
        api.MapPut("/{code}/tasks/{number:int}/plan", PlanAsync).Requires(workers);
        api.MapPost("/{code}/tasks/{number:int}/plan/steps/{step:long}", StepAsync).Requires(workers);
        api.MapPost("/{code}/tasks/{number:int}/plan/indicators/{indicator:long}", ReadingAsync).Requires(workers);
        api.MapPost("/{code}/tasks/{number:int}/help", AskHelpAsync).Requires(workers);
        api.MapPost("/{code}/help/{id:long}/acts", ActHelpAsync).Requires(workers);
        api.MapPost("/{code}/agreement", AskAgreementAsync).Requires("supervision.docket");
        api.MapPost("/{code}/tasks/{number:int}/agreement", AgreeAsync).Requires("supervision.docket", "incoming.handle");
        api.MapPut("/{code}/material", SortAsync).Requires("supervision.docket");
        api.MapPost("/{code}/talks", TalkAsync).Requires("supervision.check");
        api.MapGet("/{code}/following", FollowingAsync).Requires("matters.read-own", "matters.read-office");
        api.MapPost("/{code}/visits", VisitAsync).Requires("supervision.check");
        api.MapPost("/{code}/findings/{id:long}", FindingAsync).Requires("supervision.check");
        api.MapPost("/{code}/kindred", KindredAsync).Requires("supervision.docket");
        var plans = routes.MapGroup("/api/v1/supervision-inspections");
        plans.MapGet("/", InspectionsAsync).Requires("supervision.check", "supervision.approve", "statistics.read");
        plans.MapPost("/", ProposeAsync).Requires("supervision.docket");
        plans.MapPost("/{id:long}/acts", ActInspectionAsync).Requires("supervision.docket", "supervision.approve");
    }

    private static async Task<IResult> SplitAsync(string code, int number, IReadOnlyList<TaskInput> parts, SplitTask splits, CancellationToken cancel) => Answer(await splits.RunAsync(code, number, parts, cancel), n => new Counted(n));

    private static async Task<IResult> PlanAsync(string code, int number, PlanRequest plan, PlanTask plans, CancellationToken cancel) =>
        Done(await plans.SaveAsync(code, number, [.. (plan.Steps ?? []).Select(s => new MilestoneForm(s.Title ?? "", s.Due))], [.. (plan.Indicators ?? []).Select(i => new IndicatorForm(i.Name ?? "", i.Measure ?? "", i.Target?.ToString(CultureInfo.InvariantCulture) ?? ""))], cancel));

    private static async Task<IResult> StepAsync(string code, int number, long step, PlanTask plans, CancellationToken cancel) => Done(await plans.FinishAsync(code, number, step, cancel));

    private static async Task<IResult> ReadingAsync(string code, int number, long indicator, ReadingRequest reading, PlanTask plans, CancellationToken cancel) =>
        Done(await plans.ReportAsync(code, number, indicator, reading.Value?.ToString(CultureInfo.InvariantCulture) ?? "", cancel));

    private static async Task<IResult> AskHelpAsync(string code, int number, HelpRequest help, AskHelp helps, CancellationToken cancel) => Answer(await helps.AskAsync(code, number, help.Kind ?? "", help.Text ?? "", cancel), id => new Made(id));

    private static async Task<IResult> ActHelpAsync(string code, long id, HelpAct act, AskHelp helps, CancellationToken cancel) =>
        !Enum.TryParse<HelpVerb>(act.Verb, true, out var verb) || !Enum.IsDefined(verb) ? Unknown<HelpVerb>(act.Verb)
            : Answer(await helps.ActAsync(code, id, verb, act.Words ?? "", cancel), state => new Standing(state.ToString()));

    private static async Task<IResult> AskAgreementAsync(string code, AskAgreement agreements, CancellationToken cancel) => Answer(await agreements.AskAsync(code, cancel), n => new Counted(n));

    private static async Task<IResult> AgreeAsync(string code, int number, AgreementRequest said, AskAgreement agreements, CancellationToken cancel) =>
        Done(await agreements.AnswerAsync(code, number, new AgreementAnswer(said.Agrees, said.Words ?? "") { Unit = said.Unit ?? "", Person = said.Person ?? "" }, cancel));

    private static async Task<IResult> SortAsync(string code, MaterialRequest material, SortMaterial sorting, CancellationToken cancel) =>
        Done(await sorting.RunAsync(code, new Digest((material.Purpose ?? "").Trim(), (material.Gist ?? "").Trim(), (material.Course ?? "").Trim(), (material.Scheme ?? "").Trim()), cancel));

    private static async Task<IResult> TalkAsync(string code, TalkInput talk, RecordTalk talks, CancellationToken cancel) => Answer(await talks.RunAsync(code, talk, cancel), id => new Made(id));

    private static async Task<IResult> FollowingAsync(string code, Office office, CancellationToken cancel)
    {
        if (await ItemView.ReadAsync(office, code, cancel) is not { } view) return Refusal.NotFound($"督办事项 {code}").ToProblem();
        return TypedResults.Ok(new FollowingAnswer(
            [.. view.Tasks.Select(t => new FollowedTask(t.Task.Number, t.Task.ParentNumber, t.Task.PersonName, t.Plan.Milestones, t.Plan.Indicators, t.Helps, [.. t.Agreements.Select(a => new AgreementRow(a.Unit, a.Agreement.State.ToString(), a.Agreement.Words, a.Agreement.PersonName, a.Agreement.RecordedBy))]))],
            view.Talks, [.. view.Visits.Select(v => new VisitRow(v.Visit, v.Team, v.Findings, [.. v.Photos.Select(p => p.Id)]))], [.. view.Kindred.Select(k => k.Code)]));
    }

    private static async Task<IResult> VisitAsync(string code, VisitRequest visit, RecordVisit visits, CancellationToken cancel) => Answer(await visits.RunAsync(code, new VisitInput
    {
        Way = visit.Way ?? "",
        On = visit.On?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        Place = visit.Place?.Trim() ?? "",
        Seen = visit.Seen?.Trim() ?? "",
        Fits = visit.Fits switch { true => "yes", false => "no", _ => "" },
        Task = visit.Task ?? 0,
        Inspection = visit.Inspection,
        Disciplined = visit.Disciplined,
        Points = visit.Points ?? [],
        Team = [.. (visit.Team ?? []).Select(t => (t.Kind ?? "", t.Names ?? ""))],
        Findings = [.. (visit.Findings ?? []).Select(f => (f.Text?.Trim() ?? "", f.Unit?.Trim() ?? ""))],
        Files = visit.Files ?? [],
    }, cancel), id => new Made(id));

    /// With a task it becomes one; without, it is settled.
    private static async Task<IResult> FindingAsync(string code, long id, FindingRequest request, RecordVisit visits, CancellationToken cancel) => request.Task is { } task
        ? Answer(await visits.TaskAsync(code, id, request.Cause ?? "", task, cancel), n => new Counted(n))
        : Done(await visits.SettleAsync(code, id, new FindingSettled(request.Cause ?? "", request.Unit ?? "", request.How ?? ""), cancel));

    private static async Task<IResult> KindredAsync(string code, KindredRequest request, LinkKindred kindred, CancellationToken cancel) => Answer(await kindred.LinkAsync(code, request.Codes ?? [], cancel), n => new Counted(n));

    private static async Task<IResult> InspectionsAsync(int? year, Office office, CancellationToken cancel)
    {
        var of = year ?? office.Today.Year;
        var rows = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(PlanInspection.Mine(office).Where(i => i.Year == of).OrderBy(i => i.FromOn).ThenBy(i => i.Number), cancel);
        return TypedResults.Ok(rows.Select(Row));
    }

    private static async Task<IResult> ProposeAsync(InspectionInput input, PlanInspection plans, CancellationToken cancel)
    {
        var done = await plans.ProposeAsync(input, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/supervision-inspections/{done.Value.Id}", Row(done.Value)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ActInspectionAsync(long id, InspectionAct act, PlanInspection plans, CancellationToken cancel)
    {
        var words = act.Words ?? "";
        var done = act.Verb?.ToLowerInvariant() switch
        {
            "approve" => await plans.DecideAsync(id, true, words, cancel),
            "refuse" => await plans.DecideAsync(id, false, words, cancel),
            "drop" => await plans.DropAsync(id, words, cancel),
            "report" => await plans.ReportAsync(id, words, cancel),
            _ => new Refusal("supervision.verb", $"不认识的操作“{act.Verb}”。可用：approve、refuse、drop、report。") { Field = "verb" },
        };
        return Answer(done, Row);
    }

    private static InspectionRow Row(Inspection i) => new(i.Id, i.Year, i.Number, i.Title, i.Kind, i.FromOn, i.ToOn, InspectionRules.TargetsOf(i.Targets), i.OutsidePlan, i.Over, i.State.ToString(), i.Report);

    private static IResult Answer<T, TRow>(Outcome<T> outcome, Func<T, TRow> row) => outcome.Succeeded ? TypedResults.Ok(row(outcome.Value)) : outcome.Refusal.ToProblem();

    private static IResult Done(Outcome<Done> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();

    private static IResult Unknown<T>(string? verb) where T : struct, Enum => new Refusal("supervision.verb", $"不认识的操作“{verb}”。可用：{string.Join('、', Enum.GetNames<T>())}。") { Field = "verb" }.ToProblem();

    internal sealed record Counted(int Count);

    internal sealed record Made(long Id);

    internal sealed record Standing(string State);

    internal sealed record StepRow(string? Title, DateOnly? Due);

    internal sealed record IndicatorRow(string? Name, string? Measure, double? Target);

    internal sealed record PlanRequest(IReadOnlyList<StepRow>? Steps, IReadOnlyList<IndicatorRow>? Indicators);

    internal sealed record ReadingRequest(double? Value);

    internal sealed record HelpRequest(string? Kind, string? Text);

    internal sealed record HelpAct(string? Verb, string? Words);

    internal sealed record AgreementRequest(bool Agrees, string? Words, string? Unit, string? Person);

    internal sealed record MaterialRequest(string? Purpose, string? Gist, string? Course, string? Scheme);

    internal sealed record TeamRow(string? Kind, string? Names);

    internal sealed record FoundRow(string? Text, string? Unit);

    internal sealed record VisitRequest(string? Way, DateOnly? On, string? Place, string? Seen, bool? Fits, int? Task)
    {
        public long? Inspection { get; init; }

        public bool Disciplined { get; init; }

        public IReadOnlyList<string>? Points { get; init; }

        public IReadOnlyList<TeamRow>? Team { get; init; }

        public IReadOnlyList<FoundRow>? Findings { get; init; }

        public IReadOnlyList<long>? Files { get; init; }
    }

    internal sealed record FindingRequest(string? Cause, string? Unit, string? How, TaskInput? Task);

    internal sealed record KindredRequest(IReadOnlyList<string>? Codes);

    internal sealed record InspectionAct(string? Verb, string? Words);

    internal sealed record AgreementRow(string Unit, string State, string Words, string Person, string RecordedBy);

    internal sealed record FollowedTask(int Number, int? Parent, string Person, IReadOnlyList<Milestone> Steps, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Help> Help, IReadOnlyList<AgreementRow> Agreements);

    internal sealed record VisitRow(Visit Visit, IReadOnlyList<VisitMember> Team, IReadOnlyList<Finding> Findings, IReadOnlyList<long> Photos);

    internal sealed record FollowingAnswer(IReadOnlyList<FollowedTask> Tasks, IReadOnlyList<Talk> Talks, IReadOnlyList<VisitRow> Visits, IReadOnlyList<string> Kindred);

    internal sealed record InspectionRow(long Id, int Year, int Number, string Title, string Kind, DateOnly From, DateOnly To, IReadOnlyList<long> Targets, bool OutsidePlan, string Over, string State, string Report);
}
