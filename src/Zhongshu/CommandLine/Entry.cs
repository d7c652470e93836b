using System.Text;

namespace Zhongshu.CommandLine;

/// The program's two faces: a command named first runs and ends; anything else serves the site.
internal static class Entry
{
    public static async Task<int> RunAsync(string[] args)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (args.Length > 0 && Commands.Find(args[0]) is { } command)
        {
            return await RunAsync(command, args[1..], Terminal.Open());
        }

        if (args is [['-', ..], ..] or []) return await Serve.RunAsync(args, Terminal.Open());
        return await Terminal.Open().RefuseAsync($"没有“{args[0]}”这个命令。用 zhongshu help 查看全部命令；启动站点不用写命令。");
    }

    internal static async Task<int> RunAsync(Commands.Command command, string[] args, Terminal terminal)
    {
        try
        {
            return await command(args, terminal);
        }
        catch (Exception fault) when (StartFaults.Explain(fault, FolderIn(args)) is { } message)
        {
            return await terminal.RefuseAsync(message);
        }
    }

    private static string FolderIn(string[] args)
    {
        var at = Array.IndexOf(args, "--data");
        return Path.GetFullPath(at >= 0 && at + 1 < args.Length ? args[at + 1] : "data");
    }
}
