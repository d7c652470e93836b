using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Risks;

public sealed record RiskInput(string Kind, string Stage, string Text, string Measure);

/// 风险点排查登记、更新防控措施、撤下.
internal sealed class KeepRisk(Office office)
{
    public const int Longest = 500;

    public Task<Outcome<RiskPoint>> AddAsync(RiskInput input, string? once, CancellationToken cancel) => office.WriteAsync<RiskPoint>(once, async () =>
    {
        if (!office.Actor.May(DefectsModule.Register)) return Refusal.Forbidden("登记风险点");
        if (!office.Rules.Value(DefectRules.RiskKinds).Contains(input.Kind, StringComparer.Ordinal)) return DefectRefusals.Missing("kind", $"请选择风险点的种类：{string.Join('、', office.Rules.Value(DefectRules.RiskKinds))}。");
        if (office.Rules.Value(DefectRules.Stages).All(s => s.Id != input.Stage)) return DefectRefusals.Missing("stage", "请选择是哪个环节的风险点。");
        if (input.Text.Length is 0 or > Longest) return DefectRefusals.Missing("text", $"请写明风险点，最多{Longest}字。");
        if (input.Measure.Length is 0 or > Longest) return DefectRefusals.Missing("measure", $"请写明防控措施，最多{Longest}字。只有风险没有措施的不收。");
        var book = await office.BookAsync(cancel);
        var risk = new RiskPoint { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), UnitId = UnitCircle.SpeaksFor(book, office.Actor), Kind = input.Kind, Stage = input.Stage, Text = input.Text, Measure = input.Measure, PersonName = office.Actor.Name, At = office.Now };
        office.Db.Add(risk);
        await SayAsync($"登记风险点（{input.Kind}，{office.Rules.StageWord(input.Stage)}）", risk, input.Text, cancel);
        return risk;
    }, cancel);

    /// A better measure; an empty one takes the risk off the list.
    public Task<Outcome<Done>> ChangeAsync(long id, string measure, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<RiskPoint>().SingleOrDefaultAsync(r => r.Id == id && r.KeeperId == keeper && r.EndedOn == null, cancel) is not { } risk) return Refusal.NotFound("这个风险点");
        if (risk.UnitId != UnitCircle.SpeaksFor(book, office.Actor) && !office.Actor.May(DefectsModule.Manage)) return DefectRefusals.NotYours;
        if (measure.Length > Longest) return DefectRefusals.Missing("measure", $"防控措施最多{Longest}字。");
        if (measure.Length == 0) risk.EndedOn = office.Today;
        else risk.Measure = measure;
        await SayAsync(measure.Length == 0 ? "撤下风险点" : "更新风险点的防控措施", risk, measure.Length == 0 ? risk.Text : measure, cancel);
        return Done.Yes;
    }, cancel);

    private Task SayAsync(string text, RiskPoint risk, string quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("defects.risk", text) { Quote = quote, Changes = new { risk.Id } }, office.Ids, office.Now, cancel);
}

/// 关键点入流程: the risks of the stage at which a matter lies open, where it is worked on.
internal static class RisksAtStage
{
    private const int Most = 6;

    public static async Task<IReadOnlyList<RiskPoint>> ReadAsync(Office office, OrganisationBook book, long matter, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var steps = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter && w.Status == WorkStatus.Open).Select(w => w.StepId).Distinct().ToListAsync(cancel);
        var stages = office.Rules.Value(DefectRules.Stages).Where(s => s.Steps.Any(steps.Contains)).Select(s => s.Id).ToArray();
        return stages.Length == 0 ? [] : await office.Db.Set<RiskPoint>().AsNoTracking().Where(r => r.KeeperId == keeper && r.EndedOn == null && stages.Contains(r.Stage)).OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
    }
}
