using Zhongshu.Modules.Materials.Asks;
using Zhongshu.Modules.Materials.Find;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Materials;

/// 知识库: one library of materials with kinds as data, their versions and files; what was already asked for is not asked again.
internal sealed class MaterialsModule : Module
{
    public const string Read = "matters.read-own";

    public const string Write = "defects.register";

    public const string Manage = "regulations.manage";

    public override string Id => "materials";

    public override string Title => "知识库";

    public override IEnumerable<MenuEntry> Menu => [new("查询", "知识库", "/materials", Read, 338, "制度和经验")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepMaterial>();
        services.AddScoped<AskForMaterial>();
        services.AddSingleton(new SearchShelf(Title, "materials", Read, MaterialShelf.FindAsync));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        MaterialRoutes.Map(routes);
        MaterialsApi.Map(routes);
    }
}
