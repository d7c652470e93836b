using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Challenges;

public sealed record PostInput(string Title, string Need, string Measure, long Field, DateOnly? BidsUntil, DateOnly? DueOn)
{
    // A program may leave them out.
    public string Title { get; init; } = Title ?? "";

    public string Need { get; init; } = Need ?? "";

    public string Measure { get; init; } = Measure ?? "";
}

public sealed record BidInput(string Plan, string Milestones, string Measure, string Leader)
{
    // A program may leave them out.
    public string Plan { get; init; } = Plan ?? "";

    public string Milestones { get; init; } = Milestones ?? "";

    public string Measure { get; init; } = Measure ?? "";

    public string Leader { get; init; } = Leader ?? "";
}

/// 张榜、揭榜、评审、选定、签军令状、推进会、评估.
internal sealed class RunChallenge(Office office, OpenItem supervision)
{
    public Task<Outcome<Challenge>> PostAsync(PostInput input, string? once, CancellationToken cancel) => office.WriteAsync<Challenge>(once, async () =>
    {
        if (!office.Actor.May(ChallengesModule.Manage)) return Refusal.Forbidden("发布榜单");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (new[] { (input.Title, 200), (input.Need, 2000), (input.Measure, 1000) }.Any(f => f.Item1.Trim().Length == 0 || f.Item1.Trim().Length > f.Item2)) return ChallengeRefusals.NoTitle;
        if (UnitCircle.Rows(book, keeper, office.Today).FirstOrDefault(u => u.Id == input.Field) is not { Kind: UnitKind.Subordinate or UnitKind.Section } field) return ChallengeRefusals.NoField;
        if (input.BidsUntil is not { } until || until < office.Today || input.DueOn is not { } due || due < until) return ChallengeRefusals.NoDays;
        var challenge = new Challenge { Id = office.Ids.Next(), KeeperId = keeper, Title = input.Title.Trim(), Need = input.Need.Trim(), Measure = input.Measure.Trim(), FieldUnitId = field.Id, BidsUntil = until, DueOn = due, At = office.Now, PersonName = office.Actor.Name };
        office.Db.Add(challenge);
        Tell(UnitCircle.Rows(book, keeper, office.Today).Where(u => u.Kind == UnitKind.Subordinate).SelectMany(u => UnitCircle.People(book, u.Id, office.Today)).Distinct(), "work", $"张榜：{challenge.Title}，{until:M月d日}前揭榜。在“办事 › 揭榜挂帅”。");
        return await SaidAsync(challenge, "张榜", null, cancel);
    }, cancel);

    public Task<Outcome<Challenge>> BidAsync(long id, BidInput input, CancellationToken cancel) => office.WriteAsync<Challenge>(null, async () =>
    {
        if (!office.Actor.May(ChallengesModule.Bid)) return Refusal.Forbidden("揭榜");
        if (await FindAsync(id, cancel) is not { } challenge) return Refusal.NotFound("这张榜单");
        var unit = UnitCircle.SpeaksFor(await office.BookAsync(cancel), office.Actor);
        if (challenge.State != ChallengeState.Posted || office.Today > challenge.BidsUntil) return ChallengeRefusals.Closed;
        if (unit == challenge.FieldUnitId) return ChallengeRefusals.OwnField;
        if (new[] { (input.Plan, 2000), (input.Measure, 1000), (input.Leader, 60) }.Any(f => f.Item1.Trim().Length == 0 || f.Item1.Trim().Length > f.Item2)) return ChallengeRefusals.NoOffer;
        if (input.Milestones.Length > 2000) return ChallengeRefusals.NoMilestones;
        if (ChallengeRules.Milestones(input.Milestones, challenge.DueOn) is { } no) return no;
        var bid = await office.Db.Set<ChallengeBid>().SingleOrDefaultAsync(b => b.ChallengeId == id && b.UnitId == unit, cancel);
        if (bid is null) office.Db.Add(bid = new ChallengeBid { ChallengeId = id, UnitId = unit, Plan = "", Milestones = "", Measure = "", Leader = "" });
        (bid.Plan, bid.Milestones, bid.Measure, bid.Leader, bid.At) = (input.Plan.Trim(), input.Milestones.Trim(), input.Measure.Trim(), input.Leader.Trim(), office.Now);
        return await SaidAsync(challenge, $"{await NameAsync(unit, cancel)}揭榜", bid.Measure, cancel);
    }, cancel);

