using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Portals.Links;

public sealed record LinkInput
{
    public string Area { get; init; } = "";

    public string Title { get; init; } = "";

    public string Address { get; init; } = "";

    public string Text { get; init; } = "";
}

/// 统一入口: the addresses of the other platforms, kept by the administrator. The program itself never goes there.
internal sealed class KeepLink(Office office)
{
    private const int Most = 200;

    public Task<Outcome<long>> AddAsync(LinkInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(PortalsModule.Administer)) return Refusal.Forbidden("维护统一入口");
        if (!office.Rules.Value(PortalRules.Groups).Contains(input.Area, StringComparer.Ordinal)) return Missing("area", "请选择分组。");
        if (input.Title.Length is 0 or > 60) return Missing("title", "请填写名称，最多60字。");
        if (!WebAddress.IsGood(input.Address)) return Missing("address", "请填写完整网址，以 http:// 或 https:// 开头，不带登录名，最多300字。");
        if (input.Text.Length > 200) return Missing("text", "说明最多200字。");
        var links = office.Db.Set<PortalLink>();
        if (await links.AnyAsync(l => l.Address == input.Address, cancel)) return new Refusal("portal.same", "这个网址已经在统一入口里。") { Kind = RefusalKind.Conflict, Field = "address" };
        var count = await links.CountAsync(cancel);
        if (count >= Most) return new Refusal("portal.full", $"统一入口最多{Most}项，请先删去不用的。") { Kind = RefusalKind.Conflict };
        var link = new PortalLink { Id = office.Ids.Next(), Area = input.Area, Title = input.Title, Address = input.Address, Text = input.Text, Place = count + 1 };
        office.Db.Add(link);
        await office.Db.RecordPlatformAsync(new Act("portal.link", $"统一入口增加“{link.Title}”") { Changes = new { link.Id, link.Address } }, office.Ids, office.Now, cancel);
        return link.Id;
    }, cancel);

    public Task<Outcome<Done>> RemoveAsync(long id, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PortalsModule.Administer)) return Refusal.Forbidden("维护统一入口");
        if (await office.Db.Set<PortalLink>().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } link) return Refusal.NotFound("这个入口");
        office.Db.Remove(link);
        await office.Db.RecordPlatformAsync(new Act("portal.link", $"统一入口删去“{link.Title}”") { Changes = new { link.Id, link.Address } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    private static Refusal Missing(string field, string message) => new($"portal.{field}", message) { Field = field };
}
