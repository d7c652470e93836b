using Zhongshu.Modules.Defects.Find;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Modules.Defects.Register;
using Zhongshu.Modules.Defects.Review;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Defects;

/// 错情复盘: slips registered, reviewed and mended; risks known beforehand; lessons kept.
internal sealed class DefectsModule : Module
{
    public const string Register = "defects.register";

    /// 指出其他单位的错情
    public const string PointOut = "defects.point-out";

    public const string Manage = "defects.manage";

    public const string Statistics = "statistics.read";

    public override string Id => "defects";

    public override string Title => "错情复盘";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办事", "错情复盘", "/defects", Register, 360, "复盘和学习"),
        new("查询", "经验库", "/lessons", Register, 340, "制度和经验"),
        new("统计", "错情统计", "/statistics/defects", Statistics, 440, "减负和考核"),
        new("统计", "错情统计", "/statistics/defects", Manage, 440, "减负和考核"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RegisterDefect>();
        services.AddScoped<ActOnDefect>();
        services.AddScoped<TellDefect>();
        services.AddScoped<Accountability.TakeMeasure>();
        services.AddScoped<KeepRisk>();
        services.AddScoped<KeepLesson>();
        services.AddSingleton(new MatterPart(typeof(DefectOffer)));
        services.AddSingleton(new SearchShelf("经验库", "lessons", Register, LessonShelf.FindAsync));
        services.AddSingleton(new MatterClosed(Summaries.AskAsync));
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ReviewRoutes.Map(routes);
        DefectRoutes.Map(routes);
        RiskRoutes.Map(routes);
        LessonRoutes.Map(routes);
        DefectsApi.Map(routes);
    }
}
