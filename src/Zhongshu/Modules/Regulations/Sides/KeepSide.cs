using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Contracts;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Sides;

public sealed record SideInput(string Side, string Text, string Flow, string Stage);

/// 工作标准、业务流程、内部控制三方面集成: said for each regulation; an empty text takes a side off.
internal sealed class KeepSide(Office office, FlowShelf flows)
{
    public Task<Outcome<Done>> RunAsync(long id, SideInput input, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("登记制度集成");
        if (await office.RegulationAsync(id, cancel) is not { } one) return Refusal.NotFound("这项制度");
        if (one.State == RegulationState.Abolished) return RegulationRefusals.Ended;
        if (!office.Rules.Value(RegulationRules.Sides).Contains(input.Side, StringComparer.Ordinal)) return RegulationRefusals.Missing("side", $"请选择哪一方面：{string.Join('、', office.Rules.Value(RegulationRules.Sides))}。");
        if (input.Text.Length > RegulationLimits.Words) return RegulationRefusals.Missing("text", $"最多{RegulationLimits.Words}字。");
        if (input.Flow.Length > 0 && flows.Find(input.Flow) is null) return RegulationRefusals.Missing("flow", "请从列出的流程中选择。");
        if (input.Stage.Length > 0 && RiskText.Stages(office).All(s => s.Id != input.Stage)) return RegulationRefusals.Missing("stage", "请从列出的环节中选择。");
        var row = await office.Db.Set<RegulationSide>().SingleOrDefaultAsync(s => s.RegulationId == id && s.Side == input.Side, cancel);
        if (input.Text.Length == 0 && row is null) return RegulationRefusals.Missing("text", $"请写明在{input.Side}上怎样落到实处。");
        if (input.Text.Length == 0) office.Db.Remove(row!);
        else
        {
            if (row is null) office.Db.Add(row = new RegulationSide { RegulationId = id, Side = input.Side, Text = "", PersonName = "" });
            (row.Text, row.Flow, row.Stage, row.PersonName, row.On) = (input.Text, input.Flow, input.Stage, office.Actor.Name, office.Today);
        }

        await office.SayAsync("regulations.side", $"《{one.Title}》{input.Side}集成{(input.Text.Length == 0 ? "删去" : "登记")}", id, input.Text.Length == 0 ? null : input.Text, cancel);
        return Done.Yes;
    }, cancel);
}
