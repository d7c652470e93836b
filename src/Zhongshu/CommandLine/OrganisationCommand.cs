using Microsoft.AspNetCore.Builder;
using Zhongshu.Modules.Organisation;
using Zhongshu.Modules.Organisation.Exchange;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// import organisation FILE [--good-rows] · export organisation FILE, with the options of serve (--data, --db, --no-demo).
internal static class OrganisationCommand
{
    private const string Usage = "用法：import organisation 文件.xlsx [--good-rows] 或 export organisation 文件.xlsx，可加 --data 目录 --db 连接串 --no-demo";

    public static Task<int> ExportAsync(string[] args, Terminal terminal) => RunAsync(args, terminal, async (desk, file) =>
    {
        await using var to = File.Create(file);
        using (var book = new WorkbookWriter(to)) await OrganisationWorkbook.WriteAsync(desk.Office, book, CancellationToken.None);
        await terminal.Out.WriteLineAsync($"已导出到 {file}");
        return 0;
    });

    public static Task<int> ImportAsync(string[] args, Terminal terminal) => RunAsync([.. args.Where(a => a != "--good-rows")], terminal, async (desk, file) =>
    {
        if (!File.Exists(file))
        {
            await terminal.Error.WriteLineAsync($"没有找到文件 {file}");
            return 2;
        }

        await using var from = File.OpenRead(file);
        var preview = await OrganisationWorkbook.PreviewAsync(desk, from, CancellationToken.None);
        if (preview.Succeeded)
            foreach (var fault in preview.Value.Faults) await terminal.Error.WriteLineAsync(fault.ToString());
        from.Position = 0;
        var brought = await OrganisationWorkbook.BringInAsync(desk, from, args.Contains("--good-rows", StringComparer.Ordinal), CancellationToken.None);
        if (!brought.Succeeded)
        {
            await terminal.Error.WriteLineAsync(brought.Refusal.Message);
            return 1;
        }

        foreach (var count in brought.Value.Counts) await terminal.Out.WriteLineAsync($"{count.Sheet}：新增 {count.New}，更新 {count.Changed}，无变化 {count.Same}");
        return 0;
    });

    private static async Task<int> RunAsync(string[] args, Terminal terminal, Func<OrganisationDesk, string, Task<int>> act)
    {
        if (args is not ["organisation", var file, .. var options])
        {
            await terminal.Error.WriteLineAsync(Usage);
            return 2;
        }

        var settings = OfficeSettings.Parse(options);
        if (!settings.Succeeded)
        {
            await terminal.Error.WriteLineAsync(settings.Refusal.Message);
            return 2;
        }

        await using var app = OfficeHost.Build(settings.Value);
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await act(scope.ServiceProvider.GetRequiredService<OrganisationDesk>(), Path.GetFullPath(file));
    }
}
