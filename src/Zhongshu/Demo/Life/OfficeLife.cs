using System.Globalization;
using Zhongshu.Modules.IncomingDocuments.Demands;
using Zhongshu.Modules.IncomingDocuments.Intents;
using Zhongshu.Modules.IncomingDocuments.Retrospects;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// What the office does beside its documents in the two weeks: a list of demands, a paper talked over beforehand, what a closed document taught, the year's inspections. All of it is invented.
internal sealed class OfficeLife(LifeDays days, IReadOnlyDictionary<string, string> codes)
{
    private long _intent;

    public IEnumerable<LifeEvent> Events()
    {
        yield return new(days.At("-15 09:00"), "supervision", (scope, cancel) => InspectAsync(scope, Inspection("重点项目建设进度督查", "special", 3, "青禾县、望溪县"), cancel));
        yield return new(days.At("-15 09:20"), "supervision", (scope, cancel) => InspectAsync(scope, Inspection("民生实事完成情况综合督查", "general", 8, "市发展改革委、市财政局、听泉区"), cancel));
        yield return new(days.At("-12 08:45"), "director", async (scope, cancel) => (await scope.GetRequiredService<IssueDemand>().RunAsync(
            new DemandForm("批示件办理要求", "当天拟办，当天送出，不过夜。\n承办前先读批示原文，吃透意图再动手。\n能当面协调的不发文，能一次办完的不分两次。\n办结报告先写结果，再写过程。", true, []), cancel)).Refusal);
        yield return new(days.At("-6 15:10"), "drafter", RaiseAsync);
        yield return new(days.At("-5 09:30"), "director", async (scope, cancel) => (await scope.GetRequiredService<TalkOverIntent>().SayAsync(_intent, "方案请与市财政局先对接资金来源，会期压缩到半天。", false, cancel)).Refusal);
        yield return new(days.At("-3 11:20"), "director", async (scope, cancel) => (await scope.GetRequiredService<NoteFinding>().AddAsync(codes["safety"],
            new FindingForm("承办", "排查情况表两次口径不一，退回重报一次。", "印发通知时没有附统一表样。", "今后要求报数的通知一律附表样和填报说明。", 13), cancel)).Refusal);
    }

    private async Task<Refusal?> RaiseAsync(IServiceProvider scope, CancellationToken cancel)
    {
        var intent = await scope.GetRequiredService<TalkOverIntent>().RaiseAsync(
            new IntentForm("会议方案", "全市冬季供暖保障工作调度会方案", "分析供暖运行情况，部署设施检修、热源保供和投诉办理三项工作；参会范围拟为各县区和市直有关部门。", days.Day(11)), cancel);
        if (intent.Succeeded) _intent = intent.Value.Id;
        return intent.Refusal;
    }

    private InspectionInput Inspection(string title, string kind, int from, string targets) => new()
    {
        Title = title,
        Kind = kind,
        From = days.Day(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = days.Day(from + 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Targets = targets,
        Reason = "年度工作安排",
    };

    private static async Task<Refusal?> InspectAsync(IServiceProvider scope, InspectionInput input, CancellationToken cancel) =>
        (await scope.GetRequiredService<PlanInspection>().ProposeAsync(input, cancel)).Refusal;
}
