using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// 双清单: what is to be done, how and by when (任务清单), and who answers for it (责任清单), for the items of an exported board.
internal static class TaskLists
{
    private const int Chunk = 500;

    private sealed record Line(long MatterId, SupervisionTask Task, string Units, string Steps);

    public static async Task WriteAsync(WorkbookWriter book, Office office, IReadOnlyList<(long Id, string Code)> items, CancellationToken cancel)
    {
        var lines = new List<(string Code, Line Line)>();
        foreach (var some in items.Chunk(Chunk))
        {
            var codes = some.ToDictionary(i => i.Id, i => i.Code);
            lines.AddRange((await ReadAsync(office, [.. codes.Keys], cancel)).OrderBy(l => codes[l.MatterId], StringComparer.Ordinal).ThenBy(l => l.Task.Number).Select(l => (codes[l.MatterId], l)));
        }

        var people = await office.BookAsync(cancel);
        string Name(long unit) => people.Unit(unit)?.ShortName ?? "已撤销单位";
        book.StartSheet("任务清单", new Column("事项码", 18), new Column("序号"), new Column("分解自"), new Column("任务内容", 50), new Column("成果和标准", 40), new Column("步骤（路线图）", 60), new Column("完成时限", 12), new Column("进度(%)"), new Column("状态", 12));
        foreach (var (code, line) in lines)
            book.Row(code, line.Task.Number, line.Task.ParentNumber, line.Task.Title, line.Task.Measure, line.Steps, line.Task.DueOn, line.Task.Progress, TaskWords.Of(line.Task.State));
        book.StartSheet("责任清单", new Column("牵头单位", 24), new Column("责任人", 12), new Column("配合单位", 30), new Column("任务内容", 50), new Column("完成时限", 12), new Column("兜底"), new Column("事项码", 18), new Column("序号"));
        foreach (var (code, line) in lines.OrderBy(l => Name(l.Line.Task.LeadUnitId), StringComparer.Ordinal))
            book.Row(Name(line.Task.LeadUnitId), line.Task.PersonName, line.Units, line.Task.Title, line.Task.DueOn, line.Task.IsFallback ? "是" : "", code, line.Task.Number);
    }

    private static async Task<List<Line>> ReadAsync(Office office, long[] ids, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var tasks = await office.Db.Set<SupervisionTask>().AsNoTracking().Where(t => ids.Contains(t.MatterId)).ToListAsync(cancel);
        var units = await office.Db.Set<TaskUnit>().AsNoTracking().Where(u => ids.Contains(u.MatterId) && u.Part == UnitPart.Supporting).ToListAsync(cancel);
        var steps = await office.Db.Set<Milestone>().AsNoTracking().Where(m => ids.Contains(m.MatterId)).OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToListAsync(cancel);
        var (unitsOf, stepsOf) = (units.ToLookup(u => u.TaskId), steps.ToLookup(s => s.TaskId));
        return [.. tasks.Select(t => new Line(t.MatterId, t, string.Join('、', unitsOf[t.Id].Select(u => book.Unit(u.UnitId)?.ShortName ?? "已撤销单位")),
            string.Join('；', stepsOf[t.Id].Select(s => $"{s.DueOn:M月d日}前{s.Title}{(s.DoneAt is null ? "" : "（已完成）")}"))))];
    }
}
