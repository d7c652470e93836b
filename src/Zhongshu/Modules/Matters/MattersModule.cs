using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Contracts;
using Zhongshu.Modules.Matters.Readers;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Matters;

/// 事项: the page of one matter, and the verbs of the flow on it, for every kind.
internal sealed class MattersModule : Module
{
    public override string Id => "matters";

    public override string Title => "事项";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ActOnMatter>();
        services.AddScoped<ChaseMatters>();
        services.AddScoped<FirstSight>();
        services.AddScoped<ChangeReaders>();
        services.AddScoped<MatterKinds>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        MattersApi.Map(routes);
        ReadersApi.Map(routes);
    }
}
