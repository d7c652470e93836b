using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Jobs;

/// 定时任务: what the program does because of time, and how it went.
internal sealed class JobsModule : Module
{
    public override string Id => "jobs";

    public override string Title => "定时任务";

    public override IEnumerable<MenuEntry> Menu => [new("设置", "定时任务", "/settings/jobs", "jobs.administer", 810, "运行")];

    public override void AddServices(IServiceCollection services) => services.AddScoped<RunJob>();
}
