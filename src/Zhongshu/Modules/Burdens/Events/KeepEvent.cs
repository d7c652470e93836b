using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Events;

/// 节庆论坛展会 with its signings: registered by the unit that holds it, its effect reported by it, answered for to the keeper.
internal sealed class KeepEvent(Office office)
{
    public Task<Outcome<BurdenEvent>> AddAsync(EventInput input, string? once, CancellationToken cancel) => office.WriteAsync<BurdenEvent>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage) && !office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("登记节庆论坛展会活动");
        var decided = EventRules.Decide(input, office.Rules.Value(BurdenRules.EventKinds), office.Today);
        if (!decided.Succeeded) return decided.Refusal;
        var book = await office.BookAsync(cancel);
        var one = new BurdenEvent { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), IssuerId = UnitCircle.SpeaksFor(book, office.Actor), Kind = input.Kind, Title = input.Title, HeldOn = decided.Value.On, Cost = decided.Value.Cost, At = office.Now, PersonName = office.Actor.Name };
        office.Db.Add(one);
        await SayAsync("burdens.event", $"{book.Unit(one.IssuerId)?.ShortName}登记活动《{one.Title}》，花费{EventRules.Wan(one.Cost)}万元", one, null, cancel);
        return one;
    }, cancel);

    public Task<Outcome<EventSigning>> SignAsync(long id, SigningInput input, CancellationToken cancel) => ActAsync<EventSigning>(id, mine: true, async one =>
    {
        var before = await (from signing in office.Db.Set<EventSigning>() join held in office.Db.Set<BurdenEvent>() on signing.EventId equals held.Id where held.KeeperId == one.KeeperId
            orderby signing.Id descending select new SignedBefore(signing.Project, signing.Partner, held.Title, held.HeldOn)).Take(5000).ToListAsync(cancel);
        var amount = EventRules.Sign(input, before, (double)office.Rules.Value(BurdenRules.Likeness));
        if (!amount.Succeeded) return amount.Refusal;
        var signed = new EventSigning { Id = office.Ids.Next(), EventId = id, Project = input.Project, Partner = input.Partner, Amount = amount.Value, Reason = input.Reason };
        office.Db.Add(signed);
        await SayAsync("burdens.signed", $"《{one.Title}》签约“{signed.Project}”{EventRules.Wan(signed.Amount)}万元", one, input.Reason, cancel);
        return signed;
    }, cancel);

    /// 落地额, as it stands now.
    public Task<Outcome<Done>> LandAsync(long id, long signing, string amount, CancellationToken cancel) => ActAsync<Done>(id, mine: true, async one =>
    {
        if (await office.Db.Set<EventSigning>().SingleOrDefaultAsync(s => s.Id == signing && s.EventId == id, cancel) is not { } signed) return Refusal.NotFound("这项签约");
        if (EventRules.Yuan(amount) is not { } landed) return EventRules.Missing($"landed-{signing}", $"落地额“{amount}”不是数字，请填万元数。");
        (signed.Landed, signed.LandedOn) = (landed, office.Today);
        await SayAsync("burdens.landed", $"《{one.Title}》“{signed.Project}”落地{EventRules.Wan(landed)}万元（签约{EventRules.Wan(signed.Amount)}万元）", one, null, cancel);
        return Done.Yes;
    }, cancel);

    /// 报成效, by the unit; or 问责处理, by the keeper.
    public Task<Outcome<Done>> TellAsync(long id, string words, bool answers, CancellationToken cancel) => ActAsync<Done>(id, mine: !answers, async one =>
    {
        var said = words.Trim();
        if (answers && !office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("登记问责处理");
        if (said.Length == 0 || said.Length > (answers ? 1000 : 2000)) return EventRules.Missing("words", answers ? "请写明怎样问责、怎样处理，最多1000字。" : "请写明办成了什么、谁得了益，最多2000字。");
        if (answers) one.Answered = said;
        else (one.Effect, one.EffectOn) = (said, office.Today);
        await SayAsync(answers ? "burdens.answered-for" : "burdens.effect", $"{(answers ? "登记问责处理" : "报成效")}：《{one.Title}》", one, said, cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<BurdenEvent> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var whole = office.Actor.May(BurdensModule.Manage) || office.Actor.May(BurdensModule.Read);
        return office.Db.Set<BurdenEvent>().Where(e => e.KeeperId == keeper && (whole || e.IssuerId == own));
    }

    private Task<Outcome<T>> ActAsync<T>(long id, bool mine, Func<BurdenEvent, Task<Outcome<T>>> act, CancellationToken cancel) => office.WriteAsync<T>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await Seen(office, book).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } one) return Refusal.NotFound("这项活动");
        return mine && one.IssuerId != UnitCircle.SpeaksFor(book, office.Actor) && !office.Actor.May(BurdensModule.Manage) ? Refusal.Forbidden("填报这项活动") : await act(one);
    }, cancel);

    private Task SayAsync(string verb, string text, BurdenEvent one, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text) { Quote = string.IsNullOrEmpty(quote) ? null : quote, Changes = new { one.Id } }, office.Ids, office.Now, cancel);
}
