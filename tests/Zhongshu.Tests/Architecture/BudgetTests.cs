using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Zhongshu.Tests.Architecture;

public sealed class BudgetTests
{
    /// What is over its budget, and why it stays so.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void files_are_short() =>
        Over(SourceTree.Files, f => f.Lines, f => f.Path.EndsWith(".razor", StringComparison.Ordinal) ? 180 : f.IsTest ? 400 : 300, f => f.Path)
            .ShouldBeEmpty("Split by what changes together; an action has a folder, not a file.");

    [Fact]
    public void folders_are_small() =>
        Over(SourceTree.Files.GroupBy(f => Path.GetDirectoryName(f.Path)!.Replace('\\', '/')), g => g.Count(), _ => 20, g => g.Key)
            .ShouldBeEmpty("Above twenty files a folder holds two nouns.");

    [Fact]
    public void methods_are_short() =>
        Over(Members<BaseMethodDeclarationSyntax>(), m => LinesOf(m.Node), m => m.File.IsTest ? 80 : 50, m => $"{m.File.Path} {NameOf(m.Node)}")
            .ShouldBeEmpty("A method is one thought.");

    [Fact]
    public void parameter_lists_are_short()
    {
        var methods = Members<BaseMethodDeclarationSyntax>().Select(m => (m.File, Name: NameOf(m.Node), m.Node.ParameterList.Parameters.Count));
        // A positional record is a shape, not a call.
        var classes = Members<ClassDeclarationSyntax>().Where(c => c.Node.ParameterList is not null).Select(c => (c.File, Name: c.Node.Identifier.Text, c.Node.ParameterList!.Parameters.Count));
        Over(methods.Concat(classes), m => m.Count, _ => 6, m => $"{m.File.Path} {m.Name}").ShouldBeEmpty("What travels together is a record.");
    }

    [Fact]
    public void every_exception_is_still_needed()
    {
        var known = SourceTree.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        Exceptions.Keys.Where(e => e.Split(' ')[0] is { } path && !known.Contains(path) && !Directory.Exists(Path.Combine(SourceTree.Folder, path))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Over<T>(IEnumerable<T> things, Func<T, int> size, Func<T, int> budget, Func<T, string> name) =>
        things.Where(t => size(t) > budget(t) && !Exceptions.ContainsKey(name(t))).Select(t => $"{name(t)}: {size(t)} of {budget(t)}");

    private static IEnumerable<(SourceFile File, T Node)> Members<T>() where T : SyntaxNode =>
        SourceTree.CSharp.SelectMany(f => f.Root.DescendantNodes().OfType<T>().Select(n => (f, n)));

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string NameOf(BaseMethodDeclarationSyntax node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
