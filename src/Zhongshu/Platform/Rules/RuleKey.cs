using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules;

/// What the code needs from the rules: an entry's id, the kind of its figure, and what it is used for (用于), shown on the rules page.
internal abstract class RuleKey(string id, string kind, string usedFor)
{
    public string Id { get; } = id;

    public string Kind { get; } = kind;

    public string UsedFor { get; } = usedFor;

    /// The figure as the code wants it. What does not fit goes to the faults; the value is then meaningless.
    public abstract object Read(Figure figure, Faults faults);

    public static RuleKey<decimal> Number(string id, string usedFor) =>
        new(id, "number", usedFor, (figure, _) => ((NumberFigure)figure).Value);

    public static RuleKey<int> Whole(string id, string usedFor) => new(id, "number", usedFor, (figure, faults) =>
    {
        var value = ((NumberFigure)figure).Value;
        if (value == Math.Truncate(value) && value is >= int.MinValue and <= int.MaxValue) return (int)value;
        faults.Add(0, $"“number”应为整数，现为“{figure.Text}”。");
        return 0;
    });

    public static RuleKey<Within> Limit(string id, string usedFor) =>
        new(id, "limit", usedFor, (figure, _) => ((LimitFigure)figure).Value);

    public static RuleKey<string> Text(string id, string usedFor) =>
        new(id, "text", usedFor, (figure, _) => ((TextFigure)figure).Value);

    public static RuleKey<IReadOnlyList<string>> List(string id, string usedFor) =>
        new(id, "list", usedFor, (figure, _) => ((ListFigure)figure).Items);

    public static RuleKey<IReadOnlyList<TRow>> Table<TRow>(string id, string usedFor, Func<RowReader, TRow> row) =>
        new(id, "table", usedFor, (figure, faults) => [.. ((TableFigure)figure).Rows.Select(r => RowReader.Read(r, row, faults))]);
}

internal sealed class RuleKey<T>(string id, string kind, string usedFor, Func<Figure, Faults, T> read) : RuleKey(id, kind, usedFor)
{
    public override object Read(Figure figure, Faults faults) => read(figure, faults)!;
}
