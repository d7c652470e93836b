using System.Diagnostics.CodeAnalysis;
using Zhongshu.Flow.Conditions;

namespace Zhongshu.Flow;

/// <summary>
/// A condition over document fields, such as <c>urgency == 特急 and pages &gt; 5</c>. Words: <c>and or not in</c>,
/// <c>== != &lt; &lt;= &gt; &gt;=</c>, parentheses, lists <c>[甲, 乙]</c>, quoted or bare texts, numbers, <c>true false</c>.
/// A name that is a declared field is the field, any other word is text. Evaluation is total: what cannot be compared is false.
/// </summary>
public sealed class Condition
{
    private readonly Node _root;

    private Condition(string source, Node root, IReadOnlyList<string> fields) => (Source, _root, FieldNames) = (source, root, fields);

    /// <summary>The text it was read from.</summary>
    public string Source { get; }

    /// <summary>The fields it asks for.</summary>
    public IReadOnlyList<string> FieldNames { get; }

    /// <summary>Whether it holds for these fields; a missing field is empty.</summary>
    public bool Holds(IReadOnlyDictionary<string, FieldValue> fields) => _root.Value(fields).IsTrue;

    /// <summary>Reads a condition. <paramref name="isField"/> says which bare words are fields.</summary>
    public static bool TryParse(string source, Func<string, bool> isField, [NotNullWhen(true)] out Condition? condition, [NotNullWhen(false)] out ConditionError? error)
    {
        var parser = new ConditionParser(source, isField);
        var root = parser.Parse(out error);
        condition = root is null ? null : new Condition(source, root, [.. parser.Fields]);
        return root is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Source;
}

/// <summary>Where and why a condition cannot be read. Line and column count from 1.</summary>
public sealed record ConditionError(int Line, int Column, string Message);
