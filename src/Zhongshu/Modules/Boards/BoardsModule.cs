using Zhongshu.Modules.Boards.Mark;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Boards;

/// 领导看板: what leaders keep before their eyes, the chain from warning to carrying out, one source for week and news, totals by section.
internal sealed class BoardsModule : Module
{
    public const string Look = "statistics.read";

    public const string Mark = "board.mark";

    public override string Id => "boards";

    public override string Title => "领导看板";

    public override IEnumerable<MenuEntry> Menu => [new("工作台", "领导看板", "/board", Look, 5)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<MarkFocus>();
        services.AddSingleton(new MatterPart(typeof(FocusOffer)));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => BoardRoutes.Map(routes);
}
