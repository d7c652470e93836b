using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Parties;

public sealed record PartyInput(string Name, string Grade, long Unit, string Needs);

public sealed record LiaisonInput(string Group, long Unit, long Person, string Work);

/// 服务对象 and 联系分工, kept by the office.
internal sealed class KeepParty(Office office)
{
    /// A name that stands already is put into its new grade.
    public Task<Outcome<ServedParty>> ServeAsync(PartyInput input, string? once, CancellationToken cancel) => office.WriteAsync<ServedParty>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (!circle.IsInside || !circle.Manages) return Refusal.Forbidden("登记服务对象");
        if (input.Name.Length is 0 or > TeamLimits.Title) return TeamRefusals.Missing("name", $"请填写服务对象，最多{TeamLimits.Title}字。");
        if (office.Rules.Value(TeamRules.Grades).FirstOrDefault(g => g.Id == input.Grade) is not { } grade) return TeamRefusals.Missing("grade", "请选择级次。");
        if (TeamCircle.Sections(book, circle.Keeper, office.Today).All(u => u.Id != input.Unit)) return TeamRefusals.Missing("unit", "请选择由哪个科室服务。");
        if (input.Needs.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("needs", $"请写明服务什么，最多{TeamLimits.Words}字。");
        var row = await office.Db.Set<ServedParty>().SingleOrDefaultAsync(p => p.KeeperId == circle.Keeper && p.Name == input.Name, cancel);
        if (row is null) office.Db.Add(row = new ServedParty { Id = office.Ids.Next(), KeeperId = circle.Keeper, Name = input.Name, Grade = grade.Id, Needs = input.Needs });
        (row.Grade, row.UnitId, row.Needs) = (grade.Id, input.Unit, input.Needs);
        await office.SayTeamAsync($"服务对象“{row.Name}”：{grade.Rank}，{book.LabelOf(input.Unit)}服务", row.Id, row.Needs, cancel);
        return row;
    }, cancel);

    /// No longer served: the row goes, help that was asked for it stays without it.
    public Task<Outcome<Done>> WithdrawAsync(long id, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var circle = TeamCircle.Of(office, await office.BookAsync(cancel));
        if (!circle.IsInside || !circle.Manages) return Refusal.Forbidden("登记服务对象");
        if (await office.Db.Set<ServedParty>().SingleOrDefaultAsync(p => p.Id == id && p.KeeperId == circle.Keeper, cancel) is not { } row) return Refusal.NotFound("这个服务对象");
        office.Db.Remove(row);
        await office.SayTeamAsync($"服务对象“{row.Name}”已移出", row.Id, row.Needs, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> LinkAsync(LiaisonInput input, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (!circle.IsInside || !circle.Manages) return Refusal.Forbidden("安排联系分工");
        if (!office.Rules.Value(TeamRules.Groups).Contains(input.Group, StringComparer.Ordinal)) return TeamRefusals.Missing("group", "请选择界别。没有列出的，请在制度库“联系的界别”里增加。");
        if (TeamCircle.Sections(book, circle.Keeper, office.Today).All(u => u.Id != input.Unit)) return TeamRefusals.Missing("unit", "请选择由哪个科室联系。");
        if (book.MembersOf(input.Unit, office.Today).All(m => m.Person.Id != input.Person)) return TeamRefusals.Missing("person", "请选择这个科室的联系人。");
        if (input.Work.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("work", $"请写明联系和协助什么，最多{TeamLimits.Words}字。");
        var row = await office.Db.Set<Liaison>().SingleOrDefaultAsync(l => l.KeeperId == circle.Keeper && l.Group == input.Group, cancel);
        if (row is null) office.Db.Add(row = new Liaison { KeeperId = circle.Keeper, Group = input.Group, Work = input.Work });
        (row.UnitId, row.PersonId, row.Work, row.Since) = (input.Unit, input.Person, input.Work, office.Today);
        office.TellTeam(input.Person, "work", $"请您联系{row.Group}：{row.Work}");
        await office.SayTeamAsync($"联系分工：{row.Group}由{book.LabelOf(input.Unit)}{book.Person(input.Person)?.Name}联系", input.Unit, row.Work, cancel);
        return Done.Yes;
    }, cancel);

    /// In their order of precedence.
    public static async Task<IReadOnlyList<ServedParty>> ServedAsync(Office office, long keeper, CancellationToken cancel) =>
        [.. (await office.Db.Set<ServedParty>().AsNoTracking().Where(p => p.KeeperId == keeper).OrderBy(p => p.Name).Take(300).ToListAsync(cancel)).OrderBy(p => office.Rules.RankOf(p.Grade))];

    /// Somebody keeps in touch who still belongs to that section.
    public static bool IsHeld(Liaison? link, OrganisationBook book, DateOnly today) => link is not null && book.MembersOf(link.UnitId, today).Any(m => m.Person.Id == link.PersonId);

    /// 分工表: every group of the rule, with who keeps in touch, null where nobody does.
    public static async Task<IReadOnlyList<(string Group, Liaison? Link)>> LinksAsync(Office office, long keeper, CancellationToken cancel)
    {
        var links = await office.Db.Set<Liaison>().AsNoTracking().Where(l => l.KeeperId == keeper).ToDictionaryAsync(l => l.Group, StringComparer.Ordinal, cancel);
        return [.. office.Rules.Value(TeamRules.Groups).Select(g => (g, links.GetValueOrDefault(g)))];
    }
}
