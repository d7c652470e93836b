using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Talks;

/// A talk as it is written down.
public sealed record TalkInput
{
    public string Kind { get; init; } = "";

    public string On { get; init; } = "";

    public string With { get; init; } = "";

    public string Issue { get; init; } = "";

    public string Result { get; init; } = "";

    public static TalkInput Posted(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        On = form["on"].ToString(),
        With = form["with"].ToString().Trim(),
        Issue = form["issue"].ToString().Trim(),
        Result = form["result"].ToString().Trim(),
    };

    /// The day, when everything is there. Pure.
    internal Outcome<DateOnly> Decide(IReadOnlyList<TalkWord> kinds, DateOnly today)
    {
        if (kinds.All(k => k.Id != Kind)) return SupervisionRefusals.Missing("kind", "请选择种类。");
        if (DocketInput.Day(On) is not { } on) return SupervisionRefusals.Missing("on", "请填写日期。");
        if (on > today) return SupervisionRefusals.Missing("on", $"日期{on:yyyy年M月d日}还没有到，请在沟通后登记。");
        if (With.Length is 0 or > 300) return SupervisionRefusals.Missing("with", "请写明与谁沟通、谁参加，最多300字。");
        if (Issue.Length is 0 or > 1000) return SupervisionRefusals.Missing("issue", "请写明疑惑、议题或困难是什么，最多1000字。");
        return Result.Length is 0 or > 2000 ? SupervisionRefusals.Missing("result", "请写明结果：问清了什么、定了什么、谁在什么时候前办，最多2000字。") : on;
    }
}

internal sealed class RecordTalk(Office office, TaskDesk desk)
{
    public async Task<Outcome<long>> RunAsync(string code, TalkInput input, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!office.Actor.May("supervision.check") || (!office.Actor.SeesAll && office.Actor.HomeUnitId != of.Item.UnitId)) return Refusal.Forbidden("登记沟通协调");
        if (of.Archived is { } archived) return archived;
        var kinds = office.Rules.Value(SupervisionRules.TalkKinds);
        var on = input.Decide(kinds, office.Today);
        if (!on.Succeeded) return on.Refusal;
        var kind = kinds.First(k => k.Id == input.Kind);
        var talk = new Talk { Id = office.Ids.Next(), MatterId = of.Matter.Id, Kind = input.Kind, On = on.Value, With = input.With, Issue = input.Issue, Result = input.Result, RecordedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(talk);
        // The trail is read by the units too: what is not shared stands there without its kind and words.
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.talk", kind.Shared ? $"{kind.Word}：{input.With}" : "登记沟通情况") { Quote = kind.Shared ? input.Result : null }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return talk.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    public static async Task<IReadOnlyList<Talk>> OfAsync(Office office, long matterId, bool whole, CancellationToken cancel)
    {
        var shared = office.Rules.Value(SupervisionRules.TalkKinds).Where(k => k.Shared).Select(k => k.Id).ToArray();
        return await office.Db.Set<Talk>().AsNoTracking().Where(t => t.MatterId == matterId && (whole || shared.Contains(t.Kind))).OrderByDescending(t => t.Id).ToListAsync(cancel);
    }

    /// How many of each kind in a period, for the figures of the house.
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters();
        return await office.Db.Set<Talk>().IgnoreQueryFilters().Where(t => t.On >= from && t.On <= to && items.Any(i => i.MatterId == t.MatterId && i.UnitId == unit))
            .GroupBy(t => t.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }
}
