using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhongshu.Proofing.Structure;

/// <summary>Dates as Chinese documents write them: Arabic or Chinese numerals, the year sometimes left out.</summary>
public static partial class ChineseDate
{
    /// <summary>A stretch that reads as a date.</summary>
    /// <param name="Start">First UTF-16 unit.</param>
    /// <param name="Length">UTF-16 units.</param>
    /// <param name="Year">Year, when written.</param>
    /// <param name="Month">Month, as written: may be none of the calendar.</param>
    /// <param name="Day">Day, as written.</param>
    public readonly record struct Mention(int Start, int Length, int? Year, int Month, int Day)
    {
        /// <summary>The day it names; <c>null</c> without a year or when there is no such day.</summary>
        public DateOnly? Date => Year is { } year ? On(year) : null;

        /// <summary>The same month and day in a year; <c>null</c> when there is no such day.</summary>
        public DateOnly? On(int year) =>
            year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
    }

    /// <summary>All dates in a text, in order.</summary>
    public static IEnumerable<Mention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match match in Pattern().Matches(text))
        {
            var (year, month, day) = (match.Groups["y"], match.Groups["m"], match.Groups["d"]);
            yield return new Mention(match.Index, match.Length, year.Success ? Number(year.Value) : null, Number(month.Value), Number(day.Value));
        }
    }

    /// <summary>The last date in a text; without month and day where there is none.</summary>
    internal static Mention Last(string text)
    {
        var last = default(Mention);
        foreach (var mention in Find(text)) last = mention;
        return last;
    }

    /// <summary>The date that a whole text is, blanks aside; <c>null</c> when it is more or less than a date.</summary>
    public static DateOnly? Whole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Bare();
        var match = bare.Length <= 20 ? Pattern().Match(bare) : Match.Empty;
        return match.Success && match.Length == bare.Length && match.Groups["y"].Success ? Last(bare).Date : null;
    }

    /// <summary>The date that a whole text is in figures and points or hyphens, or without its last word (2026.3.5, 2026-03-05, 2026年3月5), blanks aside; <c>null</c> when it is something else.</summary>
    internal static DateOnly? InFigures(string text)
    {
        var match = text.Length <= 24 ? Figures().Match(text.Bare()) : Match.Empty;
        return match.Success ? new Mention(0, 0, Number(match.Groups["y"].Value), Number(match.Groups["m"].Value), Number(match.Groups["d"].Value)).Date : null;
    }

    private static int Number(string text)
    {
        text = text.Bare();
        if (text.All(char.IsDigit)) return int.Parse(string.Concat(text.Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)))), CultureInfo.InvariantCulture);
        if (text.Length == 4) return text.Aggregate(0, (sum, c) => (sum * 10) + Digit(c));
        text = text.Replace("廿", "二十", StringComparison.Ordinal);
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return text.Aggregate(0, (sum, c) => (sum * 10) + Digit(c));
        var (tens, ones) = (ten == 0 ? 1 : Digit(text[ten - 1]), ten + 1 < text.Length ? Digit(text[ten + 1]) : 0);
        return (tens * 10) + ones;
    }

    private static int Digit(char c) => Math.Max(0, "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1);

    [GeneratedRegex(@"(?:(?<y>(?<!\d)\d{4}|[〇○零ＯO一二三四五六七八九]{4})[ 　]*年[ 　]*)?(?<m>(?<!\d)\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2})[ 　]*月[ 　]*(?<d>\d{1,2}|[一二三四五六七八九十廿]{1,3})[ 　]*日", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?:(?<mark>[.．/\-－])(?<m>\d{1,2})\k<mark>(?<d>\d{1,2})日?|年(?<m>\d{1,2})月(?<d>\d{1,2})号?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Figures();
}
