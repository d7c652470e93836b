using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.Scores;

/// One mark of one person: which indicator, how many, and why.
public sealed record MarkInput(long Indicator, int Mark, string? Reason);

/// 评价、剥离、告知、申诉、确认.
internal sealed class Appraise(Office office)
{
    public Task<Outcome<int>> JudgeAsync(long id, long unit, IReadOnlyList<MarkInput> marks, CancellationToken cancel) => office.WriteAsync<int>(null, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Judge)) return Refusal.Forbidden("考核评价");
        var book = await office.BookAsync(cancel);
        if (await FindAsync(id, cancel) is not { } scheme || !await office.Db.Set<AppraisedUnit>().AnyAsync(u => u.SchemeId == id && u.UnitId == unit, cancel)) return Refusal.NotFound("这次考核");
        if (scheme.State != SchemeState.Open) return AppraisalRefusals.NotOpen;
        if (unit == UnitCircle.SpeaksFor(book, office.Actor)) return AppraisalRefusals.OwnUnit;
        if (PartyOf(office, book) is not { } party) return AppraisalRefusals.NoParty;
        // A very low or very high mark is explained.
        var (low, high) = (office.Rules.Value(AppraisalRules.LowMark), office.Rules.Value(AppraisalRules.HighMark));
        var qualitative = await office.Db.Set<AppraisalIndicator>().Where(i => i.SchemeId == id && i.Figure == "").Select(i => i.Id).ToListAsync(cancel);
        if (marks.Count == 0 || marks.Any(m => !qualitative.Contains(m.Indicator) || m.Mark is < 0 or > 100 || ((m.Mark < low || m.Mark > high) && string.IsNullOrWhiteSpace(m.Reason)) || m.Reason?.Length > 1000)) return AppraisalRefusals.Marks(low, high);
        var before = await office.Db.Set<AppraisalOpinion>().Where(o => o.SchemeId == id && o.UnitId == unit && o.PersonId == office.Actor.PersonId).ToDictionaryAsync(o => o.IndicatorId, cancel);
        foreach (var mark in marks.DistinctBy(m => m.Indicator))
        {
            if (!before.TryGetValue(mark.Indicator, out var opinion))
                office.Db.Add(opinion = new AppraisalOpinion { SchemeId = id, IndicatorId = mark.Indicator, UnitId = unit, PersonId = office.Actor.PersonId, Party = party });
            (opinion.Mark, opinion.Reason) = (mark.Mark, mark.Reason?.Trim() ?? "");
        }

        await office.Db.RecordPlatformAsync(new Act("appraisals.judged", $"评价{book.Unit(unit)?.ShortName}（{scheme.Title}）") { Changes = new { scheme.Id, unit, marks } }, office.Ids, office.Now, cancel);
        return marks.Count;
    }, cancel);

    /// 剥离非工作因素
    public Task<Outcome<Done>> StripAsync(long id, long unit, long indicator, double points, string? reason, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("剥离非工作因素");
        if (await AppraisalView.ReadAsync(office, id, cancel) is not { } view) return Refusal.NotFound("这次考核");
        if (view.Scheme.State == SchemeState.Confirmed) return AppraisalRefusals.NotShown;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000) return AppraisalRefusals.NoWords;
        if (view.Scores.FirstOrDefault(s => s.UnitId == unit)?.Indicators.FirstOrDefault(i => i.Indicator.Id == indicator) is not { } line) return Refusal.NotFound("这项指标");
        if (!double.IsFinite(points) || points <= 0 || points > line.Lost + 0.005) return AppraisalRefusals.TooMuch(line.Lost);
        office.Db.Add(new StrippedFactor { Id = office.Ids.Next(), SchemeId = id, IndicatorId = indicator, UnitId = unit, Points = points, Reason = reason.Trim(), PersonName = office.Actor.Name });
        var book = await office.BookAsync(cancel);
        await office.Db.RecordPlatformAsync(new Act("appraisals.stripped", $"剥离{book.Unit(unit)?.ShortName}“{line.Indicator.Title}”非工作因素{points:0.##}分") { Quote = reason.Trim(), Changes = new { SchemeId = id, indicator, unit } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// 告知结果: the figures are taken for good, the units see theirs and may appeal.
    public Task<Outcome<Done>> ShowAsync(long id, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("告知考核结果");
        if (await FindAsync(id, cancel) is not { } scheme) return Refusal.NotFound("这次考核");
        if (scheme.State != SchemeState.Open) return AppraisalRefusals.NotOpen;
        var units = await office.Db.Set<AppraisedUnit>().Where(u => u.SchemeId == id).Select(u => u.UnitId).ToListAsync(cancel);
        var wanted = await office.Db.Set<AppraisalIndicator>().Where(i => i.SchemeId == id && i.Figure != "").Select(i => i.Figure).Distinct().ToListAsync(cancel);
        foreach (var ((figure, unit), taken) in await FiguresTaken.ReadAsync(office, units, (scheme.FirstDay, scheme.LastDay), cancel))
            if (wanted.Contains(figure)) office.Db.Add(new AppraisalFigure { SchemeId = id, UnitId = unit, Figure = figure, Value = taken.Value, Words = taken.Words, Address = taken.Address });
        scheme.State = SchemeState.Shown;
        var book = await office.BookAsync(cancel);
        foreach (var person in units.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct())
            office.Tell(person, "result", $"{scheme.Title}结果已告知，请核对得分和来源后确认，有异议的可以申诉。在“统计 › 考核评价”。");
        await office.Db.RecordPlatformAsync(new Act("appraisals.shown", $"告知{scheme.Title}结果") { Changes = new { scheme.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// words empty: the unit confirms; otherwise it appeals.
    public Task<Outcome<Done>> RespondAsync(long id, string? words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var own = UnitCircle.SpeaksFor(book, office.Actor);
        if (!office.Actor.May(AppraisalsModule.Answer) || await FindAsync(id, cancel) is not { } scheme || await office.Db.Set<AppraisedUnit>().SingleOrDefaultAsync(u => u.SchemeId == id && u.UnitId == own, cancel) is not { } unit) return Refusal.NotFound("这次考核");
        if (scheme.State != SchemeState.Shown) return AppraisalRefusals.NotShown;
        if (words?.Length > 1000) return AppraisalRefusals.NoWords;
        if (string.IsNullOrWhiteSpace(words)) unit.ConfirmedAt = office.Now;
        else (unit.Appeal, unit.AppealAnswer, unit.ConfirmedAt) = (words.Trim(), "", null);
        await office.Db.RecordPlatformAsync(new Act(unit.ConfirmedAt is null ? "appraisals.appealed" : "appraisals.confirmed", $"{book.Unit(own)?.ShortName}{(unit.ConfirmedAt is null ? "申诉" : "确认")}{scheme.Title}结果") { Quote = string.IsNullOrWhiteSpace(words) ? null : words.Trim(), Changes = new { scheme.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> AnswerAppealAsync(long id, long unitId, string? words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("答复申诉");
        if (await FindAsync(id, cancel) is not { } scheme || await office.Db.Set<AppraisedUnit>().SingleOrDefaultAsync(u => u.SchemeId == id && u.UnitId == unitId, cancel) is not { } unit) return Refusal.NotFound("这次考核");
        if (unit.Appeal.Length == 0 || unit.AppealAnswer.Length > 0) return AppraisalRefusals.NoAppeal;
        if (string.IsNullOrWhiteSpace(words) || words.Length > 1000) return AppraisalRefusals.NoWords;
        unit.AppealAnswer = words.Trim();
        var book = await office.BookAsync(cancel);
        foreach (var person in UnitCircle.People(book, unitId, office.Today))
            office.Tell(person, "result", $"{scheme.Title}申诉已答复：{Notice.Fit(unit.AppealAnswer, 200)}");
        await office.Db.RecordPlatformAsync(new Act("appraisals.answered", $"答复{book.Unit(unitId)?.ShortName}申诉（{scheme.Title}）") { Quote = unit.AppealAnswer, Changes = new { scheme.Id, unitId } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> ConfirmAsync(long id, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("确认考核结果");
        if (await FindAsync(id, cancel) is not { } scheme) return Refusal.NotFound("这次考核");
        if (scheme.State != SchemeState.Shown) return AppraisalRefusals.NotShown;
        if (await office.Db.Set<AppraisedUnit>().AnyAsync(u => u.SchemeId == id && u.Appeal != "" && u.AppealAnswer == "", cancel)) return AppraisalRefusals.OpenAppeals;
        scheme.State = SchemeState.Confirmed;
        await office.Db.RecordPlatformAsync(new Act("appraisals.closed", $"确认{scheme.Title}结果") { Changes = new { scheme.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// For which party this person speaks: the first one that names a role of the acting post.
    public static int? PartyOf(Office office, OrganisationBook book)
    {
        var roles = book.Post(office.Actor.PostId) is { } post ? OrganisationBook.RolesOf(post) : [];
        var parties = office.Rules.Value(AppraisalRules.Parties);
        for (var i = 0; i < parties.Count; i++) if (parties[i].Roles.Any(r => roles.Contains(r, StringComparer.Ordinal))) return i;
        return null;
    }

    private async Task<AppraisalScheme?> FindAsync(long id, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        return await office.Db.Set<AppraisalScheme>().SingleOrDefaultAsync(s => s.Id == id && s.KeeperId == keeper, cancel);
    }
}