    public Task<Outcome<Challenge>> MarkAsync(long id, long unit, IReadOnlyList<int> marks, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.State != ChallengeState.Posted) return ChallengeRefusals.NotNow;
        if (office.Today <= challenge.BidsUntil) return ChallengeRefusals.StillOpen;
        if (await office.Db.Set<ChallengeBid>().SingleOrDefaultAsync(b => b.ChallengeId == id && b.UnitId == unit, cancel) is not { } bid) return ChallengeRefusals.NoBid;
        var mark = ChallengeRules.MarkOf(marks, office.Rules.Value(ChallengeRules.Criteria));
        if (!mark.Succeeded) return mark.Refusal;
        (bid.Marks, bid.Mark) = (string.Join(',', marks), mark.Value);
        return await SaidAsync(challenge, $"评审{await NameAsync(unit, cancel)}的揭榜方案，{mark.Value}分", null, cancel);
    }, cancel);

    /// Until it is signed for, another may be chosen with a reason: who was chosen and does not sign holds nothing up.
    public Task<Outcome<Challenge>> ChooseAsync(long id, long unit, string? reason, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.State is not (ChallengeState.Posted or ChallengeState.Chosen) || challenge.ChosenUnitId == unit) return ChallengeRefusals.NotNow;
        if (challenge.State == ChallengeState.Posted && office.Today <= challenge.BidsUntil) return ChallengeRefusals.StillOpen;
        if (challenge.State == ChallengeState.Chosen && string.IsNullOrWhiteSpace(reason)) return ChallengeRefusals.ChosenAgain;
        var bids = await office.Db.Set<ChallengeBid>().Where(b => b.ChallengeId == id).ToListAsync(cancel);
        var why = (reason ?? "").Trim();
        if (ChallengeRules.MayChoose(unit, [.. bids.Select(b => (b.UnitId, b.Mark))], why) is { } no) return no;
        var bid = bids.Single(b => b.UnitId == unit);
        var again = challenge.State == ChallengeState.Chosen;
        (challenge.State, challenge.ChosenUnitId) = (ChallengeState.Chosen, unit);
        challenge.ChoiceReason = why.Length > 1000 ? why[..1000] : why.Length > 0 ? why : $"评审得分{bid.Mark}分，最高";
        var book = await office.BookAsync(cancel);
        foreach (var other in bids) Tell(UnitCircle.People(book, other.UnitId, office.Today), "result", other.UnitId == unit ? $"“{challenge.Title}”选定由本单位揭榜，请签订军令状。" : $"“{challenge.Title}”由{book.Unit(unit)?.ShortName}揭榜。{challenge.ChoiceReason}");
        return await SaidAsync(challenge, $"{(again ? "改选" : "选定")}{book.Unit(unit)?.ShortName}揭榜", challenge.ChoiceReason, cancel);
    }, cancel);

    /// 流榜
    public Task<Outcome<Challenge>> LapseAsync(long id, string? reason, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.State is not (ChallengeState.Posted or ChallengeState.Chosen)) return ChallengeRefusals.NotNow;
        if (challenge.State == ChallengeState.Posted && office.Today <= challenge.BidsUntil) return ChallengeRefusals.StillOpen;
        if (string.IsNullOrWhiteSpace(reason)) return await office.Db.Set<ChallengeBid>().AnyAsync(b => b.ChallengeId == id, cancel) ? ChallengeRefusals.HasBids : ChallengeRefusals.NoWords;
        if (reason.Trim().Length > 2000) return ChallengeRefusals.NoWords;
        (challenge.State, challenge.Result, challenge.EndedOn) = (ChallengeState.Lapsed, reason.Trim(), office.Today);
        return await SaidAsync(challenge, "流榜", challenge.Result, cancel);
    }, cancel);

    public Task<Outcome<Challenge>> SignAsync(long id, CancellationToken cancel) => office.WriteAsync<Challenge>(null, async () =>
    {
        if (!office.Actor.May(ChallengesModule.Bid) || await FindAsync(id, cancel) is not { } challenge) return Refusal.NotFound("这张榜单");
        var unit = UnitCircle.SpeaksFor(await office.BookAsync(cancel), office.Actor);
        if (challenge.ChosenUnitId != unit) return ChallengeRefusals.NotYours;
        if (challenge.State != ChallengeState.Chosen) return ChallengeRefusals.NotNow;
        var bid = await office.Db.Set<ChallengeBid>().SingleAsync(b => b.ChallengeId == id && b.UnitId == unit, cancel);
        challenge.Charge = $"本单位承担“{challenge.Title}”，由{bid.Leader}领衔，{challenge.DueOn:yyyy年M月d日}前完成：{bid.Measure}。按所报方案和节点推进，按月报告，接受督办和评估。";
        (challenge.State, challenge.SignedBy, challenge.SignedOn) = (ChallengeState.Signed, office.Actor.Name, office.Today);
        challenge.MeetingDue = office.Today.AddMonths(office.Rules.Value(ChallengeRules.MeetingEvery));
        return await SaidAsync(challenge, $"{await NameAsync(unit, cancel)}签订军令状", challenge.Charge, cancel);
    }, cancel);

    /// 转督办: from then on it is chased and checked like any other item, with the field's unit beside.
    public Task<Outcome<Challenge>> DocketAsync(long id, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.MatterCode.Length > 0) return ChallengeRefusals.Docketed;
        if (challenge.State != ChallengeState.Signed) return ChallengeRefusals.NotNow;
        var book = await office.BookAsync(cancel);
        var item = await supervision.AddAsync(new ItemWanted(challenge.Title, $"揭榜挂帅军令状（{challenge.SignedOn:yyyy年M月d日}）", book.Unit(challenge.ChosenUnitId!.Value)!.Name, challenge.FieldUnitId == challenge.ChosenUnitId ? "" : book.Unit(challenge.FieldUnitId)!.Name, challenge.Measure, challenge.DueOn), cancel);
        if (!item.Succeeded) return item.Refusal;
        challenge.MatterCode = item.Value;
        return await SaidAsync(challenge, $"转为督办事项{item.Value}", null, cancel);
    }, cancel);

    /// 推进会; a laggard comes under both: the supervision office and the unit in charge of the field.
    public Task<Outcome<Challenge>> MeetAsync(long id, string? words, bool lagging, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.State != ChallengeState.Signed) return ChallengeRefusals.NotNow;
        if (string.IsNullOrWhiteSpace(words) || words.Length > 2000) return ChallengeRefusals.NoWords;
        office.Db.Add(new ChallengeMeeting { Id = office.Ids.Next(), ChallengeId = id, HeldOn = office.Today, Words = words.Trim(), IsLagging = lagging, PersonName = office.Actor.Name });
        challenge.MeetingDue = office.Today.AddMonths(office.Rules.Value(ChallengeRules.MeetingEvery));
        if (lagging && !challenge.IsLagging)
        {
            var book = await office.BookAsync(cancel);
            Tell(UnitCircle.People(book, challenge.FieldUnitId, office.Today).Concat(book.WithRole("supervision-officer", challenge.KeeperId, office.Today).Select(o => o.Person.Id)).Concat(UnitCircle.People(book, challenge.ChosenUnitId!.Value, office.Today)).Distinct(),
                "chase", $"“{challenge.Title}”进展滞后，启动双督办：督查部门和{book.Unit(challenge.FieldUnitId)?.ShortName}共同督办。");
        }

        challenge.IsLagging = lagging;
        return await SaidAsync(challenge, lagging ? "推进会：滞后，双督办" : "推进会：正常", words.Trim(), cancel);
    }, cancel);

    public Task<Outcome<Challenge>> EvaluateAsync(long id, int mark, string? words, CancellationToken cancel) => ManageAsync(id, async challenge =>
    {
        if (challenge.State != ChallengeState.Signed) return ChallengeRefusals.NotNow;
        if (mark is < 0 or > 100 || string.IsNullOrWhiteSpace(words) || words.Length > 2000) return ChallengeRefusals.NoWords;
        (challenge.Mark, challenge.Result, challenge.EndedOn, challenge.MeetingDue, challenge.IsLagging) = (mark, words.Trim(), office.Today, null, false);
        challenge.State = mark >= office.Rules.Value(ChallengeRules.PassMark) ? ChallengeState.Won : ChallengeState.Failed;
        Tell(UnitCircle.People(await office.BookAsync(cancel), challenge.ChosenUnitId!.Value, office.Today), "result", $"“{challenge.Title}”评估{mark}分，{ChallengeWords.Of(challenge.State)}。");
        return await SaidAsync(challenge, $"评估{mark}分，{ChallengeWords.Of(challenge.State)}", challenge.Result, cancel);
    }, cancel);

    private Task<Outcome<Challenge>> ManageAsync(long id, Func<Challenge, Task<Outcome<Challenge>>> act, CancellationToken cancel) => office.WriteAsync<Challenge>(null, async () =>
        !office.Actor.May(ChallengesModule.Manage) ? Refusal.Forbidden("揭榜挂帅管理")
            : await FindAsync(id, cancel) is { } challenge ? await act(challenge) : Refusal.NotFound("这张榜单"), cancel);

    private async Task<Challenge?> FindAsync(long id, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        return await office.Db.Set<Challenge>().SingleOrDefaultAsync(c => c.Id == id && c.KeeperId == keeper, cancel);
    }

    private async Task<Outcome<Challenge>> SaidAsync(Challenge challenge, string what, string? quote, CancellationToken cancel)
    {
        await office.Db.RecordPlatformAsync(new Act("challenges.act", $"揭榜挂帅“{challenge.Title}”：{what}") { Quote = quote, Changes = new { challenge.Id, challenge.State } }, office.Ids, office.Now, cancel);
        return challenge;
    }

    private async Task<string?> NameAsync(long unit, CancellationToken cancel) => (await office.BookAsync(cancel)).Unit(unit)?.ShortName;

    private void Tell(IEnumerable<long> people, string kind, string text)
    {
        foreach (var person in people) office.Tell(person, kind, text);
    }
}

internal static class ChallengeWords
{
    public static string Of(ChallengeState state) => state switch
    {
        ChallengeState.Posted => "张榜",
        ChallengeState.Chosen => "待签军令状",
        ChallengeState.Signed => "攻坚中",
        ChallengeState.Won => "揭榜成功",
        ChallengeState.Failed => "未完成",
        _ => "流榜",
    };
}
