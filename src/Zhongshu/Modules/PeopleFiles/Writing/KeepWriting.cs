using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Writing;

public sealed record WritingInput(long Person, string Step, string Title, string DueOn);

/// 文字练兵四步: one after the other; the next is set when the one before has passed.
internal sealed class KeepWriting(Office office)
{
    public Task<Outcome<WritingTask>> SetAsync(WritingInput input, string? once, CancellationToken cancel) => office.WriteAsync<WritingTask>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Keeps(office, book, input.Person)) return PeopleRefusals.NotOthers with { Field = "person" };
        var steps = office.Rules.Value(PeopleRules.WritingSteps);
        if (steps.ToList().FindIndex(s => s.Id == input.Step) is var at && at < 0) return PeopleRefusals.Missing("step", $"请选择哪一步：{string.Join('、', steps.Select(s => s.Word))}。");
        if (input.Title.Length is 0 or > Limits.Title) return PeopleRefusals.Missing("title", $"请出题目，最多{Limits.Title}字。");
        if (!DateOnly.TryParseExact(input.DueOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) || due < office.Today) return PeopleRefusals.Missing("due", "请填写交稿日期，不早于今天。");
        var before = await office.Db.Set<WritingTask>().Where(t => t.PersonId == input.Person).ToListAsync(cancel);
        if (steps.Take(at).FirstOrDefault(s => !before.Any(t => t.Step == s.Id && t.PassedOn is not null)) is { } missing) return PeopleRefusals.StepBefore(missing.Word);
        if (before.Any(t => t.PassedOn is null)) return PeopleRefusals.StillWriting;
        var task = new WritingTask { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), PersonId = input.Person, Step = input.Step, Title = input.Title, DueOn = due, SetBy = office.Actor.Name };
        office.Db.Add(task);
        Tell(input.Person, $"文字练兵：{steps[at].Word}，题目“{input.Title}”，{due:M月d日}前在“办事 › 学习培训 › 文字练兵”交稿。");
        await SayAsync($"给{book.Person(input.Person)?.Name}出练兵题：{steps[at].Word}", task, input.Title, cancel);
        return task;
    }, cancel);

    /// 交稿, by the person; again after it was sent back.
    public Task<Outcome<Done>> HandInAsync(long id, string text, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var me = office.Actor.PersonId;
        if (await office.Db.Set<WritingTask>().SingleOrDefaultAsync(t => t.Id == id && t.PersonId == me, cancel) is not { } task) return Refusal.NotFound("这道题");
        if (task.PassedOn is not null) return PeopleRefusals.Passed;
        if (text.Length is 0 or > WritingTaskTable.LongestText) return PeopleRefusals.Missing("words", $"请写正文，最多{WritingTaskTable.LongestText}字。");
        (task.Text, task.HandedOn) = (text, office.Today);
        await SayAsync("文字练兵交稿", task, null, cancel);
        return Done.Yes;
    }, cancel);

    /// 点评: passed, or to be written again.
    public Task<Outcome<Done>> CommentAsync(long id, bool passes, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await office.Db.Set<WritingTask>().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } task || !PeopleCircle.Keeps(office, book, task.PersonId)) return Refusal.NotFound("这道题");
        if (task.PersonId == office.Actor.PersonId) return PeopleRefusals.OwnWriting;
        if (task.PassedOn is not null) return PeopleRefusals.Passed;
        if (task.HandedOn is null) return PeopleRefusals.Missing("words", "还没有交稿，不能点评。") with { Kind = RefusalKind.Conflict };
        if (words.Length is 0 or > Limits.Words) return PeopleRefusals.Missing("words", $"请写点评：好在哪里、改哪里，最多{Limits.Words}字。");
        task.Comment = words;
        if (passes) task.PassedOn = office.Today;
        else task.HandedOn = null;
        Tell(task.PersonId, $"文字练兵“{task.Title}”{(passes ? "通过" : "请再写一稿")}：{words}");
        await SayAsync($"点评{book.Person(task.PersonId)?.Name}的文字练兵：{(passes ? "通过" : "再写一稿")}", task, words, cancel);
        return Done.Yes;
    }, cancel);

    private void Tell(long person, string text)
    {
        if (person != office.Actor.PersonId) office.Tell(person, "work", text);
    }

    private Task SayAsync(string text, WritingTask task, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.writing", text) { Quote = quote, Changes = new { task.Id } }, office.Ids, office.Now, cancel);
}
