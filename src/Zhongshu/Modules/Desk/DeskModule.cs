using Zhongshu.Modules.Desk.Todos;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Desk;

/// 工作台
internal sealed class DeskModule : Module
{
    public override string Id => "desk";

    public override string Title => "工作台";

    public override void AddServices(IServiceCollection services) => services.AddScoped<KeepTodo>();

    public override void MapRoutes(IEndpointRouteBuilder routes) => TodoRoutes.Map(routes);

    public override IEnumerable<MenuEntry> Menu => [new("工作台", "工作台", "/", "", 0)];
}
