using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Zhongshu.Tests.Architecture;

public sealed class NamingTests
{
    /// Names that end so and say something all the same, each with its reason.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["RuleData"] = "the proofing rules as data (规则即数据), read from rules/proofing",
    };

    /// Interfaces that stand alone for now, each with its reason.
    private static readonly Dictionary<string, string> Alone = new(StringComparer.Ordinal)
    {
        ["IOfficeJob"] = "the shape of every time-driven job; the first module with one is here, others follow",
        ["IChaseMatters"] = "the platform's job asks a module to chase without naming it",
    };

    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Base", "Info", "Data"];

    [Fact]
    public void no_type_has_a_name_that_says_nothing() =>
        Types().Where(t => Empty.Any(word => t.Name.Length > word.Length && t.Name.EndsWith(word, StringComparison.Ordinal)) && !Known.ContainsKey(t.Name)).Select(t => $"{t.Path} {t.Name}").ShouldBeEmpty();

    [Fact]
    public void no_interface_stands_alone()
    {
        var text = SourceTree.CSharp.Where(f => !f.IsTest).ToList();
        var interfaces = text.SelectMany(f => f.Root.DescendantNodes().OfType<InterfaceDeclarationSyntax>().Select(i => i.Identifier.Text)).ToList();
        var bases = text.SelectMany(f => f.Root.DescendantNodes().OfType<SimpleBaseTypeSyntax>().Select(b => b.Type.ToString().Split('<')[0])).ToList();
        interfaces.Where(i => !Alone.ContainsKey(i) && bases.Count(b => b == i || b.EndsWith("." + i, StringComparison.Ordinal)) < 2).ShouldBeEmpty("One implementation needs no interface.");
    }

    private static IEnumerable<(string Path, string Name)> Types() =>
        SourceTree.CSharp.SelectMany(f => f.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(t => (f.Path, t.Identifier.Text)));
}
