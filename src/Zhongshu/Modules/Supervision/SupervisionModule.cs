using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Closings;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Modules.Supervision.Decompose;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Import;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Modules.Supervision.Kindred;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Modules.Supervision.People;
using Zhongshu.Modules.Supervision.Projects;
using Zhongshu.Modules.Supervision.Propose;
using Zhongshu.Modules.Supervision.Reforms;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Rounds;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Talks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
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
        new("办事", "督办台账", "/supervision", "supervision.docket", 300, "台账"),
        new("办事", "待立项", "/supervision/sources", "supervision.docket", 303, "台账"),
        new("办事", "轻重缓急", "/supervision/priorities", "supervision.docket", 304, "台账"),
        new("办事", "督办分册", "/supervision/ledgers", "supervision.docket", 305, "台账"),
        new("办事", "督查计划", "/supervision/inspections", "supervision.check", 311, "督查和协调"),
        new("办事", "督查计划", "/supervision/inspections", "supervision.approve", 311, "督查和协调"),
        new("办事", "求助协调", "/supervision/helps", "supervision.check", 313, "督查和协调"),
        new("办事", "督查机制", "/supervision/mechanisms", "supervision.check", 315, "督查和协调"),
        new("办事", "项目督查", "/supervision/projects", "supervision.check", 316, "重点督查"),
        new("办事", "改革事项上会", "/supervision/reforms", "supervision.check", 317, "重点督查"),
        new("办事", "政策执行温差", "/supervision/gaps", "supervision.check", 318, "重点督查"),
        new("办事", "党建督查日程", "/supervision/rounds", "supervision.check", 312, "督查和协调"),
        new("办事", "结项考核", "/supervision/closings", "supervision.check", 306, "台账"),
        new("办事", "督办规程", "/supervision/procedure", "supervision.check", 307, "台账"),
        new("办事", "本单位任务", "/supervision/owed", "incoming.handle", 320, "我的任务"),
        new("办事", "我交办的", "/supervision/asked", "incoming.instruct", 330, "我的任务"),
        new("统计", "督办统计", "/statistics/supervision", "statistics.read", 410, "督办"),
        new("统计", "挂图督查", "/supervision/map", "statistics.read", 411, "督办"),
        new("统计", "通报和报告", "/supervision/reports", "supervision.circular", 412, "督办"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MatterKind, SupervisionKindOfMatter>();
        services.AddSingleton(new MatterPart(typeof(DocketOffer)));
        services.AddScoped<KeepBoardView>();
        services.AddSingleton<CountBoard>();
        services.AddScoped<DocketItem>();
        services.AddScoped<OpenItem>();
        services.AddScoped<MergeSource>();
        services.AddScoped<TaskDesk>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<SignFeedback>();
        services.AddScoped<TaskReaders>();
        services.AddScoped<ActOnTask>();
        services.AddScoped<SplitTask>();
        services.AddScoped<AskAgreement>();
        services.AddScoped<SortMaterial>();
        services.AddScoped<RecordTalk>();
        services.AddSingleton(new FileCircle(VisitFiles.Roles, VisitFiles.MayReadAsync));
        services.AddScoped<PlanTask>();
        services.AddScoped<MarkItem>();
        services.AddScoped<NamePeople>();
        services.AddScoped<IssueReport>();
        services.AddScoped<KeepMechanism>();
        services.AddScoped<AskHelp>();
        services.AddScoped<RecordVisit>();
        services.AddScoped<LinkKindred>();
        services.AddScoped<PlanInspection>();
        services.AddScoped<SendLetter>();
        services.AddSingleton(new DeliverySource(DeliveredLetters.Key, DeliveredLetters.ListAsync, DeliveredLetters.OpenAsync));
        services.AddScoped<DocketList>();
        services.AddScoped<ImportTasks>();
        services.AddScoped<ProposeTasks>();
        services.AddScoped<UnitFollows>();
        services.AddScoped<UnitSucceeded>(scope => scope.GetRequiredService<UnitFollows>().FollowAsync);
        services.AddScoped<KeepProject>();
        services.AddScoped<KeepMaturity>();
        services.AddScoped<GradeItem>();
        services.AddScoped<KeepRound>();
        services.AddOfficeJob(SupervisionSweep.Job);
        services.AddOfficeJob(ProjectWatch.Job);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        LetterRoutes.Map(routes);
        VisitRoutes.Map(routes);
        InspectionRoutes.Map(routes);
        FeedbackRoutes.Map(routes);
        BoardRoutes.Map(routes);
        StatisticsRoutes.Map(routes);
        ReportRoutes.Map(routes);
        ImportRoutes.Map(routes);
        ProposeRoutes.Map(routes);
        SupervisionApi.Map(routes);
        SupervisionFollowApi.Map(routes);
        SupervisionMarksApi.Map(routes);
        SupervisionKeepingApi.Map(routes);
    }
}
