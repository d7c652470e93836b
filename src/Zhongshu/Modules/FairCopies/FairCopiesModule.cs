using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Modules.FairCopies.Jobs;
using Zhongshu.Modules.FairCopies.Make;
using Zhongshu.Modules.FairCopies.Measure;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.FairCopies;

/// 公文排版
internal sealed class FairCopiesModule : Module
{
    public override string Id => "fair-copies";

    public override string Title => "公文排版";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("办文", "公文排版", "/typesetting", "proofing.use", 164, "校核排版"),
        new("办文", "格式检查", "/typesetting/format-check", "proofing.use", 166, "校核排版"),
    ];

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SetRoutes.Map(routes);
        SetApi.Map(routes);
    }

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<OfficeFonts>();
        services.AddSingleton<TypesetDocument>();
        services.AddScoped<SealPictures>();
        services.AddScoped<MakeFairCopy>();
        services.AddScoped<CheckFormat>();
        services.AddOfficeJob(CleanFairCopies.Job);
    }
}
