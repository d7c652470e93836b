using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.Supervision.Follow;

/// 求助: a unit asks the supervisor for help on its task; the answer comes back to its desk, and only it says that it is solved.
internal sealed class AskHelp(Office office, TaskDesk desk)
{
    public const string Step = "help-";

    public async Task<Outcome<long>> AskAsync(string code, int number, string kind, string text, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        var side = ActOnTask.SideOf(office, await office.BookAsync(cancel), of.Item, task.LeadUnitId);
        if ((side & Side.Unit) == Side.None) return Refusal.Forbidden("就这项任务求助");
        if (!task.IsOpen || task.State == TaskState.Drafted) return new Refusal("supervision.help-closed", $"这项任务{TaskWords.Of(task.State)}，现在不需要求助。") { Kind = RefusalKind.Conflict };
        var words = text.Trim();
        if (office.Rules.Value(SupervisionRules.HelpKinds).All(k => k.Id != kind)) return SupervisionRefusals.Missing("Kind", "请选择求助事项。");
        if (words.Length == 0) return SupervisionRefusals.Missing("Words", "请写明遇到什么困难、已经做过什么、希望怎样协调。");
        if (words.Length > 1000) return SupervisionRefusals.TooLong("Words", "求助内容", 1000, words.Length);
        var help = new Help { Id = office.Ids.Next(), MatterId = of.Matter.Id, TaskId = task.Id, UnitId = task.LeadUnitId, Kind = kind, Text = words, AskedBy = office.Actor.Name, AskedAt = office.Now, State = HelpState.Asked };
        office.Db.Add(help);
        var kindWord = office.Rules.Value(SupervisionRules.HelpKinds).First(k => k.Id == kind).Word;
        var saved = await SaveAsync(of, task, help, $"求助（{kindWord}）", words, cancel);
        return saved.Succeeded ? help.Id : saved.Refusal;
    }

    public async Task<Outcome<HelpState>> ActAsync(string code, long helpId, HelpVerb verb, string text, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (await office.Db.Set<Help>().SingleOrDefaultAsync(h => h.Id == helpId && h.MatterId == of.Matter.Id, cancel) is not { } help) return Refusal.NotFound("这件求助");
        var task = of.Tasks.First(t => t.Id == help.TaskId);
        var words = text.Trim();
        var move = HelpLife.Decide(help.State, verb, words, ActOnTask.SideOf(office, await office.BookAsync(cancel), of.Item, task.LeadUnitId));
        if (!move.Succeeded) return move.Refusal;
        help.State = move.Value.State;
        if (verb == HelpVerb.Answer) (help.Answer, help.AnsweredBy, help.AnsweredAt) = (words, office.Actor.Name, help.AnsweredAt ?? office.Now);
        else help.Said = words;
        if (verb == HelpVerb.Return) help.Returned++;
        if (help.State is HelpState.Solved or HelpState.Dropped) help.EndedAt = office.Now;
        var saved = await SaveAsync(of, task, help, move.Value.Text, words, cancel);
        return saved.Succeeded ? help.State : saved.Refusal;
    }

    /// The piece of work follows the state: to the supervision section, to the unit, or off the desks.
    private async Task<Outcome<Done>> SaveAsync(LoadedItem of, SupervisionTask task, Help help, string text, string quote, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Lift(help.Id, Step);
        var book = await office.BookAsync(cancel);
        var section = Receivers.OfficeOf(book, of.Matter.UnitId, office.Today);
        if (help.State == HelpState.Asked)
            await office.PlaceAsync(of.Matter, new Work(help.Id, ++help.Moves, Step + "answer", "回应求助", section, OfficeDay.Start(Until().AddDays(1))), cancel);
        else if (help.State == HelpState.Answered)
            await office.PlaceAsync(of.Matter, new Work(help.Id, ++help.Moves, Step + "confirm", "确认求助结果", Receivers.Of(book, task.LeadUnitId, office.Today) ?? section, null), cancel);
        // Asking is a sign of life: the unit is not silent.
        if (help.State == HelpState.Asked)
        {
            task.HeardAt = office.Now;
            TaskDesk.Shine(task, TaskFigures.Of(office.Rules, of.Item.LimitClass), office.Now);
        }

        await desk.RollUpAsync(of, of.Tasks, cancel);
        var many = of.Tasks.Count > 1 ? $"第{task.Number}项任务：" : "";
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.help", many + text) { Quote = quote.Length == 0 ? null : quote }, office.Ids, office.Now);
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

    private DateOnly Until() => new Deadline(office.Now, office.Rules.Value(SupervisionRules.HelpLimit)).DueBy(office.Rules.Calendar).Day;
}

/// 求助 of the house, counted: asked, answered, solved, and the hours that each took on average.
public sealed record HelpCount(int Asked, int Answered, int Solved, double? HoursToAnswer, double? HoursToSolve);

/// One line of the list of requests.
public sealed record HelpRow(long Id, string Code, string Title, int Number, long UnitId, string Kind, string Text, DateTimeOffset AskedAt, HelpState State, DateTimeOffset? EndedAt);

internal static class HelpQuery
{
    private const int Most = 200;

    public static Task<List<HelpRow>> ListAsync(Office office, bool open, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var rows =
            from help in office.Db.Set<Help>().Parts().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().Parts() on help.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>() on help.MatterId equals matter.Id
            join task in office.Db.Set<SupervisionTask>().Parts() on help.TaskId equals task.Id
            where item.UnitId == unit && (!open || help.State == HelpState.Asked || help.State == HelpState.Answered)
            orderby help.State, help.AskedAt
            select new HelpRow(help.Id, matter.Code, matter.Title, task.Number, help.UnitId, help.Kind, help.Text, help.AskedAt, help.State, help.EndedAt);
        return rows.Take(Most).ToListAsync(cancel);
    }

    public static async Task<HelpCount> CountAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (unit, since, until) = (office.Actor.HomeUnitId, OfficeDay.Start(from), OfficeDay.End(to));
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters();
        var rows = await office.Db.Set<Help>().IgnoreQueryFilters().Where(h => h.AskedAt >= since && h.AskedAt < until && items.Any(i => i.MatterId == h.MatterId && i.UnitId == unit))
            .Select(h => new { h.State, h.AskedAt, h.AnsweredAt, h.EndedAt }).ToListAsync(cancel);
        var solved = rows.Where(r => r.State == HelpState.Solved && r.EndedAt is not null).ToList();
        var answered = rows.Where(r => r.AnsweredAt is not null).ToList();
        return new HelpCount(rows.Count, answered.Count, solved.Count,
            answered.Count == 0 ? null : answered.Average(r => (r.AnsweredAt!.Value - r.AskedAt).TotalHours), solved.Count == 0 ? null : solved.Average(r => (r.EndedAt!.Value - r.AskedAt).TotalHours));
    }
}
