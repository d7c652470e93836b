using Microsoft.AspNetCore.Routing;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// 压文、当日件、超期、未回传 and the figures of 收文: a part of 收文 with its own places in the menu.
internal sealed class WatchModule : Module
{
    public override string Id => "incoming-watch";

    public override string Title => "收文监看和统计";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办文", "压文和超期", "/incoming/watch", "incoming.chase", 128, "跟踪催办"),
        new("统计", "收文统计", "/statistics/incoming", "statistics.read", 400, "办文"),
        new("统计", "报送程序情况", "/statistics/incoming-procedure", "incoming.check", 405, "办文"),
        new("统计", "白头件周报", "/statistics/white-heads", "incoming.check", 406, "办文"),
        new("查询", "分歧件档案", "/incoming/disputes", "incoming.ledger", 320, "事项"),
    ];

    public override void MapRoutes(IEndpointRouteBuilder routes) => WatchRoutes.Map(routes);
}
