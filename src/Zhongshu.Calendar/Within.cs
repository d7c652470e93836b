using System.Globalization;

namespace Zhongshu.Calendar;

/// <summary>The unit a time limit is counted in.</summary>
public enum TimeUnit
{
    /// <summary>当日: by the end of the workday on which it came.</summary>
    SameDay,

    /// <summary>分钟, by the clock.</summary>
    Minute,

    /// <summary>小时, by the clock.</summary>
    Hour,

    /// <summary>工作小时.</summary>
    WorkHour,

    /// <summary>工作日.</summary>
    Workday,

    /// <summary>日, calendar days (自然日).</summary>
    Day,

    /// <summary>个月.</summary>
    Month,
}

/// <summary>
/// A time limit or lead time: an amount and its unit, written as an office writes it:
/// 当日, 30分钟, 2小时, 4个工作小时, 5个工作日, 15日, 3个月.
/// </summary>
public readonly record struct Within(int Amount, TimeUnit Unit)
{
    private static readonly (string Word, TimeUnit Unit)[] Units =
    [
        ("个工作小时", TimeUnit.WorkHour), ("个工作日", TimeUnit.Workday), ("个月", TimeUnit.Month),
        ("分钟", TimeUnit.Minute), ("小时", TimeUnit.Hour), ("日", TimeUnit.Day),
    ];

    /// <summary>By the end of the same workday.</summary>
    public static Within SameDay => new(0, TimeUnit.SameDay);

    /// <summary>Whether the limit ends with a whole day (24:00) rather than at an hour.</summary>
    public bool ByDay => Unit is TimeUnit.SameDay or TimeUnit.Workday or TimeUnit.Day or TimeUnit.Month;

    /// <summary>Reads the written form. Amounts run from 1 to 9999; anything else is not a limit.</summary>
    public static bool TryParse(string? text, out Within within)
    {
        within = SameDay;
        if (text is null) return false;
        if (text == "当日") return true;
        foreach (var (word, unit) in Units)
        {
            if (!text.EndsWith(word, StringComparison.Ordinal)) continue;
            var digits = text.AsSpan(0, text.Length - word.Length);
            if (digits.Length is 0 or > 4 || digits[0] == '0') return false;
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return false;
            within = new Within(amount, unit);
            return true;
        }
        return false;
    }

    /// <summary>The written form, which <see cref="TryParse"/> reads back.</summary>
    public override string ToString()
    {
        var unit = Unit;
        return unit == TimeUnit.SameDay
            ? "当日"
            : Amount.ToString(CultureInfo.InvariantCulture) + Array.Find(Units, u => u.Unit == unit).Word;
    }
}
