using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Plan;

/// A task of the plan as it is entered: 理由、内容、审定方式、出台层级.
public sealed record PlanInput
{
    public PlanKind Kind { get; init; }

    public long Regulation { get; init; }

    public string Title { get; init; } = "";

    public string Mark { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Content { get; init; } = "";

    public string Approval { get; init; } = "";

    public string Level { get; init; } = "";

    public long Unit { get; init; }

    public string DueOn { get; init; } = "";

    public static PlanInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        long Id(string name) => long.TryParse(form[name], CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new PlanInput
        {
            Kind = Enum.TryParse<PlanKind>(form["kind"], out var kind) ? kind : default, Regulation = Id("regulation"), Title = Text("title"), Mark = Text("mark"), Reason = Text("reason"), Content = Text("content"),
            Approval = Text("approval"), Level = Text("level"), Unit = Id("unit"), DueOn = Text("due"),
        };
    }
}

/// 制修订计划（立、改、废）: put on the plan, put off, done, dropped. What is done changes the register.
internal sealed class PlanRegulation(Office office)
{
    public Task<Outcome<RegulationTask>> AddAsync(PlanInput input, string? once, CancellationToken cancel) => office.WriteAsync<RegulationTask>(once, () => EnterAsync(input, cancel), cancel);

    /// Within a write that is open already.
    public async Task<Outcome<RegulationTask>> EnterAsync(PlanInput input, CancellationToken cancel)
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("编制制修订计划");
        if (Wrong(input, office.Rules) is { } wrong) return wrong;
        if (Day(input.DueOn) is not { } due || due < office.Today) return RegulationRefusals.Missing("due", "请填写完成时限，不早于今天。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (book.SectionsOf(keeper).All(u => u.Id != input.Unit)) return RegulationRefusals.Missing("unit", "请选择责任科室。");
        var of = input.Kind == PlanKind.Make ? null : await office.RegulationAsync(input.Regulation, cancel);
        if (input.Kind != PlanKind.Make)
        {
            if (of is null) return RegulationRefusals.Missing("regulation", "请选择要修订或废止的制度。");
            if (of.State == RegulationState.Abolished) return RegulationRefusals.Ended;
            if (await office.Db.Set<RegulationTask>().AnyAsync(t => t.RegulationId == of.Id && t.State == PlanState.Open, cancel)) return RegulationRefusals.Planned;
            if (input.Kind == PlanKind.Revise) of.State = RegulationState.Revising;
            office.Change(of, $"列入{PlanWords.Of(input.Kind)}计划：{input.Reason}");
        }

        var task = new RegulationTask
        {
            Id = office.Ids.Next(), KeeperId = keeper, Kind = input.Kind, RegulationId = of?.Id, Title = of?.Title ?? input.Title, Mark = input.Mark, Reason = input.Reason, Content = input.Content,
            Approval = input.Approval, Level = input.Level, UnitId = input.Unit, DueOn = due, PlannedOn = office.Today,
        };
        office.Db.Add(task);
        foreach (var person in UnitCircle.People(book, task.UnitId, office.Today).Where(p => p != office.Actor.PersonId))
            office.Tell(person, "work", $"本科室负责{PlanWords.Of(task.Kind)}《{task.Title}》，请于{due:M月d日}前完成，见“查询 › 制度台账 › 制修订计划”。");
        await office.SayAsync("regulations.planned", $"{PlanWords.Of(task.Kind)}《{task.Title}》列入计划", task.Id, task.Reason, cancel);
        return task;
    }

    /// A made one names the regulation that was made; a changed one is issued anew; an abolished one stands no more.
    public Task<Outcome<Done>> FinishAsync(long id, string words, long made, CancellationToken cancel) => ActAsync(id, words, async task =>
    {
        var one = await office.RegulationAsync(task.Kind == PlanKind.Make ? made : task.RegulationId ?? 0, cancel);
        if (one is null or { State: RegulationState.Abolished }) return task.Kind == PlanKind.Make ? RegulationRefusals.NoMade : Refusal.NotFound("这项制度");
        if (task.Kind == PlanKind.Abolish)
        {
            var details = await office.Db.Set<Regulation>().CountAsync(r => r.DetailsId == one.Id && r.State != RegulationState.Abolished, cancel);
            if (details > 0) return RegulationRefusals.StillDetailed(details);
            (one.State, one.EndedOn) = (RegulationState.Abolished, office.Today);
        }
        else if (task.Kind == PlanKind.Revise)
        {
            (one.State, one.IssuedOn, one.LookedAtOn, one.Verdict) = (RegulationState.Valid, office.Today, null, "");
        }

        (task.State, task.DoneOn, task.Result, task.RegulationId) = (PlanState.Done, office.Today, words, one.Id);
        office.Change(one, $"{task.Kind switch { PlanKind.Make => "按计划制定", PlanKind.Revise => "修订印发", _ => "废止" }}：{words}");
        return Done.Yes;
    }, cancel);

