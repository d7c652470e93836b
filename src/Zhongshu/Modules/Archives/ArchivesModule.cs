using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.Archives.Ahead;
using Zhongshu.Modules.Archives.Checks;
using Zhongshu.Modules.Archives.Documents;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Electronic;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Sweep;
using Zhongshu.Modules.Archives.Tasks;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Archives;

/// 档案: what is closed is filed, piece by piece; kept, checked, lent and made use of.
internal sealed class ArchivesModule : Module
{
    public const string Permission = "archive.file";

    public const string Lend = "archive.lend";

    public const string Manage = "archive.manage";

    public const string Read = "matters.read-own";

    /// 登记文档
    public const string Write = "outgoing.draft";

    private const string Heading = "档案";

    public override string Id => "archives";

    public override string Title => "档案";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办文", "归档", "/archives", Permission, 180, Heading),
        new("办文", "归档任务", "/archives/tasks", "incoming.handle", 181, Heading),
        new("办文", "归档任务", "/archives/tasks", Manage, 181, Heading),
        new("办文", "文档", "/archives/documents", Write, 182, Heading),
        new("办文", "文档", "/archives/documents", Manage, 182, Heading),
        new("办文", "档案工作", "/archives/work", Manage, 183, Heading),
        new("办文", "借阅利用", "/archives/loans", Lend, 184, Heading),
        new("查询", "档案借阅", "/archives/loans", Read, 322, "事项"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FileMatter>();
        services.AddScoped<FilingSlip>();
        services.AddScoped<AfterFiling>();
        services.AddScoped<ArchiveList>();
        services.AddScoped<OwedPieces>();
        services.AddScoped<KeepTask>();
        services.AddScoped<LendPiece>();
        services.AddScoped<KeepWork>();
        services.AddScoped<KeepDuty>();
        services.AddScoped<KeepCheck>();
        services.AddScoped<HoldingReading>();
        services.AddScoped<KeepTopic>();
        services.AddScoped<KeepProduct>();
        services.AddScoped<ProductReading>();
        services.AddScoped<KeepDemand>();
        services.AddScoped<DetectPieces>();
        services.AddScoped<KeepDocument>();
        services.AddSingleton<MatterKind, DocumentKindOfMatter>();
        services.AddOfficeJob(ArchiveSweep.Job);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ArchiveRoutes.Map(routes);
        ArchiveWorkRoutes.Map(routes);
        ArchivesApi.Map(routes);
        ArchiveWorkApi.Map(routes);
    }
}
