using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Movements;

public sealed record MovementInput(long Person, string Kind, long To, string Place, string Task, string Since, string DueOn);

/// 调入调出、挂职, by the office; 迟到早退, by whoever keeps the person's file.
internal sealed class KeepMovement(Office office)
{
    public Task<Outcome<Movement>> SendAsync(MovementInput input, string? once, CancellationToken cancel) => office.WriteAsync<Movement>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Whole(office, book)) return Refusal.Forbidden("跨科室调配人员");
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (office.Rules.Value(MovementRules.Kinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return PeopleRefusals.Missing("kind", "请选择调配的种类。");
        if (PeopleCircle.Kept(office, book).FirstOrDefault(k => k.Person.Id == input.Person) is not { Person: { } person, Post: { } post }) return PeopleRefusals.Missing("person", "请选择本单位的同志。");
        if (kind.IsInside && (book.SectionsOf(keeper).All(u => u.Id != input.To || u.Until < office.Today) || input.To == post.UnitId)) return PeopleRefusals.Missing("to", "请选择调入的科室，不是本人现在的科室。");
        if (!kind.IsInside && input.Place.Length is 0 or > Limits.Title) return PeopleRefusals.Missing("place", $"请写明去哪个单位，最多{Limits.Title}字。");
        if (input.Task.Length is 0 or > Limits.Short) return PeopleRefusals.Missing("task", $"请写明专项任务或锻炼内容，最多{Limits.Short}字。");
        if (Day(input.Since) is not { } since || since < office.Today.AddYears(-1) || since > office.Today.AddYears(1)) return PeopleRefusals.Missing("since", "请填写开始日期，在前后一年以内。");
        if (Day(input.DueOn) is not { } due || due < since || due > since.AddYears(5)) return PeopleRefusals.Missing("dueOn", "请填写预计结束日期，不早于开始日期，最长五年。");
        if (await office.Db.Set<Movement>().AnyAsync(m => m.KeeperId == keeper && m.PersonId == person.Id && m.Until == null, cancel)) return new Refusal("people.away", $"{person.Name}正在调配中，结束后再安排。") { Kind = RefusalKind.Conflict, Field = "person" };
        var one = new Movement { Id = office.Ids.Next(), KeeperId = keeper, PersonId = person.Id, Kind = kind.Id, FromUnitId = post.UnitId, ToUnitId = kind.IsInside ? input.To : 0, Place = kind.IsInside ? "" : input.Place, Task = input.Task, Since = since, DueOn = due, ByName = office.Actor.Name };
        office.Db.Add(one);
        var where = kind.IsInside ? book.LabelOf(input.To) : input.Place;
        office.Tell(person.Id, "work", $"请您{since:M月d日}起到{where}（{kind.Word}）：{one.Task}");
        await SayAsync("people.movement", $"{kind.Word}：{person.Name}由{book.LabelOf(post.UnitId)}到{where}", one.Task, one.Id, cancel);
        return one;
    }, cancel);

    public Task<Outcome<Done>> EndAsync(long id, string result, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Whole(office, book)) return Refusal.Forbidden("结束人员调配");
        if (await Seen(office, book).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } one) return Refusal.NotFound("这项调配");
        if (one.Until is not null) return new Refusal("people.back", "这位同志已经返岗。") { Kind = RefusalKind.Conflict };
        if (result.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("result", $"请写明任务完成或锻炼的情况，最多{Limits.Words}字。");
        (one.Until, one.Result) = (office.Today < one.Since ? one.Since : office.Today, result.Trim());
        await SayAsync("people.movement", $"返岗：{book.Person(one.PersonId)?.Name}", one.Result, id, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> NoteLapseAsync(long person, string kind, string on, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (PeopleCircle.Kept(office, book).FirstOrDefault(k => k.Person.Id == person) is not { Person: { } of, Post: { } post }) return PeopleRefusals.NotOthers with { Field = "person" };
        if (person == office.Actor.PersonId) return PeopleRefusals.Missing("person", "自己的情况请由上一级负责同志登记。");
        if (!office.Rules.Value(MovementRules.Lapses).Contains(kind, StringComparer.Ordinal)) return PeopleRefusals.Missing("kind", "请选择是哪一种情况。");
        if (Day(on) is not { } day || day > office.Today || day < office.Today.AddYears(-1)) return PeopleRefusals.Missing("on", "请填写日期，在一年以内，不晚于今天。");
        if (words.Trim().Length is 0 or > Limits.Short) return PeopleRefusals.Missing("words", $"请写明情况，最多{Limits.Short}字。");
        if (await office.Db.Set<Lapse>().AnyAsync(l => l.PersonId == person && l.Kind == kind && l.On == day, cancel)) return new Refusal("people.lapse-twice", "这位同志当天的这种情况已经登记。") { Kind = RefusalKind.Conflict };
        var one = new Lapse { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), UnitId = post.UnitId, PersonId = person, Kind = kind, On = day, Words = words.Trim(), ByName = office.Actor.Name };
        office.Db.Add(one);
        office.Tell(person, "result", $"{day:M月d日}{kind}已登记。有正当理由的，请在“办事 › 学习培训 › 调配和纪律”说明。");
        await SayAsync("people.lapse", $"登记工作纪律：{of.Name}{day:M月d日}{kind}", null, one.Id, cancel);
        return Done.Yes;
    }, cancel);

    /// What the person says to it, in the own words.
    public Task<Outcome<Done>> ReplyAsync(long id, string reply, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var me = office.Actor.PersonId;
        if (await office.Db.Set<Lapse>().SingleOrDefaultAsync(l => l.Id == id && l.PersonId == me, cancel) is not { } one) return Refusal.NotFound("这条登记");
        if (reply.Trim().Length is 0 or > Limits.Short) return PeopleRefusals.Missing("reply", $"请写明情况，最多{Limits.Short}字。");
        one.Reply = reply.Trim();
        await SayAsync("people.lapse", "本人说明工作纪律登记", null, id, cancel);
        return Done.Yes;
    }, cancel);

    /// The whole office's to who manages; a head those who left or came to the sections it keeps; everybody the own.
    public static IQueryable<Movement> Seen(Office office, OrganisationBook book)
    {
        var (keeper, units, me, whole) = (UnitCircle.KeeperOf(book, office.Actor), PeopleCircle.Units(office, book).ToArray(), office.Actor.PersonId, PeopleCircle.Whole(office, book));
        return office.Db.Set<Movement>().Where(m => m.KeeperId == keeper && (whole || m.PersonId == me || units.Contains(m.FromUnitId) || units.Contains(m.ToUnitId)));
    }

    public static IQueryable<Lapse> SeenLapses(Office office, OrganisationBook book)
    {
        var (keeper, units, me, whole) = (UnitCircle.KeeperOf(book, office.Actor), PeopleCircle.Units(office, book).ToArray(), office.Actor.PersonId, PeopleCircle.Whole(office, book));
        return office.Db.Set<Lapse>().Where(l => l.KeeperId == keeper && (whole || l.PersonId == me || units.Contains(l.UnitId)));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private Task SayAsync(string verb, string text, string? quote, long id, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text) { Quote = quote, Changes = new { id } }, office.Ids, office.Now, cancel);
}
