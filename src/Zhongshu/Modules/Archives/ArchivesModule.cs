using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Archives;

/// 档案: what is closed is filed, piece by piece.
internal sealed class ArchivesModule : Module
{
    public const string Permission = "archive.file";

    public override string Id => "archives";

    public override string Title => "档案";

    public override IEnumerable<MenuEntry> Menu => [new("办文", "归档", "/archives", Permission, 180, "档案")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FileMatter>();
        services.AddScoped<FilingSlip>();
        services.AddScoped<AfterFiling>();
        services.AddScoped<ArchiveList>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ArchiveRoutes.Map(routes);
        ArchivesApi.Map(routes);
    }
}
