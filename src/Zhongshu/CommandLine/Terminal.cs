using Zhongshu.Platform.Decisions;

namespace Zhongshu.CommandLine;

/// Where a command writes: the one place that touches the console, so that tests can read what a command said.
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In)
{
    /// What a command ends with.
    public const int Well = 0;
    public const int Faulty = 1;
    public const int Refused = 2;

    public static Terminal Open() => new(
        new StreamWriter(Console.OpenStandardOutput(), leaveOpen: true) { AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), leaveOpen: true) { AutoFlush = true },
        Console.In);

    public Task<int> RefuseAsync(Refusal refusal) => RefuseAsync(refusal.Message);

    public async Task<int> RefuseAsync(string message)
    {
        await Error.WriteLineAsync(message);
        return Refused;
    }

    public async Task<int> SayAsync(string message)
    {
        await Out.WriteLineAsync(message);
        return Well;
    }
}
