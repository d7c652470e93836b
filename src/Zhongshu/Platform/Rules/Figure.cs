using System.Globalization;
using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules;

/// 条目的内容: exactly one of five kinds, named in the file by its field.
internal abstract record Figure
{
    /// The field of the rule file that holds this kind.
    public abstract string Kind { get; }

    /// As a page or a message says it.
    public abstract string Text { get; }
}

internal sealed record NumberFigure(decimal Value, string Unit) : Figure
{
    public override string Kind => "number";

    public override string Text => Value.ToString("0.#####", CultureInfo.InvariantCulture) + Unit;
}

internal sealed record LimitFigure(Within Value) : Figure
{
    public override string Kind => "limit";

    public override string Text => Value.ToString();
}

internal sealed record TextFigure(string Value) : Figure
{
    public override string Kind => "text";

    public override string Text => Value;
}

internal sealed record ListFigure(IReadOnlyList<string> Items) : Figure
{
    public override string Kind => "list";

    public override string Text => string.Join('、', Items);
}

internal sealed record TableFigure(IReadOnlyList<TableRow> Rows) : Figure
{
    public override string Kind => "table";

    public override string Text => $"共{Rows.Count.ToString(CultureInfo.InvariantCulture)}行";
}

/// A row of a table: column to one text or to several.
internal sealed record TableRow(int Line, IReadOnlyDictionary<string, IReadOnlyList<string>> Cells);
