using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Notices;

/// 通知
internal sealed class NoticesModule : Module
{
    public override string Id => "notices";

    public override string Title => "通知";

    public override IEnumerable<MenuEntry> Menu => [new("工作台", "通知", "/notices", "", 10)];
}
