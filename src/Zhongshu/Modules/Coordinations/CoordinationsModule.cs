using Zhongshu.Modules.Coordinations.Bulletins;
using Zhongshu.Modules.Coordinations.Groups;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.Coordinations.Sharing;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Coordinations;

/// 协调联络: sheets that several units settle together, their meetings with receipts line by line, groups, data requests, the liaison register and notifications.
internal sealed class CoordinationsModule : Module
{
    public const string Manage = "coordination.manage";

    public const string TakePart = "coordination.take-part";

    public const string Look = "statistics.read";

    public override string Id => "coordinations";

    public override string Title => "协调联络";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办事", "协调联络", "/coordination", Manage, 314, "督查和协调"),
        new("办事", "协调联络", "/coordination", TakePart, 314, "督查和协调"),
        new("办事", "协调联络", "/coordination", Look, 314, "督查和协调"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepCoordination>();
        services.AddScoped<CallMeeting>();
        services.AddScoped<KeepGroup>();
        services.AddScoped<AskSharing>();
        services.AddScoped<KeepLiaison>();
        services.AddScoped<KeepBulletin>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        CoordinationApi.Map(routes);
        CoordinationFiles.Map(routes);
    }
}
