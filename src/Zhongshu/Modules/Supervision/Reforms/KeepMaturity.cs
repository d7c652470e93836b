using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Reforms;

/// 成熟一个、上会一个: grounds for each criterion, and the agenda that takes nothing unripe.
internal sealed class KeepMaturity(Office office, TaskDesk desk)
{
    private const int Longest = 500;

    public Task<Outcome<Done>> SetAsync(string code, IReadOnlyDictionary<string, string> grounds, string? once, CancellationToken cancel) => ActAsync(code, once, async of =>
    {
        if (await office.Db.Set<AgendaEntry>().AnyAsync(e => e.MatterId == of.Matter.Id, cancel)) return new Refusal("supervision.agenda-entered", "这件事项已经列入上会，成熟依据不再改动。确需改动的，请先移出议程。") { Kind = RefusalKind.Conflict };
        var known = await office.Db.Set<MaturityGround>().Where(g => g.MatterId == of.Matter.Id).ToListAsync(cancel);
        foreach (var criterion in office.Rules.Value(MaturityRules.Criteria))
        {
            var ground = (grounds.GetValueOrDefault(criterion) ?? "").Trim();
            if (ground.Length > Longest) return SupervisionRefusals.TooLong("ground", criterion, Longest, ground.Length);
            var row = known.Find(g => g.Criterion == criterion);
            if (row is null && ground.Length == 0) continue;
            if (row is null) office.Db.Add(row = new MaturityGround { MatterId = of.Matter.Id, Criterion = criterion, Ground = "", JudgedBy = "" });
            if (row.Ground != ground) (row.Ground, row.JudgedBy, row.At) = (ground, office.Actor.Name, office.Now);
        }

        var missing = MaturityRules.Missing(office.Rules, office.Db.Set<MaturityGround>().Local.Where(g => g.MatterId == of.Matter.Id));
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.maturity", missing.Count == 0 ? "对照成熟标准：已成熟" : $"对照成熟标准：还缺{string.Join('、', missing)}"), office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> EnterAsync(string code, string meeting, string on, string? once, CancellationToken cancel) => ActAsync(code, once, async of =>
    {
        if (meeting.Trim().Length is 0 or > 120) return SupervisionRefusals.Missing("meeting", "请填写上哪次会，最多120字。");
        if (DocketInput.Day(on) is not { } day || day < office.Today) return SupervisionRefusals.Missing("on", "请填写会议日期，不早于今天。");
        if (await office.Db.Set<AgendaEntry>().AnyAsync(e => e.MatterId == of.Matter.Id, cancel)) return new Refusal("supervision.agenda-entered", "这件事项已经列入上会，无需再列。") { Kind = RefusalKind.Conflict };
        var missing = MaturityRules.Missing(office.Rules, await office.Db.Set<MaturityGround>().Where(g => g.MatterId == of.Matter.Id).ToListAsync(cancel));
        if (missing.Count > 0) return new Refusal("supervision.unripe", $"这件事项还不成熟，不列入上会：{string.Join('、', missing)}没有写明依据。请先补齐依据，成熟一个、上会一个。") { Kind = RefusalKind.Conflict };
        office.Db.Add(new AgendaEntry { MatterId = of.Matter.Id, Meeting = meeting.Trim(), On = day, EnteredBy = office.Actor.Name, At = office.Now });
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.agenda", $"列入上会：{meeting.Trim()}（{day:yyyy年M月d日}）"), office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> LeaveAsync(string code, string? once, CancellationToken cancel) => ActAsync(code, once, async of =>
    {
        if (await office.Db.Set<AgendaEntry>().SingleOrDefaultAsync(e => e.MatterId == of.Matter.Id, cancel) is not { } entry) return Refusal.NotFound("这项议程");
        office.Db.Remove(entry);
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.agenda", $"移出议程：{entry.Meeting}"), office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ActAsync(string code, string? once, Func<LoadedItem, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("办理改革事项上会");
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!office.Rules.Value(MaturityRules.Topics).Contains(of.Item.Topic, StringComparer.Ordinal)) return new Refusal("supervision.not-reform", "这件事项不是改革任务，不需要对照成熟标准。") { Kind = RefusalKind.Conflict };
        return await act(of);
    }, cancel);
}
