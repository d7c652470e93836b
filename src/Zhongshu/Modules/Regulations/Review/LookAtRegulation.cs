using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Review;

/// 回顾检查: how a regulation is carried out, with a verdict that stays until the next look.
internal sealed class LookAtRegulation(Office office)
{
    public Task<Outcome<Done>> RunAsync(long id, string verdict, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("登记回顾检查");
        if (office.Rules.VerdictOf(verdict) is not { } of) return RegulationRefusals.Missing("verdict", "请选择回顾检查的结论。");
        if (words.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("words", $"请写明怎样检查的、看到什么，最多{RegulationLimits.Words}字。");
        if (await office.RegulationAsync(id, cancel) is not { } one) return Refusal.NotFound("这项制度");
        if (one.State == RegulationState.Abolished) return RegulationRefusals.Ended;
        (one.LookedAtOn, one.Verdict) = (office.Today, of.Id);
        office.Db.Add(new RegulationLook { Id = office.Ids.Next(), RegulationId = id, On = office.Today, Verdict = of.Id, Text = words, PersonName = office.Actor.Name });
        await office.SayAsync("regulations.looked", $"回顾检查《{one.Title}》：{of.Word}", id, words, cancel);
        return Done.Yes;
    }, cancel);
}
