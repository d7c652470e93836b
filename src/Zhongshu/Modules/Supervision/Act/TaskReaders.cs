using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Act;

/// 配合和抄送单位 of a task, within somebody's act: they read along and are told. The caller saves.
internal sealed class TaskReaders(Office office, Letter.AskAgreement agreements)
{
    /// The supporting units become exactly these; copied units are added to those there are.
    public async Task SetAsync(LoadedItem of, SupervisionTask task, UnitPart part, IReadOnlyList<long> units, CancellationToken cancel)
    {
        var known = await office.Db.Set<TaskUnit>().Where(u => u.TaskId == task.Id).ToListAsync(cancel);
        if (part == UnitPart.Supporting)
        {
            var gone = known.Where(u => u.Part == part && !units.Contains(u.UnitId)).ToList();
            office.Db.RemoveRange(gone);
            await LeaveAsync(task, [.. gone.Select(u => u.UnitId)], cancel);
        }

        foreach (var unit in units)
        {
            var row = known.Find(u => u.UnitId == unit);
            if (row is not null && (row.Part == part || row.Part is UnitPart.Lead or UnitPart.Second || part == UnitPart.Copied)) continue;
            if (row is not null) row.Part = part;
            else office.Db.Add(new TaskUnit { TaskId = task.Id, UnitId = unit, MatterId = of.Matter.Id, Part = part });
            // What has not been sent is told with the letter.
            if (task.State != TaskState.Drafted) await TellAsync(of, unit, part, cancel);
        }
    }

    /// Units that are no longer on the task are not asked about it any more.
    public Task LeaveAsync(SupervisionTask task, IReadOnlyList<long> units, CancellationToken cancel) => agreements.DropAsync(task, units, cancel);

    public async Task TellAsync(LoadedItem of, long unit, UnitPart part, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (Receivers.Of(book, unit, office.Today) is not { } reader) return;
        office.Db.Grant(of.Matter, reader, part == UnitPart.Supporting ? "配合单位" : "抄送", office.Now);
        foreach (var person in Assigning.Persons(book, reader.Value, office.Today))
            office.Tell(of.Matter, person, "work", $"{(part == UnitPart.Supporting ? "请配合督办" : "抄送督办")}：{of.Matter.Title}");
    }
}
