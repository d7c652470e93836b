using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// Serves the site: [--urls URL] [--data DIR] [--db CONNECTION] [--no-demo].
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var settings = OfficeSettings.Parse(args);
        if (!settings.Succeeded)
        {
            await terminal.Error.WriteLineAsync(settings.Refusal.Message);
            return 2;
        }

        await using var app = OfficeHost.Build(settings.Value);
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        await terminal.Out.WriteLineAsync($"中枢已启动：{string.Join(' ', app.Urls)}（数据目录 {settings.Value.DataFolder}；按 Ctrl+C 停止）");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
