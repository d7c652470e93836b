using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Movements;
using Zhongshu.Modules.PeopleFiles.Opinions;
using Zhongshu.Modules.PeopleFiles.Pairs;
using Zhongshu.Modules.PeopleFiles.Plans;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Modules.PeopleFiles.Qualities;
using Zhongshu.Modules.PeopleFiles.Tolerances;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.PeopleFiles;

/// 人员档案: trainings and what is due of them, pairs of mentor and newcomer, abilities, self-examination, opinions of the young, movements, qualities, tolerance.
internal sealed class PeopleFilesModule : Module
{
    public const string Read = "matters.read-own";

    /// 登记本科室的
    public const string Section = "people.section";

    public const string Manage = "people.manage";

    /// A leader.
    public const string Instruct = "incoming.instruct";

    public override string Id => "people-files";

    public override string Title => "人员档案";

    public override IEnumerable<MenuEntry> Menu => [new("办事", "学习培训", "/trainings", Read, 370, "复盘和学习")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<KeepTraining>();
        services.AddScoped<KeepPair>();
        services.AddScoped<PartyLife.PublishReview>();
        services.AddScoped<KeepFile>();
        services.AddScoped<FillTraining>();
        services.AddScoped<KeepPlan>();
        services.AddScoped<HearYouth>();
        services.AddScoped<KeepMovement>();
        services.AddScoped<MarkQuality>();
        services.AddScoped<DeclareDeviation>();
        services.AddScoped<Conduct.KeepConduct>();
        services.AddScoped<Writing.KeepWriting>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        PeopleRoutes.Map(routes);
        PeopleApi.Map(routes);
        LearningApi.Map(routes);
    }
}
