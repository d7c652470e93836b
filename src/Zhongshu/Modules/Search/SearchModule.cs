using Microsoft.AspNetCore.Routing;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Search;

/// 查询: one box for words, numbers, people and units.
internal sealed class SearchModule : Module
{
    public override string Id => "search";

    public override string Title => "查询";

    public override IEnumerable<MenuEntry> Menu => [new("查询", "全文检索", "/search", "search.use", 310, "事项")];

    public override void AddServices(IServiceCollection services) => services.AddOfficeJob(OpinionIndex.Job).AddSingleton<SearchSources>();

    public override void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/search", async (string? q, long? before, Office office, SearchSources sources, CancellationToken cancel) => TypedResults.Ok(await SearchView.ReadAsync(office, q, before, sources, cancel))).Requires("search.use");
}
