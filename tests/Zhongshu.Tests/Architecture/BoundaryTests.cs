using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Zhongshu.Tests.Architecture;

public sealed partial class BoundaryTests
{
    /// Modules whose inner parts another module names, each with its reason.
    private static readonly Dictionary<string, string> KnownNeighbours = new(StringComparer.Ordinal)
    {
    };

    [Theory]
    [InlineData("src/Zhongshu/Platform")]
    [InlineData("src/Zhongshu/Shell")]
    public void platform_and_shell_name_no_module(string folder) =>
        SourceTree.Under(folder).Where(f => ModulesNamed(f).Any()).Select(f => f.Path).ShouldBeEmpty("A module is known to OfficeHost alone; what several need belongs to Platform.");

    [Fact]
    public void modules_meet_through_contracts_alone()
    {
        var meetings = SourceTree.Under("src/Zhongshu/Modules")
            .SelectMany(f => ModulesNamed(f).Where(m => m.Module != ModuleOf(f) && m.Part != "Contracts").Select(m => $"{ModuleOf(f)} -> {m.Module}: {f.Path}"))
            .Where(m => !KnownNeighbours.ContainsKey(m.Split(':')[0])).Distinct(StringComparer.Ordinal);
        meetings.ShouldBeEmpty("Move what the neighbour needs into Contracts/, or lift it to Platform.");
    }

    /// A query that reads matters without their filter, each with its reason.
    private static readonly Dictionary<string, string> UnfilteredMatters = new(StringComparer.Ordinal)
    {
        ["src/Zhongshu/Modules/IncomingDocuments/Find/LedgerQuery.cs"] = "Walks the reader's own access rows; what it finds is read through the filter.",
    };

    /// IgnoreQueryFilters() holds for a query as a whole: a joined matter comes in unfiltered too (ADR 0004). Parts() leaves the matter's filter in place.
    [Fact]
    public void who_joins_matters_leaves_their_filter_in_place() =>
        SourceTree.Under("src/Zhongshu").Where(f => !UnfilteredMatters.ContainsKey(f.Path))
            .SelectMany(f => f.Text.Split(';').Where(s => s.Contains(".IgnoreQueryFilters()", StringComparison.Ordinal) && JoinedMatter().IsMatch(s)).Select(_ => f.Path)).ShouldBeEmpty();

    [GeneratedRegex(@"join \w+ in [\w.]*Set<Matter>\(\)(?!\.IgnoreQueryFilters)")]
    private static partial Regex JoinedMatter();

    [Fact]
    public void every_module_has_its_door() =>
        Directory.GetDirectories(Path.Combine(SourceTree.Folder, "src/Zhongshu/Modules")).Select(d => Path.GetFileName(d)!)
            .Where(m => SourceTree.Under("src/Zhongshu/Modules/" + m).Any(f => f.Path.EndsWith(".razor", StringComparison.Ordinal)))
            .Where(m => !SourceTree.Under("src/Zhongshu/Modules/" + m).Any(f => f.Path.EndsWith("Module.cs", StringComparison.Ordinal)))
            .ShouldBeEmpty("A module with pages has a <Noun>Module.cs listed in OfficeHost.");

    [Theory]
    [InlineData("Zhongshu.Calendar")]
    [InlineData("Zhongshu.Flow")]
    [InlineData("Zhongshu.Proofing")]
    [InlineData("Zhongshu.Typesetting")]
    public void an_engine_stands_on_its_own(string engine)
    {
        var project = XDocument.Load(Path.Combine(SourceTree.Folder, "src", engine, engine + ".csproj"));
        project.Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value).ShouldBeEmpty();
        project.Descendants("FrameworkReference").ShouldBeEmpty();
        project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)
            .Where(p => p.Contains("EntityFramework", StringComparison.Ordinal) || p.Contains("AspNetCore", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string ModuleOf(SourceFile file) => file.Path.Split('/')[3];

    private static IEnumerable<(string Module, string Part)> ModulesNamed(SourceFile file) =>
        ModuleName().Matches(file.Text).Select(m => (m.Groups["module"].Value, m.Groups["part"].Value));

    [GeneratedRegex(@"(?<!Platform\.)\bModules\.(?<module>[A-Z]\w+)(\.(?<part>\w+))?")]
    private static partial Regex ModuleName();
}
