using Zhongshu.Modules.Notices.Channels;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Modules.Notices.Prefer;
using Zhongshu.Modules.Notices.Trace;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Notices;

/// 通知: in the page always; by mail, short message and interface as the office and the person have set it.
internal sealed class NoticesModule : Module
{
    public override string Id => "notices";

    public override string Title => "通知";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("工作台", "通知", "/notices", "", 10),
        new("设置", "通知渠道", "/settings/notices", "notices.administer", 800, "运行"),
        new("设置", "投递记录", "/settings/deliveries", "notices.administer", 801, "运行"),
        new("设置", "通知方式", "/me/notices", "", 995, "我的"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<SignedPost>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<SmsSender>();
        services.AddSingleton<Outlets>();
        services.AddScoped<SetChannel>();
        services.AddScoped<ChooseMode>();
        services.AddScoped<DeliveryList>();
        services.AddOfficeJob(DeliverNotices.Job);
        services.AddOfficeJob(DeliverNotices.Forgetting);
    }
}
