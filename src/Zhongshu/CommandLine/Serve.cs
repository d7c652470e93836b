using Zhongshu.Demo.Life;
using Zhongshu.Platform.Access.Keys;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// Serves the site in the foreground until it is told to stop: Ctrl+C or SIGTERM lets what runs come to its end.
internal static class Serve
{
    private const string Usage = """
        用法：./run [选项]      在前台启动站点，按 Ctrl+C 停止

          --urls 地址          监听地址，多个以分号隔开（默认 http://127.0.0.1:5080）
          --data 目录          数据目录：数据库、附件、密钥（默认 data）
          --db 连接串          改用 PostgreSQL，例如 "Host=…;Username=…;Database=…"；不给则用数据目录中的 SQLite
          --network 网络       internet 互联网、intranet 内部网络（默认）、classified 涉密内网：决定能否保存涉密文稿
          --outbound 地址      允许通知投递到的其他地址或网段，以逗号隔开，例如 10.1.0.0/16
          --rules 目录         规则目录（默认随程序）
          --no-demo            不建示范单位

        健康检查：/health/live、/health/ready。命令行工具：./zhongshu help。
        退出码：0 正常停止，1 启动后出错，2 选项不对或不能启动。
        """;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?")) return await terminal.SayAsync(Usage);
        var settings = OfficeSettings.Parse(args);
        if (!settings.Succeeded) return await terminal.RefuseAsync(settings.Refusal);
        try
        {
            var taken = SiteLock.Take(settings.Value);
            if (!taken.Succeeded) return await terminal.RefuseAsync(taken.Refusal);
            await using var held = taken.Value;
            return await RunAsync(settings.Value, terminal);
        }
        catch (Exception fault) when (StartFaults.Explain(fault, settings.Value.DataFolder) is { } message)
        {
            return await terminal.RefuseAsync(message);
        }
    }

    private static async Task<int> RunAsync(OfficeSettings settings, Terminal terminal)
    {
        if (LifeMark.StartOver(settings)) await terminal.Out.WriteLineAsync($"上一次首次启动没有走完，示范单位重新建立；未建完的数据库移到了 {Path.Combine(settings.DataFolder, LifeMark.Aside)}，可以删除。");
        await using var app = OfficeHost.Build(settings);
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        if (settings.Demo)
        {
            await LifePlay.RunAsync(app, CancellationToken.None);
            // The two weeks leave a second application's memory behind; no user waits yet.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        var master = app.Services.GetRequiredService<MasterKey>();
        if (KeyRing.Unreadable(settings, master) is > 0 and var keys)
            await terminal.Out.WriteLineAsync($"注意：密钥环中有{keys}把密钥是用另一个主密钥锁的，打不开。请停止程序，把原来的主密钥放回 {master.File}；确已遗失的，所有人须重新登录，动态口令和通知渠道的密码须重新设置。");
        await app.StartAsync();
        await terminal.Out.WriteLineAsync($"中枢已启动：{string.Join(' ', app.Urls)}  （数据目录 {settings.DataFolder}；按 Ctrl+C 停止）");
        await app.WaitForShutdownAsync();
        return Terminal.Well;
    }
}
