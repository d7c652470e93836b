namespace Zhongshu.CommandLine;

internal static class HelpCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        await terminal.Out.WriteLineAsync("用法: ./zhongshu 命令 [选项]\n可用命令:");
        foreach (var name in Commands.Names) await terminal.Out.WriteLineAsync($"  {name}");
        await terminal.Out.WriteLineAsync("启动站点用 ./run。");
        return 0;
    }
}
