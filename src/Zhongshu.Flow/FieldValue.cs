using System.Globalization;

namespace Zhongshu.Flow;

/// <summary>The value of a document field: empty, text, number, yes/no, day, or a list of texts.</summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly object? _value;

    private FieldValue(object? value) => _value = value;

    /// <summary>Nothing filled in.</summary>
    public static FieldValue Empty => default;

    /// <summary>Text; null and "" are empty.</summary>
    public static implicit operator FieldValue(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    /// <summary>A number.</summary>
    public static implicit operator FieldValue(decimal number) => new(number);

    /// <summary>A number.</summary>
    public static implicit operator FieldValue(int number) => new((decimal)number);

    /// <summary>Yes or no.</summary>
    public static implicit operator FieldValue(bool flag) => new(flag);

    /// <summary>A day.</summary>
    public static implicit operator FieldValue(DateOnly day) => new(day);

    /// <summary>Several texts.</summary>
    public static implicit operator FieldValue(string[] texts) => new(texts is { Length: > 0 } ? texts : null);

    internal string? Text => _value as string;

    internal decimal? Number => _value switch
    {
        decimal number => number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    internal DateOnly? Day => _value switch
    {
        DateOnly day => day,
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    internal string[]? List => _value as string[];

    /// <summary>Whether it counts as "yes": filled in, not zero, not false.</summary>
    public bool IsTrue => _value switch
    {
        null => false,
        bool flag => flag,
        decimal number => number != 0,
        _ => true,
    };

    /// <summary>Same value; a text that spells the number or day of the other side is the same too.</summary>
    public bool Equals(FieldValue other)
    {
        if (_value is null || other._value is null) return _value is null && other._value is null;
        if (_value is string[] || other._value is string[])
            return List is { } mine && other.List is { } theirs ? mine.AsSpan().SequenceEqual(theirs) : Contains(other) || other.Contains(this);
        if (_value is decimal || other._value is decimal) return Number is { } a && other.Number is { } b && a == b;
        if (_value is DateOnly || other._value is DateOnly) return Day is { } d && other.Day is { } e && d == e;
        return _value.Equals(other._value);
    }

    internal bool Contains(FieldValue one) =>
        _value is string[] list ? one.Text is { } text && Array.IndexOf(list, text) >= 0 : Equals(one);

    /// <summary>Less, equal or greater; null when the two cannot be ordered.</summary>
    internal int? Compare(FieldValue other)
    {
        if (_value is null || other._value is null) return null;
        if (Number is { } a && other.Number is { } b) return a.CompareTo(b);
        if (Day is { } d && other.Day is { } e) return d.CompareTo(e);
        return null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <summary>Constant, as equality crosses types.</summary>
    public override int GetHashCode() => 0;

    /// <summary>Same value.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Another value.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
