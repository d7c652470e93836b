using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.RuleLibrary;

/// 制度库: every figure with its source, where it is used, and the unit's own adjustments.
internal sealed class RuleLibraryModule : Module
{
    public override string Id => "rule-library";

    public override string Title => "制度库";

    public override IEnumerable<MenuEntry> Menu => [new("查询", "制度库", "/rules", "", 330, "制度和经验")];

    public override void AddServices(IServiceCollection services) => services.AddScoped<AdjustRule>();
}
