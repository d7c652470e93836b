namespace Zhongshu.CommandLine;

internal static class HelpCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        await terminal.Out.WriteLineAsync("用法：./zhongshu 命令 [选项] [--data 数据目录] [--db 连接串]");
        foreach (var (name, line) in Commands.Lines) await terminal.Out.WriteLineAsync($"  {name,-14}{line}");
        await terminal.Out.WriteLineAsync("启动站点用 ./run。退出码：0 成功，1 发现问题，2 用法不对或不能办理。");
        return 0;
    }
}
