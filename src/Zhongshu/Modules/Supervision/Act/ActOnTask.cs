using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Act;

/// What an act came to: where the task stands, and what to say beside "done".
internal sealed record TaskActed(string Code, int Number, TaskState State, DateOnly DueOn, string? Remark);

/// Any act on a task: load, decide, bring desks and lights in line, record, save once.
internal sealed class ActOnTask(Office office, TaskDesk desk, FeedbackDesk feedbacks, SignFeedback signing, DocketItem docket, TaskReaders readers)
{
    private static readonly CompiledRows<long, DateTimeOffset, Visit> VisitsSince = new((db, matterId, at) =>
        db.Set<Visit>().IgnoreQueryFilters().AsNoTracking().Where(v => v.MatterId == matterId && v.At >= at).OrderBy(v => v.Id));

    public async Task<Outcome<TaskActed>> RunAsync(string code, int number, TaskActForm form, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        if (of.Archived is { } archived) return archived;
        if (form.Version is { } seen && seen != of.Matter.Version) return Refusal.Stale;
        var book = await office.BookAsync(cancel);
        var command = Command(form, book);
        if (!command.Succeeded) return command.Refusal;
        var before = TaskStanding.Of(task);
        var last = Judges(form.Verb) ? await feedbacks.LastAsync(task.Id, cancel) : null;
        var facts = Facts(of, task, book) with { Unsigned = await signing.UnsignedAsync(last, cancel) };
        if (form.Verb is TaskVerb.Accept or TaskVerb.TurnLongTerm or TaskVerb.Refuse or TaskVerb.ReturnFeedback or TaskVerb.Reopen or TaskVerb.LookBack) facts = facts with { Reached = await feedbacks.ReachedAsync(task.Id, cancel) };
        if (last is not null)
        {
            // What shows that it is done is asked for where that is decided.
            var closes = form.Verb is TaskVerb.Close or TaskVerb.ClosePartly;
            facts = facts with { Last = await feedbacks.FactsAsync(last, closes, cancel), VisitFits = closes ? await VisitFitsAsync(task, last, cancel) : null };
        }

        if (facts.Collector is { } collector) facts = facts with { Collector = collector with { Agrees = await signing.AgreesAsync(last, collector.UnitId, cancel) } };
        var move = TaskLife.Decide(before, command.Value, facts);
        if (!move.Succeeded) return move.Refusal;
        if (form.Verb == TaskVerb.Feed && await feedbacks.AddAsync(of, task, move.Value, form, cancel) is { } no) return no;
        FeedbackDesk.Judge(last, form, office.Actor.Name);
        if (form.Verb == TaskVerb.Feed) await signing.AskAsync(of, task, (command.Value.Countersign, facts.Collector?.UnitId), cancel);
        if (form.Verb is TaskVerb.ApproveFeedback or TaskVerb.ReturnFeedback && last is not null) office.Lift(last.Id, SignFeedback.Step);
        return await CarryOutAsync(of, task, move.Value, command.Value, cancel);
    }

    /// On whose side the actor stands before a task. A unit with nobody on the platform is spoken for by the office.
    public static Side SideOf(Office office, OrganisationBook book, SupervisionItem item, long leadUnit)
    {
        var side = Side.None;
        var checks = office.Actor.May("supervision.check") && (office.Actor.SeesAll || office.Actor.HomeUnitId == item.UnitId);
        if (checks) side |= Side.Office;
        var mine = office.Actor.May("incoming.handle") && Receivers.UnitsOf(book, office.Actor).Contains(leadUnit);
        if (mine) side |= Side.Unit;
        if (mine && (office.Actor.May("incoming.assign") || Receivers.HeadOf(book, leadUnit, office.Today) is null)) side |= Side.Head;
        if (checks && Receivers.Of(book, leadUnit, office.Today) is null) side |= Side.Unit | Side.Head;
        return side;
    }

