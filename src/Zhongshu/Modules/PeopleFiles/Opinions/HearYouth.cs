using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Opinions;

/// 青年座谈: an opinion is taken down, answered by a leader, and turned into a change of the work.
internal sealed class HearYouth(Office office)
{
    /// A leader, or who keeps the whole office's files.
    public static bool Answers(Office office) => office.Actor.May(PeopleFilesModule.Instruct) || office.Actor.May(PeopleFilesModule.Manage);

    /// One's own, or as the keeper of the talk that of anybody who took part.
    public Task<Outcome<YouthOpinion>> AddAsync(long training, long person, string text, string? once, CancellationToken cancel) => office.WriteAsync<YouthOpinion>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await KeepTraining.Seen(office, book).SingleOrDefaultAsync(t => t.Id == training && t.Kind == PeopleRules.Youth, cancel) is not { } talk) return PeopleRefusals.Missing("training", "请选择一次登记好的座谈。");
        var keeps = PeopleCircle.Whole(office, book) || (office.Actor.May(PeopleFilesModule.Section) && talk.UnitId == UnitCircle.SpeaksFor(book, office.Actor));
        if (person != office.Actor.PersonId && !keeps) return PeopleRefusals.NotHeld;
        if (!await office.Db.Set<Attendance>().AnyAsync(a => a.TrainingId == training && a.PersonId == person, cancel)) return PeopleRefusals.Missing("person", "请选择参加这次座谈的同志。");
        if (text.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("text", $"请写明意见建议，最多{Limits.Words}字。");
        var one = new YouthOpinion { Id = office.Ids.Next(), KeeperId = talk.KeeperId, TrainingId = training, PersonId = person, Text = text.Trim() };
        office.Db.Add(one);
        await SayAsync(one, $"登记座谈意见：{book.Person(person)?.Name}", one.Text, cancel);
        return one;
    }, cancel);

    public Task<Outcome<Done>> AnswerAsync(long id, string answer, string? once, CancellationToken cancel) => ActAsync(id, once, async one =>
    {
        if (!Answers(office)) return Refusal.Forbidden("答复座谈意见");
        if (one.PersonId == office.Actor.PersonId) return new Refusal("people.own-opinion", "这条意见是您本人提的，请由领导答复。") { Kind = RefusalKind.Forbidden };
        if (one.AnsweredOn is not null) return new Refusal("people.answered", "这条意见已经答复。") { Kind = RefusalKind.Conflict };
        if (answer.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("answer", $"请写明怎样答复，最多{Limits.Words}字。");
        (one.Answer, one.AnsweredBy, one.AnsweredOn) = (answer.Trim(), office.Actor.Name, office.Today);
        Tell(one.PersonId, $"您在座谈会上提的意见，{office.Actor.Name}已答复：{one.Answer}");
        await SayAsync(one, "答复座谈意见", one.Answer, cancel);
        return Done.Yes;
    }, cancel);

    /// 转流程优化: only what was answered; the section is told.
    public Task<Outcome<Done>> TurnAsync(long id, long unit, string measure, string due, string? once, CancellationToken cancel) => ActAsync(id, once, async one =>
    {
        if (!Answers(office)) return Refusal.Forbidden("转流程优化");
        if (one.AnsweredOn is null) return new Refusal("people.unanswered", "请先答复本人，再转流程优化。") { Kind = RefusalKind.Conflict };
        if (one.UnitId != 0) return new Refusal("people.turned", "这条意见已经转办。") { Kind = RefusalKind.Conflict };
        var book = await office.BookAsync(cancel);
        if (book.SectionsOf(one.KeeperId).All(u => u.Id != unit || u.Until < office.Today)) return PeopleRefusals.Missing("unit", "请选择由哪个科室改进。");
        if (measure.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("measure", $"请写明改哪个流程、怎样改，最多{Limits.Words}字。");
        if (!DateOnly.TryParseExact(due, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on < office.Today || on > office.Today.AddYears(1)) return PeopleRefusals.Missing("due", "请填写一年以内的完成日期，不早于今天。");
        (one.UnitId, one.Measure, one.DueOn) = (unit, measure.Trim(), on);
        foreach (var (person, _) in book.MembersOf(unit, office.Today).Where(m => OrganisationBook.RolesOf(m.Post).Contains("section-head", StringComparer.Ordinal))) Tell(person.Id, $"请在{on:M月d日}前改进：{one.Measure}");
        await SayAsync(one, $"座谈意见转流程优化：{book.LabelOf(unit)}", one.Measure, cancel);
        return Done.Yes;
    }, cancel);

    /// By the section that mends it.
    public Task<Outcome<Done>> SettleAsync(long id, string result, string? once, CancellationToken cancel) => ActAsync(id, once, async one =>
    {
        if (one.UnitId == 0 || !(PeopleCircle.Whole(office, await office.BookAsync(cancel)) || (office.Actor.May(PeopleFilesModule.Section) && one.UnitId == office.Actor.UnitId))) return Refusal.Forbidden("登记改进结果");
        if (one.DoneOn is not null) return new Refusal("people.settled", "改进结果已经登记。") { Kind = RefusalKind.Conflict };
        if (result.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("result", $"请写明流程怎样改了，最多{Limits.Words}字。");
        (one.Result, one.DoneOn) = (result.Trim(), office.Today);
        Tell(one.PersonId, $"您在座谈会上提的意见已经改进：{one.Result}");
        await SayAsync(one, "座谈意见已改进", one.Result, cancel);
        return Done.Yes;
    }, cancel);

    /// Leaders and the office see all; a head those of its own people's talks and what its section is to mend; everybody the own.
    public static IQueryable<YouthOpinion> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, me) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.PersonId);
        var (whole, heads) = (Answers(office) && office.Actor.HomeUnitId == keeper, office.Actor.May(PeopleFilesModule.Section));
        var talks = office.Db.Set<Training>();
        return office.Db.Set<YouthOpinion>().Where(o => o.KeeperId == keeper && (whole || o.PersonId == me || (heads && (o.UnitId == own || talks.Any(t => t.Id == o.TrainingId && t.UnitId == own)))));
    }

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<YouthOpinion, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
        await Seen(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(o => o.Id == id, cancel) is { } one ? await act(one) : Refusal.NotFound("这条意见"), cancel);

    private void Tell(long person, string text)
    {
        if (person != office.Actor.PersonId) office.Tell(person, "result", text);
    }

    private Task SayAsync(YouthOpinion one, string text, string quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.opinion", text) { Quote = quote, Changes = new { one.Id } }, office.Ids, office.Now, cancel);
}