    /// 调整: another day, with the reason.
    public Task<Outcome<Done>> PutOffAsync(long id, string words, string due, CancellationToken cancel) => ActAsync(id, words, task =>
    {
        if (Day(due) is not { } day || day < office.Today) return Task.FromResult<Outcome<Done>>(RegulationRefusals.Missing("due", "请填写新的完成时限，不早于今天。"));
        (task.DueOn, task.Result) = (day, $"时限调整：{words}"[..Math.Min(words.Length + 5, RegulationLimits.Words)]);
        return Task.FromResult<Outcome<Done>>(Done.Yes);
    }, cancel);

    public Task<Outcome<Done>> DropAsync(long id, string words, CancellationToken cancel) => ActAsync(id, words, async task =>
    {
        (task.State, task.DoneOn, task.Result) = (PlanState.Dropped, office.Today, words);
        if (task.Kind == PlanKind.Revise && task.RegulationId is { } of && await office.RegulationAsync(of, cancel) is { State: RegulationState.Revising } one)
        {
            one.State = RegulationState.Valid;
            office.Change(one, $"取消修订：{words}");
        }

        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ActAsync(long id, string words, Func<RegulationTask, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("办理制修订计划");
        if (words.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("words", $"请写明情况和依据，最多{RegulationLimits.Words}字。");
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        if (await office.Db.Set<RegulationTask>().SingleOrDefaultAsync(t => t.Id == id && t.KeeperId == keeper, cancel) is not { } task) return Refusal.NotFound("这项任务");
        if (task.State != PlanState.Open) return RegulationRefusals.PlanOver;
        var done = await act(task);
        if (done.Succeeded) await office.SayAsync("regulations.plan", $"{PlanWords.Of(task.Kind)}《{task.Title}》：{PlanWords.Of(task.State)}", task.Id, words, cancel);
        return done;
    }, cancel);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Refusal? Wrong(PlanInput input, RuleBook rules)
    {
        if (!Enum.IsDefined(input.Kind)) return RegulationRefusals.Missing("kind", "请选择是制定、修订还是废止。");
        if (input.Kind == PlanKind.Make && input.Title.Length is 0 or > RegulationLimits.Title) return RegulationRefusals.Missing("title", $"请填写要制定的制度名称，最多{RegulationLimits.Title}字。");
        if (!rules.Value(RegulationRules.Marks).Contains(input.Mark, StringComparer.Ordinal)) return RegulationRefusals.Missing("mark", "请选择为什么要立、改、废。");
        if (input.Reason.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("reason", $"请写明理由，最多{RegulationLimits.Words}字。");
        if (input.Content.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("content", $"请写明主要内容，最多{RegulationLimits.Words}字。");
        if (!rules.Value(RegulationRules.Approvals).Contains(input.Approval, StringComparer.Ordinal)) return RegulationRefusals.Missing("approval", "请选择审定方式。");
        return rules.Value(RegulationRules.Levels).Contains(input.Level, StringComparer.Ordinal) ? null : RegulationRefusals.Missing("level", "请选择出台层级。");
    }
}

internal static class PlanWords
{
    public static string Of(PlanKind kind) => kind switch { PlanKind.Make => "制定", PlanKind.Revise => "修订", _ => "废止" };

    public static string Of(PlanState state) => state switch { PlanState.Open => "进行中", PlanState.Done => "已完成", _ => "已取消" };

    public static string Of(RegulationState state) => state switch { RegulationState.Valid => "有效", RegulationState.Revising => "修订中", _ => "已废止" };
}
