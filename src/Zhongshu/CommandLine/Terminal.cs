namespace Zhongshu.CommandLine;

/// Where a command writes: the one place that touches the console, so that tests can read what a command said.
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In)
{
    public static Terminal Open() => new(
        new StreamWriter(Console.OpenStandardOutput(), leaveOpen: true) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), leaveOpen: true) { AutoFlush = true },
        Console.In);
}
