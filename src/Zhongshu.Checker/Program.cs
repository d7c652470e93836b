using System.Text;

namespace Zhongshu.Checker;

/// The check command as a program of its own: zhongshu-check FILE… [OPTIONS].
internal static class Program
{
    public static int Main(string[] args)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        using var error = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };
        return CheckCommand.Run(args, output, error);
    }
}
