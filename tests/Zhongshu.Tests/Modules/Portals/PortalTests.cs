using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Portals;
using Zhongshu.Modules.Portals.Links;
using Zhongshu.Modules.Portals.Sites;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Portals;

/// One entry into the other platforms; sites of three levels by seven and six points.
public sealed class PortalTests
{
    private static readonly LinkInput Link = new() { Area = "业务系统", Title = "项目平台", Address = "https://projects.yunling.example/", Text = "项目申报" };

    private static readonly SiteInput Site = new() { Unit = 40, Level = "second", Title = "青禾县政府网站", Address = "http://qinghe.example/" };

    [Theory, Engines]
    [Trait("req", "M19-B09")]
    public async Task The_other_platforms_are_entered_from_one_page_by_addresses_of_the_web_only(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await AddAsync(scene, "director", Link)).Refusal!.Rule.ShouldBe("platform.forbidden", "the administrator enters addresses");
        foreach (var address in new[] { "javascript:alert(1)", "ftp://files.example/", "//projects.example", "https://user:pass@projects.example/", "file:///etc/passwd", "data:text/html,x", "/incoming", "", "https://" + new string('a', 300) + ".example/" })
            (await AddAsync(scene, "sysadmin", Link with { Address = address })).Refusal!.Field.ShouldBe("address", address);
        (await AddAsync(scene, "sysadmin", Link with { Area = "娱乐" })).Refusal!.Field.ShouldBe("area");
        var id = (await AddAsync(scene, "sysadmin", Link)).Value;
        (await AddAsync(scene, "sysadmin", Link)).Refusal!.Rule.ShouldBe("portal.same");
        (await AddAsync(scene, "sysadmin", Link with { Address = "http://oa.example/", Title = "旧办公系统" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => s.GetRequiredService<OfficeDb>().Set<PortalLink>().CountAsync())).ShouldBe(2);
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepLink>().RemoveAsync(id, null, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
        (await scene.AsAsync("sysadmin", s => s.GetRequiredService<KeepLink>().RemoveAsync(id, null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("sysadmin", s => s.GetRequiredService<KeepLink>().RemoveAsync(id, null, default))).Refusal!.Rule.ShouldBe("platform.not-found");
    }

    [Theory, Engines]
    [Trait("req", "M19-A01")]
    [Trait("req", "M19-A02")]
    [Trait("req", "M19-A14")]
    public async Task A_site_of_one_of_three_levels_is_looked_at_by_seven_and_six_points(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var rules = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules));
        rules.Value(PortalRules.Levels).Count.ShouldBe(3);
        rules.Value(PortalRules.United).Select(u => u.Word).ShouldBe(["统一建设", "统一入驻", "统一服务入口", "统一内容制度", "统一存储", "统一运维管理", "统一安全维护"]);
        rules.Value(PortalRules.Having).Select(h => h.Word).ShouldBe(["组织有网站", "联系有工具", "活动有平台", "统计有系统", "信息发布有渠道", "服务有载体"]);
        foreach (var (field, input) in new[] { ("level", Site with { Level = "fourth" }), ("unit", Site with { Unit = 3 }), ("title", Site with { Title = "" }), ("address", Site with { Address = "gopher://site" }) })
            (await AddSiteAsync(scene, "director", input)).Refusal!.Field.ShouldBe(field);
        (await AddSiteAsync(scene, "handler2", Site)).Refusal!.Rule.ShouldBe("platform.forbidden");
        var id = (await AddSiteAsync(scene, "director", Site)).Value;
        (await AddSiteAsync(scene, "director", Site)).Refusal!.Field.ShouldBe("address");
        foreach (var level in new[] { "first", "third" }) (await AddSiteAsync(scene, "director", Site with { Level = level, Address = $"http://{level}.example/" })).Refusal.ShouldBeNull();

        (await CheckAsync(scene, id)).Refusal!.Field.ShouldBe("words");
        (await CheckAsync(scene, id, new SiteCheckInput { Item = "beauty", Words = "好看" })).Refusal!.Field.ShouldBe("item");
        (await CheckAsync(scene, id, new SiteCheckInput { Item = "storage", Holds = true, Words = "在市云平台" }, new SiteCheckInput { Item = "service", Words = "没有办事入口" })).Refusal.ShouldBeNull();
        (await CheckAsync(scene, id, new SiteCheckInput { Item = "service", Holds = true, Words = "已开办事入口" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => s.GetRequiredService<OfficeDb>().Set<SiteCheck>().OrderBy(c => c.Item).Select(c => new { c.Item, c.Holds }).ToListAsync())).Select(c => (c.Item, c.Holds)).ShouldBe([("service", true), ("storage", true)]);
    }

    private static Task<Outcome<long>> AddAsync(Scene scene, string login, LinkInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepLink>().AddAsync(input, null, default));

    private static Task<Outcome<long>> AddSiteAsync(Scene scene, string login, SiteInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepSite>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> CheckAsync(Scene scene, long id, params SiteCheckInput[] seen) => scene.AsAsync("director", s => s.GetRequiredService<KeepSite>().CheckAsync(id, seen, null, default));
}