    private async Task<Outcome<TaskActed>> CarryOutAsync(LoadedItem of, SupervisionTask task, TaskMove move, TaskCommand command, CancellationToken cancel)
    {
        var formerLead = task.LeadUnitId;
        if (command.Verb == TaskVerb.Receive) task.PersonName = command.Person.Length > 0 ? command.Person : office.Actor.Name;
        if (command.Verb == TaskVerb.Reassign) task.PersonName = "";
        var light = await desk.MoveAsync(of, task, move.Next, cancel);
        var tasks = of.Tasks;
        if (command.Verb == TaskVerb.Reassign) await ReassignAsync(of, task, formerLead, cancel);
        if (command.Verb == TaskVerb.Double) await DoubleAsync(of, task, cancel);
        if (command.Verb is TaskVerb.Support or TaskVerb.Copy) await readers.SetAsync(of, task, command.Verb == TaskVerb.Support ? UnitPart.Supporting : UnitPart.Copied, command.Units, cancel);
        if (command.Verb == TaskVerb.ClosePartly) tasks = [.. of.Tasks, await AddRestAsync(of, task, command, cancel)];
        await desk.RollUpAsync(of, tasks, cancel);
        await SayAsync(of, task, move, command, light, cancel);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }

        return new TaskActed(of.Matter.Code, task.Number, task.State, task.DueOn, move.Remark);
    }

    /// An act on the feedback that lies before it.
    private static bool Judges(TaskVerb verb) =>
        verb is TaskVerb.ApproveFeedback or TaskVerb.ReturnFeedback or TaskVerb.Accept or TaskVerb.Refuse or TaskVerb.Close or TaskVerb.ClosePartly or TaskVerb.TurnLongTerm;

    private TaskFacts Facts(LoadedItem of, SupervisionTask task, OrganisationBook book) => new()
    {
        Side = SideOf(office, book, of.Item, task.LeadUnitId),
        Now = office.Now,
        Today = office.Today,
        Figures = TaskFigures.Of(office.Rules, of.Item.LimitClass),
        OpenParts = of.Tasks.Count(t => t.ParentNumber == task.Number && t.IsOpen),
        PartDays = [.. of.Tasks.Where(t => t.ParentNumber == task.Number && t.IsOpen).Select(t => t.DueOn)],
        Above = of.Tasks.FirstOrDefault(t => t.Number == task.ParentNumber && t is { IsOpen: true, IsLongTerm: false }) is { } above ? (above.Number, above.DueOn) : null,
        ClosedAbove = of.Tasks.FirstOrDefault(t => t.Number == task.ParentNumber && t.State == TaskState.Closed)?.Number,
        UnheardParts = Collects(of) ? of.Tasks.Count(t => t.ParentNumber == task.Number && t.State < TaskState.Checking) : 0,
        Collector = Collects(of) ? CollectorOf(of, task, book) : null,
        Line = Decompose.TaskTree.LineOf(of.Tasks, task),
        NeedsOnsite = office.Rules.Value(SupervisionRules.Sources)[(int)of.Item.Source - 1].Onsite,
        NeedsVoice = SupervisionRules.WantsVoice(office.Rules, of.Item.Source),
    };

    private bool Collects(LoadedItem of) => office.Rules.Value(Procedure.ProcedureRules.CollectLimits).Contains(of.Item.LimitClass, StringComparer.Ordinal);

    /// 主管部门: who passed this part on collects and checks before it is reported up; one with nobody on the platform cannot.
    private Collector? CollectorOf(LoadedItem of, SupervisionTask task, OrganisationBook book) =>
        of.Tasks.FirstOrDefault(t => t.Number == task.ParentNumber) is { } above && above.LeadUnitId != task.LeadUnitId && Receivers.Of(book, above.LeadUnitId, office.Today) is not null
            ? new Collector(above.LeadUnitId, book.Unit(above.LeadUnitId)?.ShortName ?? "") : null;

    private async Task<bool?> VisitFitsAsync(SupervisionTask task, TaskFeedback last, CancellationToken cancel) =>
        (await VisitsSince.AskAsync(office.Db, task.MatterId, last.At, cancel)).LastOrDefault(v => v.TaskId is null || v.TaskId == task.Id)?.Fits;

    private Outcome<TaskCommand> Command(TaskActForm form, OrganisationBook book)
    {
        var units = Docket.TaskInput.Units(book, office.Today, form.Verb is TaskVerb.Support or TaskVerb.Copy ? form.Unit ?? "" : "", "Unit");
        if (!units.Succeeded) return units.Refusal;
        if (form.Person?.Trim().Length > 60) return SupervisionRefusals.TooLong("Person", "责任人", 60, form.Person.Trim().Length);
        var takesUnit = form.Verb is TaskVerb.Reassign or TaskVerb.Double && !string.IsNullOrWhiteSpace(form.Unit);
        var unit = takesUnit ? Receivers.Find(book, form.Unit, office.Today) : null;
        if (takesUnit && unit is null) return SupervisionRefusals.UnknownUnit("Unit", form.Unit!);
        var known = office.Rules.Value(SupervisionRules.Evidence).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var evidence = form.Evidence.Where(e => e.File is not null || e.Text.Trim().Length > 0).ToList();
        if (evidence.Exists(e => !known.Contains(e.Kind))) return new Refusal("supervision.evidence-kind", "请为每件佐证选择种类。") { Field = "Evidence" };
        return new TaskCommand(form.Verb)
        {
            Reason = (form.Reason ?? "").Trim(),
            On = form.On,
            UnitId = unit?.Id ?? 0,
            Units = units.Value,
            Person = (form.Person ?? "").Trim(),
            Progress = form.Verb == TaskVerb.Feed && form.IsFinal ? 100 : form.Progress,
            IsFinal = form.IsFinal,
            Countersign = form.Verb == TaskVerb.Feed && form.Countersign,
            Passed = form.Passed,
            Ways = form.Ways,
            Evidence = [.. evidence.Select(e => e.Kind)],
        };
    }

    private async Task ReassignAsync(LoadedItem of, SupervisionTask task, long formerLead, CancellationToken cancel)
    {
        var units = await office.Db.Set<TaskUnit>().Where(u => u.TaskId == task.Id).ToListAsync(cancel);
        office.Db.RemoveRange(units.Where(u => u.UnitId == formerLead));
        await readers.LeaveAsync(task, [formerLead], cancel);
        var book = await office.BookAsync(cancel);
        if (task.State != TaskState.Drafted) TellUnit(of, book, formerLead, "result", $"督办任务改由{book.Unit(task.LeadUnitId)?.ShortName}牵头，本单位不再承办");
        if (units.Find(u => u.UnitId == task.LeadUnitId) is { } known) known.Part = UnitPart.Lead;
        else office.Db.Add(new TaskUnit { TaskId = task.Id, UnitId = task.LeadUnitId, MatterId = of.Matter.Id, Part = UnitPart.Lead });
    }

    /// 双重督办: the department reads along and is told.
    private async Task DoubleAsync(LoadedItem of, SupervisionTask task, CancellationToken cancel)
    {
        var second = task.SecondUnitId!.Value;
        if (await office.Db.Set<TaskUnit>().SingleOrDefaultAsync(u => u.TaskId == task.Id && u.UnitId == second, cancel) is { } known) known.Part = UnitPart.Second;
        else office.Db.Add(new TaskUnit { TaskId = task.Id, UnitId = second, MatterId = of.Matter.Id, Part = UnitPart.Second });
        var book = await office.BookAsync(cancel);
        foreach (var (unit, words) in new[] { (second, "请按职责会同督办"), (task.LeadUnitId, "已启动双重督办，请抓紧办理") })
        {
            if (Receivers.Of(book, unit, office.Today) is not { } reader) continue;
            office.Db.Grant(of.Matter, reader, "双重督办", office.Now);
            foreach (var person in Assigning.Persons(book, reader.Value, office.Today)) office.Tell(of.Matter, person, "chase", $"{words}：{of.Matter.Title}");
        }
    }

    /// 部分销号: what is left goes on as a task of its own with the same unit.
    private async Task<SupervisionTask> AddRestAsync(LoadedItem of, SupervisionTask task, TaskCommand command, CancellationToken cancel)
    {
        var due = TaskDates.Set(command.On, office.Today, office.Rules.Calendar).Value.Day;
        var supporting = await office.Db.Set<TaskUnit>().Where(u => u.TaskId == task.Id && u.Part == UnitPart.Supporting).Select(u => u.UnitId).ToListAsync(cancel);
        var title = command.Reason.Length <= 500 ? command.Reason : command.Reason[..500];
        var rest = docket.AddTask(of.Matter, of.Item, new PlannedTask(title, task.Measure, task.LeadUnitId, supporting, [], due) { Parent = task.ParentNumber }, of.Tasks.Max(t => t.Number) + 1);
        var running = TaskStanding.Of(rest) with { State = TaskState.Running, DeliveredAt = office.Now };
        await desk.MoveAsync(of, rest, running, cancel);
        return rest;
    }

    private async Task SayAsync(LoadedItem of, SupervisionTask task, TaskMove move, TaskCommand command, (Light Before, Light After) light, CancellationToken cancel)
    {
        var many = of.Tasks.Count > 1 ? $"第{task.Number}项任务：" : "";
        var unit = (await office.BookAsync(cancel)).Unit(task.LeadUnitId)?.ShortName;
        if (command.Verb == TaskVerb.Double) unit = (await office.BookAsync(cancel)).Unit(command.UnitId)?.ShortName;
        if (command.Verb is TaskVerb.Support or TaskVerb.Copy) unit = command.Units.Count == 0 ? "不再配合" : string.Join('、', command.Units.Select((await office.BookAsync(cancel)).Unit).Select(u => u?.ShortName));
        if (command.Verb == TaskVerb.Receive) unit = $"责任人{task.PersonName}";
        var named = command.Verb is TaskVerb.Send or TaskVerb.Receive or TaskVerb.Reassign or TaskVerb.Double or TaskVerb.Support or TaskVerb.Copy;
        var text = named ? $"{many}{move.Text}（{unit}）" : many + move.Text;
        var quote = command.Verb == TaskVerb.Feed && of.Item.Reporting == Reporting.Single ? "" : command.Reason;
        office.Db.Record(of.Matter, new Platform.Trail.Act($"supervision.{command.Verb}", text)
        {
            Quote = quote.Length == 0 ? null : quote,
            Changes = light.Before == light.After ? null : new { Light = new[] { DeadlineState.Name(light.Before), DeadlineState.Name(light.After) } },
        }, office.Ids, office.Now);
        await TellAsync(of, task, command, text, cancel);
    }

    /// What the unit would not find on its desk by itself: a new day, a task that stands still or is taken away, what became of a report or a request.
    private static bool Tells(TaskVerb verb) => verb is TaskVerb.Chase or TaskVerb.GrantExtension or TaskVerb.DenyExtension or TaskVerb.Close or TaskVerb.ClosePartly or TaskVerb.Accept
        or TaskVerb.ChangeDue or TaskVerb.Suspend or TaskVerb.Withdraw;

    private void TellUnit(LoadedItem of, OrganisationBook book, long unit, string kind, string text)
    {
        if (Receivers.Of(book, unit, office.Today) is not { } reader) return;
        foreach (var person in Assigning.Persons(book, reader.Value, office.Today).Where(p => p != office.Actor.PersonId)) office.Tell(of.Matter, person, kind, $"{text}：{of.Matter.Title}");
    }

    /// 结果先行: the leader hears of the closing, with the result; the unit hears what became of its feedback and its request.
    private async Task TellAsync(LoadedItem of, SupervisionTask task, TaskCommand command, string text, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (Tells(command.Verb) && task.DeliveredAt is not null && task.State != TaskState.Drafted)
        {
            var units = new List<long> { task.LeadUnitId };
            // Who helps or presses stops with it.
            if (command.Verb == TaskVerb.Withdraw) units.AddRange((await office.Db.PartsAsync<TaskUnit>(of.Matter, cancel)).Where(u => u.TaskId == task.Id && u.Part is UnitPart.Supporting or UnitPart.Second).Select(u => u.UnitId));
            foreach (var unit in units.Distinct()) TellUnit(of, book, unit, command.Verb == TaskVerb.Chase ? "chase" : "result", $"督办{text}");
        }

        if (command.Verb == TaskVerb.Chase) task.ChaseLevel++;
        if (of.Matter.State != MatterState.Closed) return;
        of.Item.Result = await feedbacks.ResultAsync(of, cancel);
        var leaders = (await office.Db.PartsAsync<Basis>(of.Matter, cancel)).Select(b => b.LeaderId).OfType<long>().Distinct();
        foreach (var leader in leaders) office.Tell(of.Matter, leader, "result", $"您交办的事项已办结：{of.Matter.Title}。{of.Item.Result}");
    }
}
