using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Letter;

/// 交办前征求意见: the lead and supporting units say whether the task is theirs and can be done, before it is sent. Who answers by telephone is written down by name.
internal sealed class AskAgreement(Office office, TaskDesk desk)
{
    public const string Step = "agree-";

    /// Asks every unit of the tasks that wait to be sent and were not asked yet. Returns how many.
    public async Task<Outcome<int>> AskAsync(string code, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("征求责任单位意见");
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        var waiting = of.Tasks.Where(t => t.State == TaskState.Drafted).ToDictionary(t => t.Id);
        var units = await office.Db.Set<TaskUnit>().Where(u => u.MatterId == of.Matter.Id && (u.Part == UnitPart.Lead || u.Part == UnitPart.Supporting)).ToListAsync(cancel);
        var known = (await OfAsync(of, cancel)).Select(a => (a.TaskId, a.UnitId)).ToHashSet();
        var wanted = units.Where(u => waiting.ContainsKey(u.TaskId) && !known.Contains((u.TaskId, u.UnitId))).ToList();
        if (wanted.Count == 0) return new Refusal("supervision.agreement-asked", "没有还要征求意见的单位：任务都已交办，或都已征求。") { Kind = RefusalKind.Conflict };
        var book = await office.BookAsync(cancel);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        foreach (var unit in wanted)
        {
            office.Db.Add(new Agreement { TaskId = unit.TaskId, UnitId = unit.UnitId, MatterId = of.Matter.Id, AskedAt = office.Now });
            if (Receivers.Of(book, unit.UnitId, office.Today) is { } receiver)
                await office.PlaceAsync(of.Matter, new Work(unit.TaskId, ++waiting[unit.TaskId].Moves, StepOf(unit.UnitId), "交办前征求意见", receiver, OfficeDay.Start(waiting[unit.TaskId].DueOn.AddDays(1))), cancel);
        }

        var names = string.Join('、', wanted.Select(u => book.Unit(u.UnitId)?.ShortName).Distinct());
        var saved = await SaveAsync(of, transaction, new("supervision.agreement", $"交办前征求{names}意见"), cancel);
        return saved.Succeeded ? wanted.Count : saved.Refusal;
    }

    /// What a unit says; person = who said it to the officer, when the officer writes it down.
    public async Task<Outcome<Done>> AnswerAsync(string code, int number, AgreementAnswer answer, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        var book = await office.BookAsync(cancel);
        var asked = (await OfAsync(of, cancel)).Where(a => a.TaskId == task.Id).ToList();
        var recorded = answer.Unit.Length > 0;
        if (recorded && !office.Actor.May("supervision.docket")) return Refusal.Forbidden("代为登记单位意见");
        var mine = recorded ? [Receivers.Find(book, answer.Unit, office.Today)?.Id ?? 0] : office.Actor.May("incoming.handle") ? Receivers.UnitsOf(book, office.Actor) : [];
        if (asked.Find(a => mine.Contains(a.UnitId)) is not { } one) return new Refusal("supervision.agreement-none", "没有就这项任务征求过这个单位的意见。请先征求，再登记。") { Kind = RefusalKind.Conflict, Field = "unit" };
        if (task.State != TaskState.Drafted) return new Refusal("supervision.agreement-sent", "任务已经交办。有不同意见的，请在任务页退回交办或申请延期。") { Kind = RefusalKind.Conflict };
        var (words, person) = (answer.Words.Trim(), recorded ? answer.Person.Trim() : office.Actor.Name);
        if (!answer.Agrees && words.Length == 0) return SupervisionRefusals.Missing("words", "有不同意见的，请写明哪里不妥、建议怎样调整。");
        if (words.Length > 1000) return SupervisionRefusals.TooLong("words", "意见", 1000, words.Length);
        if (person.Length is 0 or > 60) return SupervisionRefusals.Missing("person", "请写明是哪位同志答复的，最多60字。");
        (one.State, one.Words, one.PersonName, one.RecordedBy, one.At) = (answer.Agrees ? CountersignState.Agreed : CountersignState.Differs, words, person, recorded ? office.Actor.Name : "", office.Now);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Lift(task.Id, StepOf(one.UnitId));
        var text = $"{book.Unit(one.UnitId)?.ShortName}{(answer.Agrees ? "同意承办" : "对交办有不同意见")}（第{number}项任务，{person}{(recorded ? "，电话或书面答复" : "")}）";
        return await SaveAsync(of, transaction, new("supervision.agreement", text) { Quote = words.Length == 0 ? null : words }, cancel);
    }

    /// A unit that is taken off a task is not waited for and not argued with any more; the caller saves.
    public async Task DropAsync(SupervisionTask task, IReadOnlyList<long> units, CancellationToken cancel)
    {
        office.Db.RemoveRange(await office.Db.Set<Agreement>().Where(a => a.TaskId == task.Id && units.Contains(a.UnitId)).ToListAsync(cancel));
        foreach (var unit in units) office.Lift(task.Id, StepOf(unit));
    }

    /// Before sending: units that differ must be heard, so going on without them takes a reason. Takes open questions off the desks; the caller saves.
    public async Task<Refusal?> SettleAsync(LoadedItem of, string reason, CancellationToken cancel)
    {
        var waiting = of.Tasks.Where(t => t.State == TaskState.Drafted).Select(t => t.Id).ToHashSet();
        var all = (await office.Db.PartsAsync<Agreement>(of.Matter, cancel)).Where(a => waiting.Contains(a.TaskId)).ToList();
        var book = await office.BookAsync(cancel);
        var differ = all.Where(a => a.State == CountersignState.Differs).Select(a => book.Unit(a.UnitId)?.ShortName).Distinct().ToList();
        if (differ.Count > 0 && reason.Length == 0)
            return new Refusal("supervision.agreement-differs", $"{string.Join('、', differ)}有不同意见。请先会商调整任务、单位或时限；确需照发的，写明理由。") { Field = "despite" };
        foreach (var one in all.Where(a => a.State == CountersignState.Asked)) office.Lift(one.TaskId, StepOf(one.UnitId));
        return null;
    }

    private Task<List<Agreement>> OfAsync(LoadedItem of, CancellationToken cancel) => office.Db.Set<Agreement>().Where(a => a.MatterId == of.Matter.Id).ToListAsync(cancel);

    private async Task<Outcome<Done>> SaveAsync(LoadedItem of, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Platform.Trail.Act act, CancellationToken cancel)
    {
        office.Db.Record(of.Matter, act, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    /// Ended by a mark, so that one unit's number is never the beginning of another's.
    public static string StepOf(long unit) => string.Create(CultureInfo.InvariantCulture, $"{Step}{unit}.");
}

/// A unit's answer before sending. Unit and person are filled in by the officer who writes down what was said.
internal sealed record AgreementAnswer(bool Agrees, string Words)
{
    public string Unit { get; init; } = "";

    public string Person { get; init; } = "";
}
