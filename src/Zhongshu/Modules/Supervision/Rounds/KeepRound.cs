using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Rounds;

/// 党建督查日程: drawn by lot when it is due, held, and told what was seen.
internal sealed class KeepRound(Office office)
{
    public Task<Outcome<long>> DrawAsync(string kindId, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("抽取督查点");
        if (office.Rules.Value(RoundRules.Kinds).FirstOrDefault(k => k.Id == kindId) is not { } kind) return SupervisionRefusals.Missing("kind", "请选择督查日程。");
        var book = await office.BookAsync(cancel);
        var places = Places(book, office.Actor.HomeUnitId, office.Today);
        if (places.Count == 0) return new Refusal("supervision.round-none", "没有可抽的下级单位。请先在机构中登记。") { Kind = RefusalKind.Conflict };
        var rounds = await Mine(office).AsNoTracking().Where(r => r.On >= office.Today.AddYears(-1)).ToListAsync(cancel);
        if (RoundRules.NextOn(kind, rounds, office.Rules.Calendar) is { } next && next > office.Today) return new Refusal("supervision.round-early", $"{kind.Word}已经抽过，下次{next:yyyy年M月d日}起再抽，不重复抽点。") { Kind = RefusalKind.Conflict };
        var drawn = RoundRules.Draw(places, RoundRules.Uncovered(places, rounds, office.Today), kind.Draw, RandomNumberGenerator.GetInt32);
        var round = new Round { Id = office.Ids.Next(), UnitId = office.Actor.HomeUnitId, Kind = kind.Id, On = office.Today, Targets = string.Join(' ', drawn.Select(d => d.ToString(CultureInfo.InvariantCulture))), DrawnBy = office.Actor.Name, At = office.Now };
        office.Db.Add(round);
        await SayAsync($"{kind.Word}随机抽点：{string.Join('、', drawn.Select(d => book.Unit(d)?.ShortName))}", null, cancel);
        return round.Id;
    }, cancel);

    public Task<Outcome<Done>> HoldAsync(long id, IReadOnlyList<string> areas, string found, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("登记督查情况");
        if (await Mine(office).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } round) return Refusal.NotFound("这次抽点");
        if (round.DoneOn is { } done) return new Refusal("supervision.round-done", $"这次抽点{done:M月d日}已经登记。") { Kind = RefusalKind.Conflict };
        var known = office.Rules.Value(RoundRules.Areas).Where(a => areas.Contains(a, StringComparer.Ordinal)).ToList();
        if (known.Count == 0) return SupervisionRefusals.Missing("areas", "请勾选看了哪几个领域。");
        if (found.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("found", "请写明各点看到的情况和问题，最多1000字。");
        (round.Areas, round.Found, round.DoneOn) = (string.Join('、', known), found.Trim(), office.Today);
        await SayAsync("登记党建督查情况", round.Found, cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<Round> Mine(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        return office.Db.Set<Round>().Where(r => r.UnitId == unit);
    }

    public static IReadOnlyList<long> Places(OrganisationBook book, long home, DateOnly day) =>
        [.. Receivers.Choices(book, home, day).Where(u => u.Kind == UnitKind.Subordinate).Select(u => u.Id)];

    private Task SayAsync(string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.round", text) { Quote = quote }, office.Ids, office.Now, cancel);
}
