using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.People;

/// One line of the list of people, as written.
public sealed record PersonForm(string Part, string Name, string Post = "", string Goal = "")
{
    public static IReadOnlyList<PersonForm> Posted(IFormCollection form)
    {
        string At(string field, int i) => i < form[field].Count ? form[field][i]?.Trim() ?? "" : "";
        return [.. Enumerable.Range(0, form["name"].Count).Select(i => new PersonForm(At("part", i), At("name", i), At("post", i), At("goal", i)))];
    }

    /// What is wrong with the list; null when it may stand. Pure.
    internal static Refusal? Refuses(IReadOnlyList<PersonForm> people, IReadOnlyList<PersonPart> parts)
    {
        if (people.Count > Most) return SupervisionRefusals.Missing("name", $"一项任务最多列{Most}人。");
        foreach (var one in people)
        {
            if (parts.FirstOrDefault(p => p.Id == one.Part) is not { } part) return SupervisionRefusals.Missing("part", $"请为{one.Name}选择责任。");
            if (one.Name.Length is 0 or > 60) return SupervisionRefusals.Missing("name", "请填写姓名，最多60字；不要的一行整行留空。");
            if (one.Post.Length > 60) return SupervisionRefusals.TooLong("post", "岗位", 60, one.Post.Length);
            if (one.Goal.Length > 300) return SupervisionRefusals.TooLong("goal", "目标", 300, one.Goal.Length);
            if (part.Answers && one.Post.Length == 0) return SupervisionRefusals.Missing("post", $"{part.Word}{one.Name}：请写明岗位，责任要落实到岗位。");
            if (part.Answers && !FiveClear.IsMeasurable(one.Goal)) return SupervisionRefusals.Missing("goal", $"{part.Word}{one.Name}：请写明个人目标，要有数量、时间或交付物，量化到个人。");
        }

        var twice = parts.FirstOrDefault(p => p.One && people.Count(o => o.Part == p.Id) > 1);
        return twice is null ? null : SupervisionRefusals.Missing("part", $"{twice.Word}只能有一人。");
    }

    private const int Most = 30;
}

/// 责任到人: the unit that leads, or the office for it, names who answers for what. The list is written as a whole.
internal sealed class NamePeople(Office office, TaskDesk desk)
{
    public async Task<Outcome<int>> RunAsync(string code, int number, IReadOnlyList<PersonForm> people, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        if ((ActOnTask.SideOf(office, await office.BookAsync(cancel), of.Item, task.LeadUnitId) & (Side.Office | Side.Unit)) == Side.None) return Refusal.Forbidden("安排这项任务的责任人");
        if (!task.IsOpen) return new Refusal("supervision.people-closed", $"这项任务{TaskWords.Of(task.State)}，不再调整责任人。") { Kind = RefusalKind.Conflict };
        var parts = office.Rules.Value(MarkRules.PersonParts);
        var kept = people.Where(p => (p.Name + p.Post + p.Goal).Length > 0).ToList();
        if (PersonForm.Refuses(kept, parts) is { } no) return no;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Db.RemoveRange(await office.Db.Set<TaskPerson>().Where(p => p.TaskId == task.Id).ToListAsync(cancel));
        foreach (var one in kept) office.Db.Add(new TaskPerson { Id = office.Ids.Next(), MatterId = of.Matter.Id, TaskId = task.Id, Part = one.Part, Name = one.Name, Post = one.Post, Goal = one.Goal });
        var many = of.Tasks.Count > 1 ? $"第{number}项任务：" : "";
        var words = string.Join('；', kept.Select(p => $"{parts.First(x => x.Id == p.Part).Word}{p.Name}{(p.Post.Length > 0 ? $"（{p.Post}）" : "")}"));
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.people", $"{many}{(kept.Count == 0 ? "取消责任人安排" : $"责任到人：{words}")}"), office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return kept.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
