using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Movements;
using Zhongshu.Modules.PeopleFiles.Opinions;
using Zhongshu.Modules.PeopleFiles.Pairs;
using Zhongshu.Modules.PeopleFiles.Plans;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Modules.PeopleFiles.Qualities;
using Zhongshu.Modules.PeopleFiles.Tolerances;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles;

/// Whatever the pages of 学习培训 can do, a program can do.
internal static class PeopleApi
{
    public sealed record TrainingForm(string? Kind, string? Subject, string? Title, string? Batch, string? Speaker, string? On, bool IsApart, IReadOnlyList<long>? People, IReadOnlyList<string?>? Sides, string? Text);

    public sealed record TrainingLine(long Id, string Kind, string Title, DateOnly On, string Batch, int People, int Words, double? Mean);

    public sealed record RhythmRow(string Kind, string Word, int Times, int Planned, DateOnly? LastOn, bool IsDue, int Short, IReadOnlyList<string> Open);

    public sealed record NoteForm(string? Score, string? Words);

    public sealed record AnswerForm(string? Ask, string? Text);

    public sealed record PlanForm(string? Kind, string? Title, string? On);

    public sealed record ActForm(string? Verb, string? Words, long Training, long Unit, string? DueOn);

    public sealed record OpinionForm(long Training, long Person, string? Text);

    public sealed record OpinionRow(long Id, long Person, string Text, string Answer, string AnsweredBy, string Measure, DateOnly? DueOn, DateOnly? DoneOn);

    public sealed record PairForm(long Mentor, long Mentee, string? Goal);

    public sealed record TagForm(string? Tag, string? Ground);

    public sealed record MovementForm(long Person, string? Kind, long To, string? Place, string? Task, string? Since, string? DueOn);

    public sealed record MovementRow(long Id, long Person, string Kind, long From, long To, string Place, string Task, DateOnly Since, DateOnly DueOn, DateOnly? Until);

    public sealed record LapseForm(long Person, string? Kind, string? On, string? Words);

    public sealed record MarkForm(IReadOnlyList<string?>? Marks, string? Words);

    public sealed record QualityRow(long Person, int Judges, IReadOnlyList<double> Means, double Total);

