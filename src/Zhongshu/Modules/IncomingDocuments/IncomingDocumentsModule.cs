using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.IncomingDocuments.Answer;
using Zhongshu.Modules.IncomingDocuments.Batch;
using Zhongshu.Modules.IncomingDocuments.Chase;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Modules.IncomingDocuments.Instructions;
using Zhongshu.Modules.IncomingDocuments.Morning;
using Zhongshu.Modules.IncomingDocuments.Print;
using Zhongshu.Modules.IncomingDocuments.Receive;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.IncomingDocuments.Shift;
using Zhongshu.Modules.IncomingDocuments.Study;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.IncomingDocuments;

/// 收文
internal sealed class IncomingDocumentsModule : Module
{
    public override string Id => IncomingKindOfMatter.Name;

    public override string Title => "收文";

    public override IEnumerable<MenuEntry> Menu =>
    [
        .. Entry(100, "收文", "收文登记", "/incoming/register", "incoming.register"),
        .. Entry(105, "收文", "批量登记", "/incoming/batch", "incoming.register"),
        .. Entry(110, "收文", "收文台账", "/incoming", "matters.read-own"),
        .. Entry(115, "收文", "报件意向", "/incoming/intents", "incoming.propose", "outgoing.draft"),
        .. Entry(118, "收文", "交接班", "/incoming/shift", HandShift.Permission),
        .. Entry(125, "跟踪催办", "批示件", "/incoming/instructions", "incoming.ledger", "incoming.instruct", "incoming.record-instruction"),
        .. Entry(130, "跟踪催办", "晨会清单", "/incoming/morning", "incoming.chase"),
        .. Entry(132, "跟踪催办", "分层在办", "/incoming/levels", "incoming.chase", "incoming.record-instruction", "incoming.assign"),
        .. Entry(134, "跟踪催办", "配套事项", "/incoming/follow-ups", "matters.read-office", "incoming.assign"),
        .. Entry(138, "要求和改进", "工作要求清单", "/incoming/demands", "incoming.handle", "incoming.route"),
        .. Entry(145, "要求和改进", "复盘和漏洞", "/incoming/retrospects", "incoming.route", "incoming.chase"),
        new("查询", "收文办理流程", "/incoming/steps", "matters.read-own", 335, "制度和经验"),
    ];

    /// One entry of 办文, for whoever has any of the permissions.
    private static IEnumerable<MenuEntry> Entry(int order, string heading, string title, string href, params string[] permissions) =>
        permissions.Select(p => new MenuEntry("办文", title, href, p, order, heading));

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SlipRoutes.Map(routes);
        LedgerRoutes.Map(routes);
        RegisterRoutes.Map(routes);
        RegisterApi.Map(routes);
        BatchRoutes.Map(routes);
        AnswerRoutes.Map(routes);
        InstructionRoutes.Map(routes);
        ShiftRoutes.Map(routes);
        StudyRoutes.Map(routes);
        MorningRoutes.Map(routes);
        LoopRoutes.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IncomingKindOfMatter>();
        services.AddSingleton<MatterKind>(provider => provider.GetRequiredService<IncomingKindOfMatter>());
        services.AddScoped<RegisterDocument>();
        services.AddScoped<TakeDelivered>();
        services.AddScoped<EscalateOverdue>();
        services.AddOfficeJob(ChaseSweep.Job);
        services.AddScoped<ReadUploads>();
        services.AddScoped<ReceiveDocument>();
        services.AddScoped<CheckDocument>();
        services.AddScoped<RegisterBatch>();
        services.AddScoped<AnswerSender>();
        services.AddScoped<HandShift>();
        services.AddScoped<KeepView>();
        services.AddScoped<NoteProgress>();
        services.AddScoped<StudyDocument>();
        services.AddOfficeJob(DailyClear.Job);
        services.AddLoops();
    }
}
