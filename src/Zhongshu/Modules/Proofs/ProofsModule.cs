using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Modules.Proofs.Contracts;
using Zhongshu.Modules.Proofs.Gates;
using Zhongshu.Modules.Proofs.Jobs;
using Zhongshu.Modules.Proofs.Read;
using Zhongshu.Modules.Proofs.Reviews;
using Zhongshu.Modules.Proofs.UnitList;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Proofs;

/// 公文校核
internal sealed class ProofsModule : Module
{
    public override string Id => "proofs";

    public override string Title => "公文校核";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办文", "公文校核", "/proofing", "proofing.use", 160, "校核排版"),
        new("办文", "校核词表", "/proofing/unit", KeepUnitList.Permission, 168, "校核排版"),
    ];

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        CheckRoutes.Map(routes);
        CheckApi.Map(routes);
        ReadRoutes.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProofingShelf>();
        services.AddScoped<UnitKnowledge>();
        services.AddScoped<CheckText>();
        services.AddScoped<NewProof>();
        services.AddScoped<Decide>();
        services.AddScoped<CheckAgain>();
        services.AddScoped<Downloads>();
        services.AddScoped<TickGates>();
        services.AddScoped<ProofSlip>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<KeepUnitList>();
        services.AddOfficeJob(CleanProofs.Job);
    }
}
