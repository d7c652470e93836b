using Zhongshu.Proofing.Deep;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

/// <summary>The repository's own model, opened once for the tests that read it.</summary>
public sealed class TheModel : IDisposable
{
    public static string Path { get; } = System.IO.Path.Combine(Root(), "rules", "proofing", "context-model.bin");

    public ContextModel Open { get; } = ContextModel.Open(Path);

    public void Dispose() => Open.Dispose();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
