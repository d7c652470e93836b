namespace Zhongshu.CommandLine;

internal static class HelpCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        if (args is [var asked, ..]) return Commands.UsageOf(asked) is { } usage ? await terminal.SayAsync(usage) : await terminal.RefuseAsync($"没有“{asked}”这个命令。用 zhongshu help 查看全部命令。");
        await terminal.Out.WriteLineAsync("用法：./zhongshu 命令 [选项] [--data 数据目录] [--db 连接串]");
        foreach (var (name, line) in Commands.Lines) await terminal.Out.WriteLineAsync($"  {name,-14}{line}");
        await terminal.Out.WriteLineAsync("一个命令的全部选项：./zhongshu 命令 --help。");
        await terminal.Out.WriteLineAsync("启动站点用 ./run。退出码：0 成功，1 发现问题，2 用法不对或不能办理。");
        return 0;
    }
}
