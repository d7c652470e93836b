using Zhongshu.Modules.Burdens.Events;
using Zhongshu.Modules.Burdens.Flaws;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Papers;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Modules.Burdens.Publications;
using Zhongshu.Modules.Burdens.Quoted;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Modules.Burdens.Savings;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens;

/// 总量管控与减负: what is put on the grass roots is planned, counted and answered for.
internal sealed class BurdensModule : Module
{
    public const string Manage = "burdens.manage";

    public const string TakePart = "burdens.take-part";

    public const string Read = "statistics.read";

    public override string Id => "burdens";

    public override string Title => "总量管控与减负";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办事", "减负填报", "/burdens/mine", TakePart, 340, "我的任务"),
        new("统计", "总量管控", "/burdens", Read, 420, "减负和考核"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RegisterEntry>();
        services.AddScoped<DecideEntry>();
        services.AddScoped<ImportEntries>();
        services.AddScoped<KeepEvent>();
        services.AddScoped<MarkPapers>();
        services.AddScoped<SetPlan>();
        services.AddScoped<ImportPlan>();
        services.AddScoped<RegisterForm>();
        services.AddScoped<AnswerForm>();
        services.AddScoped<ReportBurden>();
        services.AddScoped<ActOnReport>();
        services.AddScoped<Rate>();
        services.AddScoped<RecordSaving>();
        services.AddScoped<TakeQuoted>();
        services.AddScoped<KeepFlaw>();
        services.AddScoped<PublishResults>();
        services.AddScoped<UnitFollows>();
        services.AddScoped<UnitSucceeded>(scope => scope.GetRequiredService<UnitFollows>().FollowAsync);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        LedgerRoutes.Map(routes);
        PlanRoutes.Map(routes);
        LedgerApi.Map(routes);
        FormRoutes.Map(routes);
        ObservationRoutes.Map(routes);
        RatingRoutes.Map(routes);
        PaperRoutes.Map(routes);
        KeepingRoutes.Map(routes);
    }
}
