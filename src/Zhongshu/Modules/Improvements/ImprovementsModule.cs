using Zhongshu.Modules.Improvements.Lists;
using Zhongshu.Modules.Improvements.Pilots;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Improvements;

/// 务虚和改进: opinions of a retreat, lists and plans with who does what by when, and pilots.
internal sealed class ImprovementsModule : Module
{
    public const string Read = "matters.read-own";

    public const string Manage = "regulations.manage";

    public override string Id => "improvements";

    public override string Title => "务虚和改进";

    public override IEnumerable<MenuEntry> Menu => [new("办事", "务虚和改进", "/improvements", Read, 366, "复盘和学习")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepRetreat>();
        services.AddScoped<KeepList>();
        services.AddScoped<KeepPilot>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => ImprovementsApi.Map(routes);
}
