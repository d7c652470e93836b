using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.IncomingDocuments;

/// 收文
internal sealed class IncomingDocumentsModule : Module
{
    public override string Id => IncomingKindOfMatter.Name;

    public override string Title => "收文";

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IncomingKindOfMatter>();
        services.AddSingleton<MatterKind>(provider => provider.GetRequiredService<IncomingKindOfMatter>());
        services.AddScoped<RegisterDocument>();
    }
}
