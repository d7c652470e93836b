using System.ComponentModel;
using System.Diagnostics;

namespace Zhongshu.Proofing.Documents.Programs;

internal enum ProgramOutcome
{
    Done,
    Failed,
    TimedOut,
    Missing,
}

/// <summary>Runs a helper program without a shell and kills it, children included, when its time is over.</summary>
internal static class ChildProgram
{
    public static ProgramOutcome Run(string name, IReadOnlyList<string> arguments, TimeSpan time)
    {
        var start = new ProcessStartInfo(name) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start);
            if (process is null) return ProgramOutcome.Missing;
            // Both pipes are drained: a full pipe would hold the program for ever.
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(time)) return process.ExitCode == 0 ? ProgramOutcome.Done : ProgramOutcome.Failed;
            process.Kill(entireProcessTree: true);
            return ProgramOutcome.TimedOut;
        }
        catch (Win32Exception)
        {
            return ProgramOutcome.Missing;
        }
    }
}

/// <summary>A folder of its own for one run; gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhongshu-read-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
