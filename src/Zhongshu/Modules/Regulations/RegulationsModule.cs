using Zhongshu.Modules.Regulations.Find;
using Zhongshu.Modules.Regulations.Flows;
using Zhongshu.Modules.Regulations.Handbook;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Modules.Regulations.Sides;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Regulations;

/// 制度台账: the unit's own regulations, what is missing among them, and the plan of making, changing and abolishing.
internal sealed class RegulationsModule : Module
{
    public const string Read = "matters.read-own";

    public const string Manage = "regulations.manage";

    public override string Id => "regulations";

    public override string Title => "制度台账";

    public override IEnumerable<MenuEntry> Menu => [new("查询", "制度台账", "/regulations", Read, 331, "制度和经验")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepRegulation>();
        services.AddScoped<PlanRegulation>();
        services.AddScoped<LookAtRegulation>();
        services.AddScoped<PlanPackage>();
        services.AddScoped<KeepPost>();
        services.AddScoped<ReviewFlow>();
        services.AddScoped<KeepSide>();
        services.AddSingleton(new SearchShelf(Title, "regulations", Read, RegulationShelf.FindAsync));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        RegulationRoutes.Map(routes);
        RegulationFiles.Map(routes);
        RegulationsApi.Map(routes);
    }
}
