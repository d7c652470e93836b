using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Conduct;

/// 行为规范签收和提醒; 个人负面清单, of which the trail says that it was kept, not what is in it.
internal sealed class KeepConduct(Office office)
{
    private const int Most = 50;

    /// stamp: of the text that was read; another one means that it has changed meanwhile.
    public Task<Outcome<Done>> SignAsync(string stamp, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Read)) return Refusal.Forbidden("签收行为规范");
        if (stamp != ConductSignature.Of(office.Rules.Value(PeopleRules.Conduct))) return PeopleRefusals.ConductChanged;
        if (await office.Db.Set<ConductSignature>().AnyAsync(s => s.PersonId == office.Actor.PersonId && s.Stamp == stamp, cancel)) return Done.Yes;
        office.Db.Add(new ConductSignature { PersonId = office.Actor.PersonId, Stamp = stamp, At = office.Now });
        await SayAsync("签收行为规范", cancel);
        return Done.Yes;
    }, cancel);

    /// 提醒还没有签收的, among those whose files the actor keeps.
    public Task<Outcome<int>> RemindAsync(string? once, CancellationToken cancel) => office.WriteAsync<int>(once, async () =>
    {
        var unsigned = (await ReadAsync(cancel)).Where(s => s.At is null && s.Person.Id != office.Actor.PersonId).ToList();
        if (unsigned.Count == 0) return PeopleRefusals.AllSigned;
        foreach (var (person, _, _) in unsigned)
            office.Tell(person.Id, "work", "行为规范还没有签收，请在“办事 › 学习培训 › 行为规范”逐条看完后签收。");
        await SayAsync($"提醒{unsigned.Count}人签收行为规范", cancel);
        return unsigned.Count;
    }, cancel);

    /// Those whose files the actor keeps, with when each signed the present text; null: not yet.
    public async Task<IReadOnlyList<(Person Person, Post Post, DateTimeOffset? At)>> ReadAsync(CancellationToken cancel)
    {
        var members = PeopleCircle.Kept(office, await office.BookAsync(cancel));
        var (ids, stamp) = (members.Select(m => m.Person.Id).ToArray(), ConductSignature.Of(office.Rules.Value(PeopleRules.Conduct)));
        var signed = await office.Db.Set<ConductSignature>().Where(s => s.Stamp == stamp && ids.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, s => s.At, cancel);
        return [.. members.Select(m => (m.Person, m.Post, signed.TryGetValue(m.Person.Id, out var at) ? at : (DateTimeOffset?)null))];
    }

    public Task<Outcome<Done>> AddAsync(string text, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Read)) return Refusal.Forbidden("建立负面清单");
        if (text.Length is 0 or > Limits.Words) return PeopleRefusals.Missing("text", $"请写一件今后不做的事，最多{Limits.Words}字。");
        if (await Mine().CountAsync(i => i.EndedOn == null, cancel) >= Most) return PeopleRefusals.Missing("text", $"负面清单最多{Most}条，请先把改掉的销去。");
        office.Db.Add(new NegativeItem { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Text = text, Since = office.Today, ChangedOn = office.Today });
        await SayAsync("更新个人负面清单", cancel);
        return Done.Yes;
    }, cancel);

    /// Other words, or, when it is mended, how.
    public Task<Outcome<Done>> ChangeAsync(long id, string words, bool mended, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (await Mine().SingleOrDefaultAsync(i => i.Id == id && i.EndedOn == null, cancel) is not { } item) return Refusal.NotFound("这一条");
        if (words.Length is 0 or > Limits.Words) return PeopleRefusals.Missing("words", mended ? $"请写一句怎样改掉的，最多{Limits.Words}字。" : $"请写明这一条，最多{Limits.Words}字。");
        if (mended) (item.Result, item.EndedOn) = (words, office.Today);
        else (item.Text, item.ChangedOn) = (words, office.Today);
        await SayAsync("更新个人负面清单", cancel);
        return Done.Yes;
    }, cancel);

    public IQueryable<NegativeItem> Mine()
    {
        var me = office.Actor.PersonId;
        return office.Db.Set<NegativeItem>().Where(i => i.PersonId == me);
    }

    private Task SayAsync(string text, CancellationToken cancel) => office.Db.RecordPlatformAsync(new Act("people.conduct", text), office.Ids, office.Now, cancel);
}
