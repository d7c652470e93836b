using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.IncomingDocuments.Demands;
using Zhongshu.Modules.IncomingDocuments.FollowUps;
using Zhongshu.Modules.IncomingDocuments.Intents;
using Zhongshu.Modules.IncomingDocuments.Keepers;
using Zhongshu.Modules.IncomingDocuments.Learn;
using Zhongshu.Modules.IncomingDocuments.Retrospects;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Jobs;

namespace Zhongshu.Modules.IncomingDocuments;

/// What surrounds the way of a single document: who carries it, what follows from it, what is demanded, learnt and talked over beforehand.
internal static class Loops
{
    public static void AddLoops(this IServiceCollection services)
    {
        services.AddScoped<SetKeeper>();
        services.AddScoped<ChaseAtLevel>();
        services.AddScoped<ReadEarly>();
        services.AddScoped<ChangeFollowUp>();
        services.AddScoped<NoteFinding>();
        services.AddScoped<IssueDemand>();
        services.AddScoped<TalkOverIntent>();
        services.AddSingleton(new FileTaken(NoteReceipt.DownloadedAsync));
        services.AddOfficeJob(UnitReceiptSweep.Job);
        services.AddOfficeJob(RemindIntents.Job);
    }
}

internal static class LoopRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        KeeperRoutes.Map(routes);
        LearnRoutes.Map(routes);
        FollowUpRoutes.Map(routes);
        RetrospectRoutes.Map(routes);
        DemandRoutes.Map(routes);
        IntentRoutes.Map(routes);
    }
}
