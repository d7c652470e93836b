using System.Globalization;
using Zhongshu.Platform;

namespace Zhongshu.Modules.Accounts;

internal static class Words
{
    public static string Day(DateTimeOffset at) => OfficeDay.Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => OfficeDay.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Second(DateTimeOffset at) => OfficeDay.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// A day as a date input sends it; null when it is none.
    public static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
