using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Challenges;

/// 揭榜挂帅: a hard task is posted, units offer, the best is chosen by criteria, signs for it, and is followed month by month.
internal sealed class ChallengesModule : Module
{
    public const string Manage = "challenges.manage";

    public const string Bid = "challenges.bid";

    public override string Id => "challenges";

    public override string Title => "揭榜挂帅";

    public override IEnumerable<MenuEntry> Menu => [new("办事", "揭榜挂帅", "/challenges", Bid, 350, "我的任务")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RunChallenge>();
        services.AddScoped<UnitFollows>();
        services.AddScoped<UnitSucceeded>(scope => scope.GetRequiredService<UnitFollows>().FollowAsync);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => ChallengeApi.Map(routes);
}
