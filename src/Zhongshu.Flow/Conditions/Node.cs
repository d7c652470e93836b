namespace Zhongshu.Flow.Conditions;

internal abstract class Node
{
    public abstract FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields);
}

internal sealed class Constant(FieldValue value) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields) => value;
}

internal sealed class Field(string name) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields) =>
        fields.TryGetValue(name, out var value) ? value : FieldValue.Empty;
}

internal sealed class Not(Node inner) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields) => !inner.Value(fields).IsTrue;
}

internal sealed class And(Node left, Node right) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields) =>
        left.Value(fields).IsTrue && right.Value(fields).IsTrue;
}

internal sealed class Or(Node left, Node right) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields) =>
        left.Value(fields).IsTrue || right.Value(fields).IsTrue;
}

internal sealed class Within(Node left, Node[] list) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields)
    {
        var value = left.Value(fields);
        foreach (var one in list)
            if (one.Value(fields).Contains(value) || value.Contains(one.Value(fields))) return true;
        return false;
    }
}

internal sealed class Comparison(string sign, Node left, Node right) : Node
{
    public override FieldValue Value(IReadOnlyDictionary<string, FieldValue> fields)
    {
        var (a, b) = (left.Value(fields), right.Value(fields));
        return sign switch
        {
            "==" => a == b,
            "!=" => a != b,
            "<" => a.Compare(b) < 0,
            "<=" => a.Compare(b) <= 0,
            ">" => a.Compare(b) > 0,
            _ => a.Compare(b) >= 0,
        };
    }
}
