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
    }
}
