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
        new("办文", "收文登记", "/incoming/register", "incoming.register", 100),
        new("办文", "收文台账", "/incoming", "matters.read-own", 110),
        new("办文", "批量登记", "/incoming/batch", "incoming.register", 120),
        new("办文", "批示件", "/incoming/instructions", "incoming.ledger", 125),
        new("办文", "批示件", "/incoming/instructions", "incoming.instruct", 125),
        new("办文", "批示件", "/incoming/instructions", "incoming.record-instruction", 125),
        new("办文", "晨会清单", "/incoming/morning", "incoming.chase", 140),
        new("办文", "分层在办", "/incoming/levels", "incoming.chase", 132),
        new("办文", "分层在办", "/incoming/levels", "incoming.record-instruction", 132),
        new("办文", "分层在办", "/incoming/levels", "incoming.assign", 132),
        new("办文", "配套事项", "/incoming/follow-ups", "matters.read-office", 134),
        new("办文", "配套事项", "/incoming/follow-ups", "incoming.assign", 134),
        new("办文", "报件意向", "/incoming/intents", "incoming.propose", 136),
        new("办文", "报件意向", "/incoming/intents", "outgoing.draft", 136),
        new("办文", "工作要求清单", "/incoming/demands", "incoming.handle", 138),
        new("办文", "工作要求清单", "/incoming/demands", "incoming.route", 138),
        new("办文", "复盘和漏洞", "/incoming/retrospects", "incoming.route", 145),
        new("办文", "复盘和漏洞", "/incoming/retrospects", "incoming.chase", 145),
        new("查询", "收文办理流程", "/incoming/steps", "matters.read-own", 335),
        new("办文", "交接班", "/incoming/shift", HandShift.Permission, 150),
    ];

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
