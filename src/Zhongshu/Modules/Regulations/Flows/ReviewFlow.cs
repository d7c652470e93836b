using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Flows;

/// Flow and Version, or Regulation; Holds are the points that it holds.
public sealed record FlowReviewInput(string Flow, int Version, long Regulation, IReadOnlyList<string> Holds, string Words);

/// 流程评审四项: 可呈现、可落实、可检验、可复制.
internal sealed class ReviewFlow(Office office, FlowShelf flows)
{
    public Task<Outcome<FlowReview>> RunAsync(FlowReviewInput input, string? once, CancellationToken cancel) => office.WriteAsync<FlowReview>(once, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("登记流程评审");
        var regulation = input.Regulation == 0 ? null : await office.RegulationAsync(input.Regulation, cancel);
        if (regulation is null && flows.Find(input.Flow, input.Version) is null) return Refusal.NotFound("这个流程");
        if (regulation is { State: RegulationState.Abolished }) return RegulationRefusals.Ended;
        var points = office.Rules.Value(RegulationRules.FlowPoints);
        if (input.Holds.Any(h => points.All(p => p.Id != h))) return RegulationRefusals.Missing("holds", "请从列出的评审项中勾选。");
        var failing = points.Where(p => !input.Holds.Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Word).ToList();
        if (input.Words.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("words", failing.Count > 0 ? $"没有勾的有{string.Join('、', failing)}，请写明差在哪里、打算怎么改，最多{RegulationLimits.Words}字。" : $"请写明怎样评审的，最多{RegulationLimits.Words}字。");
        var review = new FlowReview
        {
            Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor), Flow = regulation is null ? input.Flow : "", Version = regulation is null ? input.Version : 0, RegulationId = regulation?.Id,
            Holds = string.Join(',', points.Select(p => p.Id).Where(p => input.Holds.Contains(p, StringComparer.Ordinal))), Words = input.Words, On = office.Today, PersonName = office.Actor.Name,
        };
        office.Db.Add(review);
        var title = regulation?.Title ?? $"{flows.Find(input.Flow, input.Version)!.Title}第{input.Version}版";
        await office.SayAsync("regulations.flow-reviewed", $"评审流程《{title}》：{(failing.Count == 0 ? "各项都做到" : $"差{string.Join('、', failing)}")}", review.Id, input.Words, cancel);
        return review;
    }, cancel);
}
