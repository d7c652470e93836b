using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Lessons;

/// A lesson as it is written down: one answer to each question of its kind.
public sealed record LessonInput(string Kind, string Title, IReadOnlyList<string> Answers)
{
    public long Defect { get; init; }

    /// The code of the matter that it sums up; empty for none.
    public string Matter { get; init; } = "";

    public bool IsShared { get; init; }
}

/// 写经验、共享、登记转化应用、申报上升为制度.
internal sealed class KeepLesson(Office office)
{
    public const int LongestTitle = 120;
    public const int LongestText = 4000;

    /// The answers as one text, each under its question; or which question has no answer. Pure.
    public static Outcome<string> Written(LessonInput input, LessonKind? kind)
    {
        if (kind is null) return DefectRefusals.Missing("kind", "请选择条目的种类。");
        if (input.Title.Length is 0 or > LongestTitle) return DefectRefusals.Missing("title", $"请写标题，最多{LongestTitle}字。");
        for (var i = 0; i < kind.Asks.Count; i++)
            if (input.Answers.ElementAtOrDefault(i) is not { Length: > 0 }) return DefectRefusals.Missing($"answer-{i}", $"请写明“{kind.Asks[i]}”。");
        var text = string.Join('\n', kind.Asks.Zip(input.Answers, (ask, answer) => $"{ask}：{answer}"));
        return text.Length <= LongestText ? text : DefectRefusals.Missing("answer-0", $"内容共{text.Length}字，最多{LongestText}字，请精简。");
    }

    public Task<Outcome<Lesson>> AddAsync(LessonInput input, string? once, CancellationToken cancel) => office.WriteAsync<Lesson>(once, async () =>
    {
        if (!office.Actor.May(DefectsModule.Register)) return Refusal.Forbidden("写经验条目");
        var text = Written(input, office.Rules.Value(DefectRules.LessonKinds).FirstOrDefault(k => k.Id == input.Kind));
        if (!text.Succeeded) return text.Refusal;
        var book = await office.BookAsync(cancel);
        if (input.Defect != 0 && !await DefectCircle.Seen(office, book).AnyAsync(d => d.Id == input.Defect, cancel)) return Refusal.NotFound("这件错情");
        var matter = input.Matter.Length == 0 ? null : await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == input.Matter, cancel);
        if (input.Matter.Length > 0 && matter is null) return Refusal.NotFound($"事项 {input.Matter}");
        var ask = matter is null || input.Kind != Summaries.Kind ? null : await office.Db.Set<SummaryAsk>().SingleOrDefaultAsync(a => a.MatterId == matter.Id, cancel);
        if (ask?.LessonId is not null) return DefectRefusals.SummedUp;
        var lesson = new Lesson
        {
            Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), UnitId = UnitCircle.SpeaksFor(book, office.Actor), PersonId = office.Actor.PersonId, PersonName = office.Actor.Name,
            Kind = input.Kind, Title = input.Title, Text = text.Value, DefectId = input.Defect == 0 ? null : input.Defect, IsShared = input.IsShared && (matter is null or { IsRestricted: false, Classification: 0 }), On = office.Today, At = office.Now,
        };
        office.Db.Add(lesson);
        if (ask is not null) ask.LessonId = lesson.Id;
        await SayAsync(lesson, "写经验条目", lesson.IsShared ? lesson.Title : null, cancel);
        return lesson;
    }, cancel);

    public Task<Outcome<Done>> ShareAsync(long id, CancellationToken cancel) => ActAsync(id, mine: true, async lesson =>
    {
        lesson.IsShared = true;
        await SayAsync(lesson, "共享经验条目", lesson.Title, cancel);
        return Done.Yes;
    }, cancel);

    /// 转化应用: what was made of it here.
    public Task<Outcome<Done>> ApplyAsync(long id, string words, CancellationToken cancel) => ActAsync(id, mine: false, async lesson =>
    {
        if (words.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明用在哪里、效果怎样，最多{DefectLife.Longest}字。");
        (lesson.Applied, lesson.AppliedOn) = (words, office.Today);
        await SayAsync(lesson, "登记经验的转化应用情况", words, cancel);
        return Done.Yes;
    }, cancel);

    /// 申报上升为制度
    public Task<Outcome<Done>> RaiseAsync(long id, string why, CancellationToken cancel) => ActAsync(id, mine: true, async lesson =>
    {
        if (why.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明成熟在哪里、为什么应当定为制度，最多{DefectLife.Longest}字。");
        if (lesson.RaisedOn is not null) return DefectRefusals.Missing("words", "这一条已经申报过，请看办理结果。") with { Kind = RefusalKind.Conflict };
        (lesson.RaisedWhy, lesson.RaisedOn, lesson.IsShared) = (why, office.Today, true);
        var book = await office.BookAsync(cancel);
        foreach (var director in book.WithRole("office-director", lesson.KeeperId, office.Today).Select(d => d.Person.Id).Distinct().Where(p => p != office.Actor.PersonId))
            office.Tell(director, "work", $"{office.Actor.Name}申报将“{lesson.Title}”上升为制度，请在“查询 › 经验库”研究决定。");
        await SayAsync(lesson, "申报将经验上升为制度", why, cancel);
        return Done.Yes;
    }, cancel);

    /// 经验—制度: which rule it went into, or why not.
    public Task<Outcome<Done>> DecideAsync(long id, string words, CancellationToken cancel) => ActAsync(id, mine: false, async lesson =>
    {
        if (!office.Actor.May(DefectsModule.Manage)) return Refusal.Forbidden("决定经验上升为制度");
        if (lesson.RaisedOn is null) return DefectRefusals.Missing("words", "这一条还没有申报上升为制度。") with { Kind = RefusalKind.Conflict };
        if (words.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明写进哪项制度第几条，或者暂不采纳的理由，最多{DefectLife.Longest}字。");
        (lesson.RaisedTo, lesson.DecidedOn) = (words, office.Today);
        office.Tell(lesson.PersonId, "result", $"您申报的经验“{lesson.Title}”有了结果：{Notice.Fit(words, 200)}");
        await SayAsync(lesson, "登记经验转化为制度的结果", words, cancel);
        return Done.Yes;
    }, cancel);

    /// One's own, and what is shared in the office.
    public static IQueryable<Lesson> Seen(Office office, OrganisationBook book)
    {
        var (keeper, me) = (UnitCircle.KeeperOf(book, office.Actor), office.Actor.PersonId);
        return office.Db.Set<Lesson>().Where(l => l.PersonId == me || (l.IsShared && l.KeeperId == keeper));
    }

    private Task<Outcome<Done>> ActAsync(long id, bool mine, Func<Lesson, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(DefectsModule.Register)) return Refusal.Forbidden("维护经验条目");
        if (await Seen(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } lesson) return Refusal.NotFound("这条经验");
        return mine && lesson.PersonId != office.Actor.PersonId ? Refusal.Forbidden("修改别人写的经验条目") : await act(lesson);
    }, cancel);

    private Task SayAsync(Lesson lesson, string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("lessons.kept", text) { Quote = quote, Changes = new { lesson.Id } }, office.Ids, office.Now, cancel);
}
