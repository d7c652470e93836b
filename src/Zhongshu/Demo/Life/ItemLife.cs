using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Demo.Life;

/// The items of 督查督办 of the plan as events.
internal sealed class ItemLife(LifeDays days, Dictionary<string, string> codes)
{
    private const string Officer = "supervision";

    public IEnumerable<LifeEvent> Events(LifeItem item)
    {
        var key = "督" + item.Key;
        yield return new LifeEvent(days.At(item.At), Officer, (scope, cancel) => DocketAsync(key, item, scope, cancel));
        if (item.Sends.Length > 0)
            yield return new LifeEvent(days.At(item.Sends), Officer, async (scope, cancel) => (await scope.GetRequiredService<SendLetter>().RunAsync(codes[key], Words(item), cancel)).Refusal);
        foreach (var act in item.Acts)
        {
            yield return new LifeEvent(days.At(act.At), act.By, async (scope, cancel) => (await scope.GetRequiredService<ActOnTask>().RunAsync(codes[key], act.Task, Form(act), cancel)).Refusal);
        }
    }

    private async Task<Refusal?> DocketAsync(string key, LifeItem item, IServiceProvider scope, CancellationToken cancel)
    {
        var office = scope.GetRequiredService<Office>();
        var input = item.From is null ? new DocketInput { Title = item.Title, Source = item.Source, Origin = item.Origin } : await FromAsync(office, codes[item.From], cancel);
        input = input with
        {
            Limit = item.Limit,
            ShortReason = "按要求时限办结",
            Tasks = [.. item.Tasks.Select(t => new TaskInput { Title = t.Title, Measure = t.Measure, Lead = t.Lead, Support = t.Support, Due = Day(t.Due) })],
        };
        var form = input.Read(office.Rules, await office.BookAsync(cancel), office.Today);
        if (form.Succeeded) form = await DocketSource.CompleteAsync(office, input, form.Value, cancel);
        if (!form.Succeeded) return form.Refusal;
        var docketed = await scope.GetRequiredService<DocketItem>().RunAsync(form.Value, null, cancel);
        if (!docketed.Succeeded) return docketed.Refusal;
        codes[key] = docketed.Value.Code;
        return null;
    }

    private static LetterWords Words(LifeItem item) => item.From is null ? new() : new()
    {
        Digest = new Digest("来文单位反映工作中的困难和建议，请求明确责任、协调推进。", "问题已经摸清，方案基本可行，关键在责任到单位、时限到日。", "前期开过专题会，明确了方向；因分工不细、时限不清，进展慢于预期，领导据此作出批示。", ""),
    };

    private static async Task<DocketInput> FromAsync(Office office, string code, CancellationToken cancel)
    {
        var opinion = await office.Db.Set<Opinion>().Where(o => o.Kind == OpinionKind.Instruction && office.Db.Set<Matter>().Any(m => m.Id == o.MatterId && m.Code == code))
            .OrderByDescending(o => o.Id).Select(o => o.Id).FirstAsync(cancel);
        return await DocketSource.FilledAsync(office, code, opinion, cancel);
    }

    private TaskActForm Form(LifeTaskAct act) => new()
    {
        Verb = act.Do,
        Reason = act.Says is null ? null : days.Filled(act.Says),
        On = act.Until is { } until ? days.Day(until) : null,
        Progress = act.Progress,
        IsFinal = act.Final,
        Ways = act.Ways,
        Evidence = [.. act.Evidence.Select(e => new EvidenceForm(e.Key, days.Filled(e.Value), null))],
    };

    private string Day(int workdays) => days.Day(workdays).ToString("O", CultureInfo.InvariantCulture);
}
