using System.Text;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Checker;

/// What the files named beside the documents say: the unit's own rules, the organisation, last year's text.
internal static class CheckKnowledge
{
    /// Null where a file is not there; a file with a slip in it counts as far as it goes, and says what was left out.
    public static CheckContext? Read(CheckArguments arguments, TextWriter error)
    {
        var context = CheckContext.Empty with { ForPublication = arguments.ForPublication, Level = arguments.Level };
        var rules = new StringBuilder();
        foreach (var name in arguments.UnitRules)
        {
            if (CheckFiles.ReadBytes(name, error) is not { } bytes) return null;
            rules.AppendLine(Text(bytes));
        }

        if (rules.Length > 0) context = context with { Unit = Told(UnitRules.Parse(rules.ToString()), u => u.Problems, error) };
        if (arguments.Organisation is { } table)
        {
            if (CheckFiles.ReadBytes(table, error) is not { } bytes) return null;
            context = Told(OfficeTable.Parse(Text(bytes)), t => t.Problems, error).Into(context);
        }

        return WithTexts(arguments, context, error);
    }

    private static CheckContext? WithTexts(CheckArguments arguments, CheckContext context, TextWriter error)
    {
        if (arguments.LastYear is { } last)
        {
            if (Words(last, error) is not { } text) return null;
            context = context with { LastYear = text };
        }

        if (arguments.Superior is { } superior)
        {
            if (Words(superior, error) is not { } text) return null;
            context = context with { SuperiorText = text };
        }

        if (arguments.Points is { } points)
        {
            if (Words(points, error) is not { } text) return null;
            context = context with { Points = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] };
        }

        foreach (var earlier in arguments.Earlier)
        {
            if (Words(earlier, error) is not { } text) return null;
            context = context with { EarlierTexts = [.. context.EarlierTexts, text] };
        }

        return context;
    }

    private static string? Words(string name, TextWriter error) =>
        CheckFiles.ReadBytes(name, error) is { } bytes && CheckFiles.Read(name, bytes, error) is { } document
            ? string.Join('\n', document.Paragraphs.Select(p => p.Number + p.Text))
            : null;

    private static T Told<T>(T read, Func<T, IReadOnlyList<string>> problems, TextWriter error)
    {
        foreach (var problem in problems(read)) error.WriteLine(problem);
        return read;
    }

    private static string Text(byte[] bytes) => TextDecoding.Decode(bytes, TextDecoding.Detect(bytes) ?? Encoding.UTF8);
}
