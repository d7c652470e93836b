using Zhongshu.Modules.Organisation;
using Zhongshu.Modules.Organisation.Exchange;
using Zhongshu.Platform.Exchange;

namespace Zhongshu.CommandLine;

/// import organisation FILE [--good-rows] · export organisation FILE. Neither plants the demonstration office.
internal static class OrganisationCommand
{
    public const string Usage = "用法：import organisation 文件.xlsx [--good-rows] 或 export organisation 文件.xlsx，可加 --data 目录 --db 连接串";

    public static async Task<int> ExportAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, [], "--no-demo");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not ["organisation", var target]) return await terminal.RefuseAsync(Usage);
        if (FaultOfPlace(target) is { } fault) return await terminal.RefuseAsync(fault);
        var opened = OpenOffice.AsItIs(read.Value.Settings);
        if (!opened.Succeeded) return await terminal.RefuseAsync(opened.Refusal);
        await using var office = opened.Value;
        await using var scope = office.Scope();
        // Beside it first: what stood under the name stays until the new one is whole.
        var unfinished = target + ".unfinished";
        try
        {
            await using (var to = File.Create(unfinished))
            using (var book = new WorkbookWriter(to)) await OrganisationWorkbook.WriteAsync(Desk(scope).Office, book, CancellationToken.None);
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return await terminal.SayAsync($"已导出到 {Path.GetFullPath(target)}");
    }

    public static async Task<int> ImportAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, [], "--good-rows", "--no-demo");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not ["organisation", var source]) return await terminal.RefuseAsync(Usage);
        if (!File.Exists(source)) return await terminal.RefuseAsync($"没有找到文件 {Path.GetFullPath(source)}");
        await using var office = await OpenOffice.PreparedAsync(read.Value.Settings);
        await using var scope = office.Scope();
        await using var from = File.OpenRead(source);
        var preview = await OrganisationWorkbook.PreviewAsync(Desk(scope), from, CancellationToken.None);
        if (preview.Succeeded)
            foreach (var fault in preview.Value.Faults) await terminal.Error.WriteLineAsync(fault.ToString());
        from.Position = 0;
        var brought = await OrganisationWorkbook.BringInAsync(Desk(scope), from, read.Value.Has("--good-rows"), CancellationToken.None);
        if (!brought.Succeeded)
        {
            await terminal.Error.WriteLineAsync(brought.Refusal.Message);
            return Terminal.Faulty;
        }

        foreach (var count in brought.Value.Counts) await terminal.Out.WriteLineAsync($"{count.Sheet}：新增 {count.New}，更新 {count.Changed}，无变化 {count.Same}");
        return Terminal.Well;
    }

    private static OrganisationDesk Desk(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<OrganisationDesk>();

    private static string? FaultOfPlace(string target) =>
        Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && Directory.Exists(folder) ? null : $"目录 {Path.GetDirectoryName(Path.GetFullPath(target))} 不存在。请先建立，或换一个位置。";
}