    public sealed record DeviationForm(string? Title, string? Deviation, string? Cause, string? Measure, IReadOnlyList<string?>? Holds);

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] keeps = [PeopleFilesModule.Section, PeopleFilesModule.Manage];
        var api = routes.MapGroup("/api/v1/people");
        api.MapGet("/trainings", TrainingsAsync).Requires(PeopleFilesModule.Read);
        api.MapPost("/trainings", AddTrainingAsync).Requires(keeps);
        api.MapPut("/trainings/{id:long}/people/{person:long}", async (long id, long person, NoteForm form, KeepTraining keep, CancellationToken cancel) => Answer(await keep.NoteAsync(id, person, Text(form.Score), Text(form.Words), cancel))).Requires(PeopleFilesModule.Read);
        api.MapPut("/trainings/{id:long}/answers", async (long id, AnswerForm form, FillTraining fill, CancellationToken cancel) => Answer(await fill.FillAsync(id, new Dictionary<string, string>(StringComparer.Ordinal) { [Text(form.Ask)] = Text(form.Text) }, null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapPost("/trainings/{id:long}/questions", async (long id, FillTraining fill, CancellationToken cancel) => Answer(await fill.DrawAsync(id, null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapPut("/trainings/{id:long}/questions", async (long id, AnswerForm form, FillTraining fill, CancellationToken cancel) => Answer(await fill.AnswerAsync(id, Text(form.Ask), Text(form.Text), null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapGet("/rhythm", async (Office office, CancellationToken cancel) => TypedResults.Ok((await Rhythm.ReadAsync(office, office.Today.Year, cancel)).Select(l => new RhythmRow(l.Kind.Id, l.Kind.Word, l.Times, l.Planned, l.Last, l.IsDue, l.Short, l.Open)))).Requires(keeps);
        api.MapPost("/plans", async (PlanForm form, KeepPlan plans, CancellationToken cancel) => Answer(await plans.AddAsync(new PlanInput(Text(form.Kind), Text(form.Title), Text(form.On)), null, cancel))).Requires(keeps);
        api.MapPost("/plans/{id:long}/acts", ActOnPlanAsync).Requires(keeps);
        api.MapGet("/opinions", OpinionsAsync).Requires(PeopleFilesModule.Read);
        api.MapPost("/opinions", async (OpinionForm form, HearYouth hear, CancellationToken cancel) => Answer(await hear.AddAsync(form.Training, form.Person, Text(form.Text), null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapPost("/opinions/{id:long}/acts", ActOnOpinionAsync).Requires(PeopleFilesModule.Read);
        api.MapPost("/pairs", async (PairForm form, KeepPair pairs, CancellationToken cancel) => Answer(await pairs.PairAsync(form.Mentor, form.Mentee, Text(form.Goal), null, cancel))).Requires(keeps);
        api.MapPut("/{person:long}/abilities", async (long person, TagForm form, KeepFile files, CancellationToken cancel) => Answer(await files.TagAsync(person, Text(form.Tag), Text(form.Ground), cancel))).Requires(keeps);
        api.MapGet("/movements", MovementsAsync).Requires(PeopleFilesModule.Read);
        api.MapPost("/movements", async (MovementForm form, KeepMovement keep, CancellationToken cancel) => Answer(await keep.SendAsync(new MovementInput(form.Person, Text(form.Kind), form.To, Text(form.Place), Text(form.Task), Text(form.Since), Text(form.DueOn)), null, cancel))).Requires(PeopleFilesModule.Manage);
        api.MapPost("/movements/{id:long}/end", async (long id, ActForm form, KeepMovement keep, CancellationToken cancel) => Answer(await keep.EndAsync(id, Text(form.Words), null, cancel))).Requires(PeopleFilesModule.Manage);
        api.MapPost("/lapses", async (LapseForm form, KeepMovement keep, CancellationToken cancel) => Answer(await keep.NoteLapseAsync(form.Person, Text(form.Kind), Text(form.On), Text(form.Words), null, cancel))).Requires(keeps);
        api.MapPut("/lapses/{id:long}/reply", async (long id, ActForm form, KeepMovement keep, CancellationToken cancel) => Answer(await keep.ReplyAsync(id, Text(form.Words), null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapGet("/qualities", QualitiesAsync).Requires(PeopleFilesModule.Read);
        api.MapPut("/{person:long}/qualities", async (long person, MarkForm form, MarkQuality mark, CancellationToken cancel) => Answer(await mark.RunAsync(person, [.. (form.Marks ?? []).Select(Text)], Text(form.Words), null, cancel))).Requires(keeps);
        api.MapPost("/tolerances", async (DeviationForm form, DeclareDeviation declare, CancellationToken cancel) => Answer(await declare.DeclareAsync(new DeviationInput(Text(form.Title), Text(form.Deviation), Text(form.Cause), Text(form.Measure), [.. (form.Holds ?? []).OfType<string>()]), null, cancel))).Requires(PeopleFilesModule.Read);
        api.MapPost("/tolerances/{id:long}/acts", ActOnToleranceAsync).Requires(PeopleFilesModule.Manage);
    }

    private static async Task<IResult> TrainingsAsync(int? year, Office office, CancellationToken cancel)
    {
        var view = await TrainingView.ReadAsync(office, year is > 2000 and < 2100 ? year.Value : office.Today.Year, cancel);
        return TypedResults.Ok(view.Rows.Take(TrainingView.Shown).Select(r => new TrainingLine(r.Training.Id, r.Training.Kind, r.Training.Title, r.Training.On, r.Training.Batch, r.People, r.Words, r.Mean)));
    }

    private static async Task<IResult> AddTrainingAsync(TrainingForm form, KeepTraining keep, CancellationToken cancel)
    {
        var input = new TrainingInput { Kind = Text(form.Kind), Subject = Text(form.Subject), Title = Text(form.Title), Batch = Text(form.Batch), Speaker = Text(form.Speaker), On = Text(form.On), IsApart = form.IsApart, People = form.People ?? [], Sides = [.. (form.Sides ?? []).OfType<string>()], Text = Text(form.Text) };
        var done = await keep.AddAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Ok(done.Value.Id) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ActOnPlanAsync(long id, ActForm form, KeepPlan plans, CancellationToken cancel) => Answer(form.Verb switch
    {
        "held" => await plans.HoldAsync(id, form.Training, null, cancel),
        "drop" => await plans.DropAsync(id, Text(form.Words), null, cancel),
        _ => UnknownVerb("held、drop"),
    });

    private static async Task<IResult> OpinionsAsync(Office office, CancellationToken cancel) =>
        TypedResults.Ok(await HearYouth.Seen(office, await office.BookAsync(cancel)).AsNoTracking().OrderByDescending(o => o.Id).Take(200).Select(o => new OpinionRow(o.Id, o.PersonId, o.Text, o.Answer, o.AnsweredBy, o.Measure, o.DueOn, o.DoneOn)).ToListAsync(cancel));

    private static async Task<IResult> ActOnOpinionAsync(long id, ActForm form, HearYouth hear, CancellationToken cancel) => Answer(form.Verb switch
    {
        "answer" => await hear.AnswerAsync(id, Text(form.Words), null, cancel),
        "turn" => await hear.TurnAsync(id, form.Unit, Text(form.Words), Text(form.DueOn), null, cancel),
        "settle" => await hear.SettleAsync(id, Text(form.Words), null, cancel),
        _ => UnknownVerb("answer、turn、settle"),
    });

    private static async Task<IResult> MovementsAsync(Office office, CancellationToken cancel) =>
        TypedResults.Ok(await KeepMovement.Seen(office, await office.BookAsync(cancel)).AsNoTracking().OrderByDescending(m => m.Since).ThenByDescending(m => m.Id).Take(200).Select(m => new MovementRow(m.Id, m.PersonId, m.Kind, m.FromUnitId, m.ToUnitId, m.Place, m.Task, m.Since, m.DueOn, m.Until)).ToListAsync(cancel));

    private static async Task<IResult> QualitiesAsync(Office office, CancellationToken cancel)
    {
        var marks = await MarkQuality.ReadAsync(office, await office.BookAsync(cancel), office.Today.Year, cancel);
        var qualities = office.Rules.Value(QualityRules.Qualities);
        return TypedResults.Ok(marks.Select(m => (m.Key, Total: QualityRules.Of(qualities, m))).Where(m => m.Total is not null).Select(m => new QualityRow(m.Key, m.Total!.Judges, m.Total.Means, m.Total.Total)));
    }

    private static async Task<IResult> ActOnToleranceAsync(long id, ActForm form, DeclareDeviation declare, CancellationToken cancel) => Answer(form.Verb switch
    {
        "accept" => await declare.DecideAsync(id, true, Text(form.Words), null, cancel),
        "decline" => await declare.DecideAsync(id, false, Text(form.Words), null, cancel),
        _ => UnknownVerb("accept、decline"),
    });

    private static string Text(string? text) => text?.Trim() ?? "";

    private static Refusal UnknownVerb(string known) => new("people.verb", $"不认识的动作，应为{known}之一。") { Field = "verb" };

    private static IResult Answer<T>(Outcome<T> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
}
