using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Zhongshu.Modules.Archives.Find;

/// Which pieces: the address of the archives page says it whole.
internal sealed record ArchiveFilter
{
    public const int PageSize = 50;

    public const string Waiting = "waiting";
    public const string Filed = "filed";
    public const string LeftOut = "left-out";

    public static readonly IReadOnlyList<(string State, string Title)> States = [(Waiting, "待归档"), (Filed, "已归档"), (LeftOut, "不归档")];

    public string State { get; init; } = Waiting;

    public int? Year { get; init; }

    public string? Retention { get; init; }

    public string? Section { get; init; }

    /// A plain part of the title, the number or the archival code.
    public string? Words { get; init; }

    /// Where the page begins: the id of the last row before it.
    public long? After { get; init; }

    public static ArchiveFilter Read(IQueryCollection query)
    {
        string? Text(string key) => query.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;
        return new ArchiveFilter
        {
            State = Text("state") is { } state && States.Any(s => s.State == state) ? state : Waiting,
            Year = int.TryParse(Text("year"), CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 9999 ? year : null,
            Retention = Text("retention"),
            Section = Text("section"),
            Words = Text("q"),
            After = long.TryParse(Text("after"), CultureInfo.InvariantCulture, out var after) ? after : null,
        };
    }

    public string Address(string path, long? after = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["state"] = State == Waiting ? null : State,
            ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
            ["retention"] = Retention,
            ["section"] = Section,
            ["q"] = Words,
            ["after"] = after?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(path, query.Where(q => q.Value is not null));
    }
}
