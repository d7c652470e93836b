using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Portals.Links;
using Zhongshu.Modules.Portals.Sites;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Portals;

/// 统一入口和站点: the way into the other platforms, and the register of the sites of three levels.
internal sealed class PortalsModule : Module
{
    public const string Administer = "exchange.administer";

    public const string Keep = "coordination.manage";

    public const string Look = "statistics.read";

    public override string Id => "portals";

    public override string Title => "统一入口";

    public override IEnumerable<MenuEntry> Menu => [new("工作台", "统一入口", "/portal", RequiresAttribute.SignedIn, 70)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepLink>();
        services.AddScoped<KeepSite>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/portal");
        api.MapGet("/links", async (Office office, CancellationToken cancel) => TypedResults.Ok(await office.Db.Set<PortalLink>().AsNoTracking().OrderBy(l => l.Place).ThenBy(l => l.Id).Take(200).ToListAsync(cancel))).Requires(RequiresAttribute.SignedIn);
        api.MapPost("/links", async (LinkInput input, KeepLink links, CancellationToken cancel) => Made(await links.AddAsync(input, null, cancel))).Requires(Administer);
        api.MapPost("/sites", async (SiteInput input, KeepSite sites, CancellationToken cancel) => Made(await sites.AddAsync(input, null, cancel))).Requires(Keep);
        api.MapPut("/sites/{id:long}/checks", CheckAsync).Requires(Keep);
    }

    private static async Task<IResult> CheckAsync(long id, IReadOnlyList<SiteCheckInput> seen, KeepSite sites, CancellationToken cancel)
    {
        var done = await sites.CheckAsync(id, seen, null, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static IResult Made(Outcome<long> done) => done.Succeeded ? TypedResults.Json(new MadeAnswer(done.Value), statusCode: StatusCodes.Status201Created) : done.Refusal.ToProblem();

    internal sealed record MadeAnswer(long Id);
}
