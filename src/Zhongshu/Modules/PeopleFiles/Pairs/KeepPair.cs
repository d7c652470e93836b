using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Pairs;

/// 帮带结对、登记三带三共、出师.
internal sealed class KeepPair(Office office)
{
    public Task<Outcome<Mentoring>> PairAsync(long mentor, long mentee, string goal, string? once, CancellationToken cancel) => office.WriteAsync<Mentoring>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Keeps(office, book, mentor) || !PeopleCircle.Keeps(office, book, mentee)) return PeopleRefusals.NotOthers with { Field = "mentee" };
        if (mentor == mentee) return PeopleRefusals.Missing("mentee", "结对的是两位同志，请另选一位。");
        if (goal.Length is 0 or > Limits.Words) return PeopleRefusals.Missing("goal", $"请写明帮带的目标，最多{Limits.Words}字。");
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<Mentoring>().AnyAsync(m => m.KeeperId == keeper && m.MentorId == mentor && m.MenteeId == mentee && m.Until == null, cancel)) return PeopleRefusals.SamePair;
        var pair = new Mentoring { Id = office.Ids.Next(), KeeperId = keeper, MentorId = mentor, MenteeId = mentee, Goal = goal, Since = office.Today };
        office.Db.Add(pair);
        foreach (var person in new[] { mentor, mentee }.Where(p => p != office.Actor.PersonId))
            office.Tell(person, "work", $"{book.Person(mentor)?.Name}与{book.Person(mentee)?.Name}帮带结对，请在“办事 › 学习培训 › 帮带”登记做了什么。");
        await SayAsync(pair, $"帮带结对：{book.Person(mentor)?.Name}带{book.Person(mentee)?.Name}", goal, cancel);
        return pair;
    }, cancel);

    /// What was done together, by one of the two or their keeper.
    public Task<Outcome<Done>> StepAsync(long id, string kind, string words, string? once, CancellationToken cancel) => ActAsync(id, words, once, async pair =>
    {
        if (!office.Rules.Value(PeopleRules.Brings).Concat(office.Rules.Value(PeopleRules.Shares)).Contains(kind, StringComparer.Ordinal)) return PeopleRefusals.Missing("kind", "请选择三带、三共中的一项。");
        office.Db.Add(new MentoringStep { Id = office.Ids.Next(), MentoringId = id, Kind = kind, Text = words, On = office.Today, PersonName = office.Actor.Name });
        await SayAsync(pair, $"登记帮带：{kind}", words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> EndAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, words, once, async pair =>
    {
        (pair.Until, pair.Result) = (office.Today, words);
        await SayAsync(pair, "帮带结束", words, cancel);
        return Done.Yes;
    }, cancel);

    /// One's own pairs, and those of the people one keeps.
    public static async Task<IReadOnlyList<Mentoring>> SeenAsync(Office office, OrganisationBook book, CancellationToken cancel) =>
        await Seen(office, book).AsNoTracking().OrderBy(m => m.Until != null).ThenByDescending(m => m.Since).ThenBy(m => m.Id).Take(300).ToListAsync(cancel);

    private static IQueryable<Mentoring> Seen(Office office, OrganisationBook book)
    {
        var (keeper, me) = (UnitCircle.KeeperOf(book, office.Actor), office.Actor.PersonId);
        var kept = PeopleCircle.Kept(office, book).Select(m => m.Person.Id).ToArray();
        return office.Db.Set<Mentoring>().Where(m => m.KeeperId == keeper && (m.MentorId == me || m.MenteeId == me || kept.Contains(m.MentorId) || kept.Contains(m.MenteeId)));
    }

    private Task<Outcome<Done>> ActAsync(long id, string words, string? once, Func<Mentoring, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await Seen(office, book).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } pair) return Refusal.NotFound("这个结对");
        if (pair.Until is not null) return PeopleRefusals.PairOver;
        return words.Length is 0 or > Limits.Words ? PeopleRefusals.Missing("words", $"请写明做了什么，最多{Limits.Words}字。") : await act(pair);
    }, cancel);

    private Task SayAsync(Mentoring pair, string text, string quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.mentoring", text) { Quote = quote, Changes = new { pair.Id } }, office.Ids, office.Now, cancel);
}
