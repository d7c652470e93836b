using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Coordinations.Groups;

/// 交流群: made for a line with those whose posts belong to it, filled up by hand; whoever is in it tells all the others, and every copy is traced.
internal sealed class KeepGroup(Office office)
{
    public const int LongestText = 400;

    private const int MostMembers = 500;

    public Task<Outcome<long>> OpenAsync(string lineId, string title, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (!CoordinationCircle.Manages(office, keeper)) return Refusal.Forbidden("建交流群");
        if (office.Rules.Value(CoordinationRules.Lines).FirstOrDefault(l => l.Id == lineId) is not { } line) return CoordinationRefusals.Missing("line", "请选择条线。");
        if (title.Length is 0 or > 60) return CoordinationRefusals.Missing("title", "请填写群名，最多60字。");
        var group = new ExchangeGroup { Id = office.Ids.Next(), KeeperId = keeper, Line = line.Id, Title = title, OpenedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(group);
        foreach (var person in OfLine(book, keeper, line).Append(office.Actor.PersonId).Distinct().Take(MostMembers)) office.Db.Add(new GroupMember { GroupId = group.Id, PersonId = person });
        await SayAsync($"建{line.Word}交流群：{title}", group.Id, cancel);
        return group.Id;
    }, cancel);

    /// 添加: everybody of a unit who may be told on its behalf.
    public Task<Outcome<int>> AddUnitAsync(long id, long unit, string? once, CancellationToken cancel) => office.WriteAsync<int>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await Seen(book).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } group) return Refusal.NotFound("这个群");
        if (!CoordinationCircle.Manages(office, group.KeeperId)) return Refusal.Forbidden("调整群成员");
        if (UnitCircle.Rows(book, group.KeeperId, office.Today).All(u => u.Id != unit)) return CoordinationRefusals.Missing("unit", "请选择单位。");
        var known = await office.Db.Set<GroupMember>().Where(m => m.GroupId == id).Select(m => m.PersonId).ToListAsync(cancel);
        var added = UnitCircle.People(book, unit, office.Today).Except(known).Take(MostMembers - known.Count).ToList();
        if (added.Count == 0) return CoordinationRefusals.Missing("unit", "这个单位没有可添加的人：已经在群里，或者还没有人在平台上任职。");
        foreach (var person in added) office.Db.Add(new GroupMember { GroupId = id, PersonId = person });
        await SayAsync($"群“{group.Title}”添加{book.LabelOf(unit)}{added.Count}人", id, cancel);
        return added.Count;
    }, cancel);

    public Task<Outcome<Done>> RemoveAsync(long id, long person, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (await Seen(await office.BookAsync(cancel)).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } group) return Refusal.NotFound("这个群");
        if (person != office.Actor.PersonId && !CoordinationCircle.Manages(office, group.KeeperId)) return Refusal.Forbidden("调整群成员");
        if (await office.Db.Set<GroupMember>().SingleOrDefaultAsync(m => m.GroupId == id && m.PersonId == person, cancel) is not { } member) return Refusal.NotFound("这位成员");
        office.Db.Remove(member);
        await SayAsync($"群“{group.Title}”移出一人", id, cancel);
        return Done.Yes;
    }, cancel);

    /// 群发: a notice to every other member over whichever channels they have; an urgent one goes out at any hour.
    public Task<Outcome<int>> SendAsync(long id, string text, bool urgent, string? once, CancellationToken cancel) => office.WriteAsync<int>(once, async () =>
    {
        var (book, me) = (await office.BookAsync(cancel), office.Actor.PersonId);
        if (await Seen(book).SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } group) return Refusal.NotFound("这个群");
        if (text.Length is 0 or > LongestText) return CoordinationRefusals.Missing("text", $"请填写内容，最多{LongestText}字。");
        var members = await office.Db.Set<GroupMember>().Where(m => m.GroupId == id && m.PersonId != me).Select(m => m.PersonId).ToListAsync(cancel);
        if (members.Count == 0) return CoordinationRefusals.Missing("text", "群里还没有别人，请先添加成员。");
        var message = new GroupMessage { Id = office.Ids.Next(), GroupId = id, PersonId = me, PersonName = office.Actor.Name, Text = text, IsUrgent = urgent, At = office.Now };
        office.Db.Add(message);
        foreach (var person in members)
            Receipts.Tell(office, (ReceiptOf.Message, message.Id), UnitOf(book, person), person, new Notice { Id = office.Ids.Next(), PersonId = person, Kind = "system", At = office.Now, Urgency = (int)(urgent ? Urgency.Immediate : Urgency.Routine), Text = $"【{group.Title}】{office.Actor.Name}：{text}" });
        return members.Count;
    }, cancel);

    /// 知悉
    public Task<Outcome<Done>> AcknowledgeAsync(long message, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var me = office.Actor.PersonId;
        if (await office.Db.Set<ToldLine>().SingleOrDefaultAsync(l => l.Kind == ReceiptOf.Message && l.OfId == message && l.PersonId == me, cancel) is not { } line) return Refusal.NotFound("发给您的这条消息");
        (line.Answer, line.AnsweredAt) = (ReceiptAnswer.Seen, office.Now);
        return Done.Yes;
    }, cancel);

    /// The groups I am in; whoever manages them sees all of the office.
    public IQueryable<ExchangeGroup> Seen(OrganisationBook book)
    {
        var (keeper, me) = (UnitCircle.KeeperOf(book, office.Actor), office.Actor.PersonId);
        var groups = office.Db.Set<ExchangeGroup>().Where(g => g.KeeperId == keeper);
        return CoordinationCircle.Manages(office, keeper) ? groups : groups.Where(g => office.Db.Set<GroupMember>().Any(m => m.GroupId == g.Id && m.PersonId == me));
    }

    /// Who belongs to a line by the roles of their posts, in the office itself and in the units below it.
    private IEnumerable<long> OfLine(OrganisationBook book, long keeper, ExchangeLine line) =>
        UnitCircle.Rows(book, keeper, office.Today).Where(u => u.Kind != UnitKind.Section).Select(u => u.Id)
            .SelectMany(home => line.Roles.SelectMany(role => book.WithRole(role, home, office.Today))).Select(w => w.Person.Id);

    private long UnitOf(OrganisationBook book, long person) => book.PostsOf(person, office.Today).FirstOrDefault()?.UnitId ?? 0;

    private Task SayAsync(string text, long id, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.group", text) { Changes = new { id } }, office.Ids, office.Now, cancel);
}
