using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>The pipeline over the rules of this repository, loaded once: it is immutable.</summary>
internal static class Pipeline
{
    public static string Root { get; } = FindRoot();

    public static RulePipeline Rules { get; } = RulePipeline.Load(Path.Combine(Root, "rules", "proofing"));

    public static IReadOnlyList<Finding> Check(string text, CheckContext? context = null) => Rules.Check(text, context ?? CheckContext.Empty);

    /// <summary>Checks paragraphs with given roles.</summary>
    public static IReadOnlyList<Finding> Check(DocumentStructure structure, CheckContext? context = null) => Rules.Check(structure, context ?? CheckContext.Empty);

    /// <summary>A structure from lines of text with their roles.</summary>
    public static DocumentStructure Structure(DocumentKind kind, params (ElementRole Role, string Text)[] lines) => new()
    {
        Document = new SourceDocument([.. lines.Select((line, index) => new Paragraph { Index = index, Text = line.Text })]),
        Roles = [.. lines.Select(line => line.Role)],
        Kind = kind,
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the repository root");
    }
}
