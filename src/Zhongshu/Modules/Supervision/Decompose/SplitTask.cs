using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Decompose;

/// 再分解: the office or the lead unit passes parts of a task on; who passed it on sees how far they are, and it is closed only after them.
internal sealed class SplitTask(Office office, TaskDesk desk, TaskReaders readers, DocketItem docket)
{
    public async Task<Outcome<int>> RunAsync(string code, int number, IReadOnlyList<TaskInput> inputs, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        var book = await office.BookAsync(cancel);
        if ((ActOnTask.SideOf(office, book, of.Item, task.LeadUnitId) & (Side.Office | Side.Unit)) == Side.None) return Refusal.Forbidden("分解这项任务");
        var parts = new List<TaskForm>();
        foreach (var (input, i) in inputs.Select((input, i) => (input, i)).Where(t => !t.input.IsEmpty))
        {
            var read = input.Read(book, office.Today, i);
            if (!read.Succeeded) return read.Refusal;
            parts.Add(read.Value);
        }

        var planned = TaskTree.Split(of.Tasks, task, parts, office.Today, office.Rules);
        if (!planned.Succeeded) return planned.Refusal;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var added = await AddAsync(of, task, planned.Value, cancel);
        await desk.RollUpAsync(of, [.. of.Tasks, .. added], cancel);
        var names = string.Join('、', added.Select(t => book.Unit(t.LeadUnitId)?.ShortName).Distinct());
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.split", $"将第{number}项任务再分解为{added.Count}项，由{names}办理") { Changes = new { task.Number, Parts = added.Select(t => new { t.Number, t.Title, t.LeadUnitId, t.DueOn }) } }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return added.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    /// Parts of what was sent lie on their desks at once; the others wait for the letter.
    private async Task<List<SupervisionTask>> AddAsync(LoadedItem of, SupervisionTask task, IReadOnlyList<PlannedTask> planned, CancellationToken cancel)
    {
        var added = new List<SupervisionTask>();
        var next = of.Tasks.Max(t => t.Number);
        foreach (var one in planned)
        {
            var part = docket.AddTask(of.Matter, of.Item, one, ++next);
            added.Add(part);
            if (task.State == TaskState.Drafted) continue;
            await desk.MoveAsync(of, part, TaskStanding.Of(part) with { State = TaskState.Delivered, DeliveredAt = office.Now, HeardAt = office.Now }, cancel);
            foreach (var unit in one.Supporting) await readers.TellAsync(of, unit, UnitPart.Supporting, cancel);
        }

        return added;
    }
}
