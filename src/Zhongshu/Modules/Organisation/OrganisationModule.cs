using Zhongshu.Modules.Organisation.Delegate;
using Zhongshu.Modules.Organisation.Exchange;
using Zhongshu.Modules.Organisation.HandOver;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation;

/// 组织人员: units, posts, people, who is in charge of what, who steps in for whom.
internal sealed class OrganisationModule : Module
{
    public const string Manage = "organisation.manage";

    /// Granting roles is the security administrator's.
    public const string Grant = "accounts.manage";

    public override string Id => "organisation";

    public override string Title => "组织人员";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OrganisationDesk>();
        services.AddScoped<WaitingWork>();
        services.AddScoped<DelegationDesk>();
        services.AddSingleton<WaitingUploads>();
        services.AddScoped<UnitSucceeded>(scope => scope.GetRequiredService<WaitingWork>().FollowAsync);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => OrganisationWorkbook.Map(routes);

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("工作台", "委托与AB角", "/delegation", RequiresAttribute.SignedIn, 60),
        new("查询", "组织机构", "/organisation", RequiresAttribute.SignedIn, 40, "机构和职责"),
        new("查询", "通讯录", "/contacts", RequiresAttribute.SignedIn, 41, "机构和职责"),
        new("查询", "职责库", "/organisation/duties", RequiresAttribute.SignedIn, 42, "机构和职责"),
        new("设置", "人员与任职", "/organisation/people", Manage, 10, "机构人员"),
        new("设置", "领导排序与分管", "/organisation/leaders", Manage, 11, "机构人员"),
        new("设置", "AB角与联系秘书", "/organisation/deputies", Manage, 12, "机构人员"),
        new("设置", "岗责检查", "/organisation/checks", Manage, 13, "机构人员"),
        new("设置", "岗位角色", "/settings/post-roles", Grant, 905, "账号权限"),
        new("设置", "机构导入导出", "/organisation/exchange", Manage, 14, "机构人员"),
    ];
}
