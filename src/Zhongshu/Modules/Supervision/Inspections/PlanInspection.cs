using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Inspections;

/// 督查计划和报备: what is over a cap or outside the plan waits until the director approves it; each inspection ends with its report.
internal sealed class PlanInspection(Office office)
{
    private const int LongestReport = 8000;

    private const string Dropping = "取消督查";

    public async Task<Outcome<Inspection>> ProposeAsync(InspectionInput input, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("提出督查计划");
        var book = await office.BookAsync(cancel);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var planned = InspectionRules.Decide(input, await StandingAsync(office, cancel), office.Rules, book, office.Today);
        if (!planned.Succeeded) return planned.Refusal;
        var year = planned.Value.From.Year;
        var number = (await Known(office).Where(i => i.Year == year).MaxAsync(i => (int?)i.Number, cancel) ?? 0) + 1;
        var inspection = new Inspection
        {
            Id = office.Ids.Next(),
            UnitId = office.Actor.HomeUnitId,
            Year = year,
            Number = number,
            Title = input.Title,
            Host = input.Host,
            Kind = input.Kind,
            FromOn = planned.Value.From,
            ToOn = planned.Value.To,
            Targets = string.Join(' ', planned.Value.Targets.Select(t => t.ToString(CultureInfo.InvariantCulture))),
            OutsidePlan = planned.Value.OutsidePlan,
            Over = planned.Value.Over,
            Reason = input.Reason,
            State = planned.Value.Waits ? InspectionState.Waiting : InspectionState.Planned,
            ProposedBy = office.Actor.Name,
            ProposedAt = office.Now,
        };
        office.Db.Add(inspection);
        var text = $"{(inspection.Host.Length > 0 ? $"登记{inspection.Host}共享的督查计划" : "列入督查计划")}：{inspection.Title}{(planned.Value.Waits ? $"，待审批（{(inspection.Over.Length > 0 ? inspection.Over : "计划外")}）" : "")}";
        await office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.inspection", text) { Quote = input.Reason.Length == 0 ? null : input.Reason }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return inspection;
    }

    /// Approves or refuses one that waits.
    public Task<Outcome<Inspection>> DecideAsync(long id, bool approve, string words, CancellationToken cancel) => ActAsync(id, "supervision.approve", "审批督查计划", inspection =>
    {
        if (inspection.State != InspectionState.Waiting) return Conflict(inspection, "审批");
        if (!approve && words.Trim().Length == 0) return SupervisionRefusals.Missing("words", "不同意的，请写明理由或可以并入哪次督查。");
        if (words.Trim().Length > 1000) return SupervisionRefusals.TooLong("words", "意见", 1000, words.Trim().Length);
        (inspection.State, inspection.DecidedBy, inspection.Decision) = (approve ? InspectionState.Planned : InspectionState.Dropped, office.Actor.Name, words.Trim());
        return $"{(approve ? "同意" : "不同意")}开展督查：{inspection.Title}";
    }, cancel);

    public Task<Outcome<Inspection>> DropAsync(long id, string words, CancellationToken cancel) => ActAsync(id, "supervision.docket", Dropping, inspection =>
    {
        if (inspection.State is not (InspectionState.Waiting or InspectionState.Planned)) return Conflict(inspection, "取消");
        if (words.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("words", "请写明取消的理由，最多1000字。");
        (inspection.State, inspection.DecidedBy, inspection.Decision) = (InspectionState.Dropped, office.Actor.Name, words.Trim());
        return $"取消督查：{inspection.Title}";
    }, cancel);

    /// 一次一报告; a report may be written again until it is right.
    public Task<Outcome<Inspection>> ReportAsync(long id, string report, CancellationToken cancel) => ActAsync(id, "supervision.docket", "报告督查情况", inspection =>
    {
        if (inspection.State is InspectionState.Waiting) return new Refusal("supervision.inspection-waiting", "这次督查还没有批准，不能报告。请先报批。") { Kind = RefusalKind.Conflict };
        if (inspection.State is InspectionState.Dropped) return Conflict(inspection, "报告");
        if (inspection.FromOn > office.Today) return new Refusal("supervision.inspection-early", $"督查{inspection.FromOn:M月d日}开始，开始后再报告。") { Kind = RefusalKind.Conflict };
        if (report.Trim().Length == 0) return SupervisionRefusals.Missing("report", "请写明督查了什么、发现什么问题、怎样整改、有什么建议。");
        if (report.Trim().Length > LongestReport) return SupervisionRefusals.TooLong("report", "督查报告", LongestReport, report.Trim().Length);
        (inspection.State, inspection.Report, inspection.ReportedBy, inspection.ReportedAt) = (InspectionState.Reported, report.Trim(), office.Actor.Name, office.Now);
        return $"报告督查情况：{inspection.Title}";
    }, cancel);

    /// 无扰督查: nobody goes there, so they count against no cap and burden nobody.
    public static string[] QuietKinds(Office office) => [.. office.Rules.Value(SupervisionRules.InspectionKinds).Where(k => k.Quiet).Select(k => k.Id)];

    /// Our own plan.
    public static IQueryable<Inspection> Mine(Office office) => Known(office).Where(i => i.Host == "");

    /// Our own and what was shared with us.
    public static IQueryable<Inspection> Known(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        return office.Db.Set<Inspection>().Where(i => i.UnitId == unit);
    }

    /// What counts against the caps: everything of this year and the last that was not dropped.
    public static async Task<IReadOnlyList<StandingInspection>> StandingAsync(Office office, CancellationToken cancel)
    {
        var general = office.Rules.Value(SupervisionRules.InspectionKinds).Where(k => k.General).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        var quiet = QuietKinds(office);
        var since = office.Today.Year - 1;
        var rows = await Known(office).AsNoTracking().Where(i => i.Year >= since && !quiet.Contains(i.Kind) && i.State != InspectionState.Dropped).Select(i => new { i.Year, i.Kind, i.Targets, i.Host, i.FromOn, i.ToOn }).ToListAsync(cancel);
        return [.. rows.Select(r => new StandingInspection(r.Year, general.Contains(r.Kind), InspectionRules.TargetsOf(r.Targets)) { Host = r.Host, From = r.FromOn, To = r.ToOn })];
    }

    private static Refusal Conflict(Inspection inspection, string what) => new("supervision.inspection-state", $"这次督查{Word(inspection.State)}，不能再{what}。请刷新查看最新情况。") { Kind = RefusalKind.Conflict };

    public static string Word(InspectionState state) => state switch { InspectionState.Waiting => "待审批", InspectionState.Planned => "已列入计划", InspectionState.Reported => "已报告", _ => "已取消" };

    private async Task<Outcome<Inspection>> ActAsync(long id, string permission, string what, Func<Inspection, Outcome<string>> act, CancellationToken cancel)
    {
        if (!office.Actor.May(permission)) return Refusal.Forbidden(what);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await Known(office).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } inspection) return Refusal.NotFound("这次督查");
        if (inspection.Host.Length > 0 && what != Dropping) return new Refusal("supervision.inspection-shared", $"这是{inspection.Host}共享的计划，由对方开展和报告。需要联合的，请与对方对接。") { Kind = RefusalKind.Conflict };
        var done = act(inspection);
        if (!done.Succeeded) return done.Refusal;
        inspection.Version++;
        await office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.inspection", done.Value) { Quote = inspection.Decision.Length == 0 ? null : inspection.Decision }, office.Ids, office.Now, cancel);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return inspection;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
