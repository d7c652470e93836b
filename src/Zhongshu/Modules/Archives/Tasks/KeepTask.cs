using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Tasks;

/// A filing task as it is given: to several sections at once, one task for each.
public sealed record ArchiveTaskInput(IReadOnlyList<long> Units, int Year, string Title, string Scope, string DueOn);

/// 归档任务: given to sections with a day, reported done, accepted or sent back; tracked until it is over.
internal sealed class KeepTask(Office office, OwedPieces owed)
{
    public Task<Outcome<IReadOnlyList<ArchiveTask>>> IssueAsync(ArchiveTaskInput input, string? once, CancellationToken cancel) => office.WriteAsync<IReadOnlyList<ArchiveTask>>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("派发归档任务");
        if (ArchiveKeeper.NoTitle(input.Title, "请写明归档什么") is { } untitled) return untitled;
        if (input.Scope.Length > ArchiveKeeper.LongestWords) return ArchiveRefusals.Missing("scope", $"归档范围和要求最多{ArchiveKeeper.LongestWords}字，请精简。");
        if (input.Year < 1949 || input.Year > office.Today.Year) return ArchiveRefusals.Missing("year", $"请填写归档年度，不晚于{office.Today.Year}年。");
        if (ArchiveKeeper.Day(input.DueOn) is not { } due || due < office.Today) return ArchiveRefusals.Missing("due", "请填写完成日期，不早于今天。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var sections = book.SectionsOf(keeper).Where(u => u.Until is null || office.Today <= u.Until).Select(u => u.Id).ToHashSet();
        var units = input.Units.Distinct().ToList();
        if (units.Count == 0 || units.Exists(u => !sections.Contains(u))) return ArchiveRefusals.Missing("units", "请选择归档的科室。");
        var twice = await office.Db.Set<ArchiveTask>().Where(t => t.KeeperId == keeper && t.Title == input.Title && t.Year == input.Year && units.Contains(t.UnitId) && t.State < ArchiveTaskState.Done).Select(t => t.UnitId).ToListAsync(cancel);
        if (twice.Count > 0) return ArchiveRefusals.TaskTwice(string.Join('、', twice.Select(u => book.LabelOf(u))));
        var tasks = units.ConvertAll(unit => new ArchiveTask { Id = office.Ids.Next(), KeeperId = keeper, UnitId = unit, Year = input.Year, Title = input.Title, Scope = input.Scope, DueOn = due, IssuedOn = office.Today, ByName = office.Actor.Name });
        office.Db.AddRange(tasks);
        foreach (var task in tasks)
            foreach (var person in PeopleOf(book, task.UnitId)) office.TellArchive(person, "work", $"归档任务：{task.Title}（{task.Year}年度），请于{due:M月d日}前归齐，见“办文 › 归档任务”。");
        await office.SayArchiveAsync($"派发归档任务“{input.Title}”（{input.Year}年度）：{string.Join('、', units.Select(u => book.LabelOf(u)))}，{due:yyyy年M月d日}前", tasks[0].Id, input.Scope, cancel);
        return tasks;
    }, cancel);

    /// By the section: handed in, or what stands in the way.
    public Task<Outcome<Done>> ReportAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, book) =>
    {
        if (!Answers(book, task)) return Refusal.Forbidden("报告其他科室的归档任务");
        if (task.State != ArchiveTaskState.Open) return ArchiveRefusals.TaskNotOpen;
        if (ArchiveKeeper.NoWords(words, "请写明交了多少件、还缺什么") is { } no) return no;
        (task.State, task.Words, task.ReportedBy, task.ReportedOn) = (ArchiveTaskState.Reported, words, office.Actor.Name, office.Today);
        foreach (var archivist in book.Archivists(task.KeeperId, office.Today)) office.TellArchive(archivist, "work", $"{book.LabelOf(task.UnitId)}报告归档任务“{task.Title}”已完成，请核对。");
        await office.SayArchiveAsync($"{book.LabelOf(task.UnitId)}报告归档任务“{task.Title}”完成", id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// Accepted only when nothing of that section and year is owed any more.
    public Task<Outcome<Done>> AcceptAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, book) =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("核对归档任务");
        if (task.IsOver) return ArchiveRefusals.TaskOver;
        var left = OwedPieces.For(await owed.ReadAsync(cancel), task, book.Unit(task.UnitId)?.Code ?? "").Count();
        if (left > 0) return ArchiveRefusals.StillOwed(left);
        (task.State, task.DoneOn) = (ArchiveTaskState.Done, office.Today);
        foreach (var person in PeopleOf(book, task.UnitId)) office.TellArchive(person, "result", $"归档任务“{task.Title}”已核对归齐。");
        await office.SayArchiveAsync($"归档任务“{task.Title}”完成：{book.LabelOf(task.UnitId)}", id, null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> SendBackAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, book) =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("核对归档任务");
        if (task.State != ArchiveTaskState.Reported) return ArchiveRefusals.TaskNotReported;
        if (ArchiveKeeper.NoWords(words, "请写明缺什么、怎样补齐") is { } no) return no;
        (task.State, task.Words) = (ArchiveTaskState.Open, words);
        foreach (var person in PeopleOf(book, task.UnitId)) office.TellArchive(person, "returned", $"归档任务“{task.Title}”还不齐：{words}");
        await office.SayArchiveAsync($"退回归档任务“{task.Title}”：{book.LabelOf(task.UnitId)}", id, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> WithdrawAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async (task, book) =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("撤回归档任务");
        if (task.IsOver) return ArchiveRefusals.TaskOver;
        if (ArchiveKeeper.NoWords(words, "请写明撤回的理由") is { } no) return no;
        (task.State, task.Words, task.DoneOn) = (ArchiveTaskState.Withdrawn, words, office.Today);
        foreach (var person in PeopleOf(book, task.UnitId)) office.TellArchive(person, "result", $"归档任务“{task.Title}”已撤回：{words}");
        await office.SayArchiveAsync($"撤回归档任务“{task.Title}”：{book.LabelOf(task.UnitId)}", id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// Everybody of the section answers for its tasks; who keeps the archive sees and answers for all.
    public bool Answers(OrganisationBook book, ArchiveTask task) => UnitCircle.SpeaksFor(book, office.Actor) == task.UnitId;

    private IEnumerable<long> PeopleOf(OrganisationBook book, long unit) => book.MembersOf(unit, office.Today).Select(m => m.Person.Id).Distinct();

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<ArchiveTask, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        return await office.Db.Set<ArchiveTask>().SingleOrDefaultAsync(t => t.Id == id && t.KeeperId == keeper, cancel) is { } task ? await act(task, book) : Refusal.NotFound("这项归档任务");
    }, cancel);
}
