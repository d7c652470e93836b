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
            var context = Terminal.Open();
            return await command(args[1..], context);
        }

        return await Serve.RunAsync(args, Terminal.Open());
    }
}
