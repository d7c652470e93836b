using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Zhongshu.Tests.Architecture;

/// A source file with its syntax, read once for all tests.
internal sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<SyntaxNode> _root = new(() => CSharpSyntaxTree.ParseText(Text).GetRoot());

    public SyntaxNode Root => _root.Value;

    public int Lines => Text.AsSpan().Count('\n');

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);
}

/// The repository as it lies on disk: what is built is what is checked.
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(Read);

    public static string Folder { get; } = Find();

    public static IReadOnlyList<SourceFile> Files => All.Value;

    public static IEnumerable<SourceFile> CSharp => Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Under(string folder) => Files.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }

    private static IReadOnlyList<SourceFile> Read() =>
        [.. new[] { "src", "tests", "benchmarks" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(Folder, part), "*", SearchOption.AllDirectories))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Select(path => new SourceFile(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal))];
}
