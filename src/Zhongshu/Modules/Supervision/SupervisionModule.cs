using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Import;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision;

/// 督查督办
internal sealed class SupervisionModule : Module
{
    public override string Id => SupervisionKindOfMatter.Name;

    public override string Title => "督查督办";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办事", "督办台账", "/supervision", "supervision.docket", 300),
        new("办事", "待立项", "/supervision/sources", "supervision.docket", 310),
        new("办事", "本单位任务", "/supervision/owed", "incoming.handle", 320),
        new("办事", "我交办的", "/supervision/asked", "incoming.instruct", 330),
        new("统计", "督办统计", "/statistics/supervision", "statistics.read", 410),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MatterKind, SupervisionKindOfMatter>();
        services.AddSingleton(new MatterPart(typeof(DocketOffer)));
        services.AddScoped<DocketItem>();
        services.AddScoped<MergeSource>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<ActOnTask>();
        services.AddScoped<SendLetter>();
        services.AddScoped<ImportTasks>();
        services.AddScoped<UnitFollows>();
        services.AddScoped<UnitSucceeded>(scope => scope.GetRequiredService<UnitFollows>().FollowAsync);
        services.AddOfficeJob(SupervisionSweep.Job);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        LetterRoutes.Map(routes);
        FeedbackRoutes.Map(routes);
        BoardRoutes.Map(routes);
        StatisticsRoutes.Map(routes);
        ImportRoutes.Map(routes);
        SupervisionApi.Map(routes);
    }
}
