namespace Zhongshu.Platform.Rules;

/// 效力: how binding an entry is.
internal enum Strength
{
    /// 规定
    Mandatory,

    /// 原则上: warn, never refuse.
    Principle,

    /// 实务
    Practice,

    /// 本单位
    Unit,
}

/// Whether a unit may set its own figure.
internal enum Adjustable
{
    Never,
    Freely,
    LowerOnly,
    HigherOnly,
}

/// One entry of a rule file, with the unit's adjustment if there is one.
internal sealed record RuleEntry
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// The figure in force: the unit's own when it has set one.
    public required Figure Figure { get; init; }

    public required string Source { get; init; }

    public string Article { get; init; } = "";

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; init; }

    public required Strength Strength { get; init; }

    public Adjustable Adjustable { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string Note { get; init; } = "";

    public required string File { get; init; }

    public required int Line { get; init; }

    public RuleOverride? Adjustment { get; init; }

    /// The figure as the file gives it.
    public required Figure Original { get; init; }

    public RuleRef Ref => new(Id, Title, Figure.Text, Article.Length > 0 ? $"{Source}{Article}" : Source, Strength, Adjustment is not null);
}

/// What a message or page cites.
internal sealed record RuleRef(string Id, string Title, string FigureText, string Source, Strength Strength, bool Adjusted)
{
    /// 依据：《……》第六条（规定）, with the unit's adjustment named.
    public string Citation => Adjusted
        ? $"依据：{Source}（{Strength.Word()}，本单位已调整为{FigureText}）"
        : $"依据：{Source}（{Strength.Word()}）";
}

/// A figure with what to cite for it.
internal readonly record struct Ruled<T>(T Value, RuleRef Ref);

internal static class StrengthWords
{
    private static readonly string[] Words = ["规定", "原则上", "实务", "本单位"];

    public static string Word(this Strength strength) => Words[(int)strength];

    public static Strength? Parse(string word) => Array.IndexOf(Words, word) is var at and >= 0 ? (Strength)at : null;
}
