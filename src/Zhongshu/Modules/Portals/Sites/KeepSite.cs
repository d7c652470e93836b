using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Portals.Sites;

public sealed record SiteInput
{
    public long Unit { get; init; }

    public string Level { get; init; } = "";

    public string Title { get; init; } = "";

    public string Address { get; init; } = "";
}

/// One item as somebody saw it; an item without words was not looked at.
public sealed record SiteCheckInput
{
    public string Item { get; init; } = "";

    public bool Holds { get; init; }

    public string Words { get; init; } = "";
}

/// 站点台账: sites of three levels, each looked at by the seven 统一 and the six 有.
internal sealed class KeepSite(Office office)
{
    public Task<Outcome<long>> AddAsync(SiteInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(PortalsModule.Keep)) return Refusal.Forbidden("登记站点");
        var book = await office.BookAsync(cancel);
        var home = office.Actor.HomeUnitId;
        if (UnitCircle.Rows(book, home, office.Today).All(u => u.Id != input.Unit)) return Missing("unit", "请选择是哪个单位的站点。");
        if (office.Rules.Value(PortalRules.Levels).All(l => l.Id != input.Level)) return Missing("level", "请选择是哪一级的站点。");
        if (input.Title.Length is 0 or > 120) return Missing("title", "请填写站点名称，最多120字。");
        if (!WebAddress.IsGood(input.Address)) return Missing("address", "请填写完整网址，以 http:// 或 https:// 开头，不带登录名，最多300字。");
        if (await Mine().AnyAsync(s => s.Address == input.Address, cancel)) return new Refusal("portal.same", "这个站点已经登记。") { Kind = RefusalKind.Conflict, Field = "address" };
        var site = new PortalSite { Id = office.Ids.Next(), KeeperId = home, UnitId = input.Unit, Level = input.Level, Title = input.Title, Address = input.Address, AddedBy = office.Actor.Name };
        office.Db.Add(site);
        await SayAsync(site, "登记", cancel);
        return site.Id;
    }, cancel);

    public Task<Outcome<Done>> CheckAsync(long id, IReadOnlyList<SiteCheckInput> seen, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PortalsModule.Keep)) return Refusal.Forbidden("检查站点");
        if (await Mine().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } site) return Refusal.NotFound("这个站点");
        var known = PortalRules.Lists(office.Rules).SelectMany(l => l.Items).ToDictionary(i => i.Id, i => i.Word, StringComparer.Ordinal);
        var looked = seen.Where(s => s is { Words.Length: > 0 }).ToList();
        if (looked.Count == 0) return Missing("words", "请至少写明一项看到的情况。");
        if (looked.FirstOrDefault(s => !known.ContainsKey(s.Item)) is not null) return Missing("item", "有一项不在检查表中，请刷新后重新填写。");
        if (looked.FirstOrDefault(s => s.Words.Length > 300) is { } wordy) return Missing("words", $"“{known[wordy.Item]}”的情况最多300字。");
        var kept = await office.Db.Set<SiteCheck>().Where(c => c.SiteId == id).ToDictionaryAsync(c => c.Item, StringComparer.Ordinal, cancel);
        foreach (var one in looked.DistinctBy(s => s.Item, StringComparer.Ordinal))
        {
            if (!kept.TryGetValue(one.Item, out var check)) office.Db.Add(check = new SiteCheck { SiteId = id, Item = one.Item, Words = "", CheckedBy = "" });
            (check.Holds, check.Words, check.On, check.CheckedBy) = (one.Holds, one.Words, office.Today, office.Actor.Name);
        }

        await SayAsync(site, $"检查{looked.Count}项", cancel);
        return Done.Yes;
    }, cancel);

    public IQueryable<PortalSite> Mine()
    {
        var home = office.Actor.HomeUnitId;
        return office.Db.Set<PortalSite>().Where(s => s.KeeperId == home);
    }

    private Task SayAsync(PortalSite site, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("portal.site", $"站点“{site.Title}”：{text}") { Changes = new { site.Id } }, office.Ids, office.Now, cancel);

    private static Refusal Missing(string field, string message) => new($"portal.{field}", message) { Field = field };
}
