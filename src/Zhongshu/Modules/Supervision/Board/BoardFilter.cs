using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Zhongshu.Calendar;

namespace Zhongshu.Modules.Supervision.Board;

/// Which items: the address of the board says it whole.
internal sealed record BoardFilter
{
    public const int PageSize = 50;

    // The last millisecond that there is.
    private const long Latest = 253_402_300_799_999;

    /// open 在办, closed 已办结, extension 延期待批, check 待核查, send 待交办, lookback 待回头看, lagging 滞后可双督, double 双重督办中, all
    public string State { get; init; } = "open";

    public Light? Light { get; init; }

    public SourceKind? Source { get; init; }

    /// 分册: id in supervision.ledgers.
    public string? Ledger { get; init; }

    public long? Unit { get; init; }

    public long? Leader { get; init; }

    public string? Words { get; init; }

    /// Docketed in these days.
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// Only what stands after this row (keyset): light, day, id; where the order is one of time, the instant and the id.
    public string? After { get; init; }

    public static BoardFilter Read(IQueryCollection query)
    {
        string? Text(string key) => query.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;
        return new BoardFilter
        {
            State = Text("state") ?? "open",
            Light = Enum.TryParse<Light>(Text("light"), true, out var light) && Enum.IsDefined(light) ? light : null,
            Source = Enum.TryParse<SourceKind>(Text("source"), out var source) && Enum.IsDefined(source) ? source : null,
            Ledger = Text("ledger"),
            Unit = long.TryParse(Text("unit"), CultureInfo.InvariantCulture, out var unit) ? unit : null,
            Leader = long.TryParse(Text("leader"), CultureInfo.InvariantCulture, out var leader) ? leader : null,
            Words = Text("q"),
            From = DateOnly.TryParse(Text("from"), CultureInfo.InvariantCulture, out var from) ? from : null,
            To = DateOnly.TryParse(Text("to"), CultureInfo.InvariantCulture, out var to) ? to : null,
            After = Text("after"),
        };
    }

    public string Address(string path, string? after = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["state"] = State == "open" ? null : State,
            ["light"] = Light?.ToString(),
            ["source"] = Source is { } s ? ((int)s).ToString(CultureInfo.InvariantCulture) : null,
            ["ledger"] = Ledger,
            ["unit"] = Unit?.ToString(CultureInfo.InvariantCulture),
            ["leader"] = Leader?.ToString(CultureInfo.InvariantCulture),
            ["q"] = Words,
            ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("O", CultureInfo.InvariantCulture),
            ["after"] = after,
        };
        return QueryHelpers.AddQueryString(path, query.Where(q => q.Value is not null));
    }

    /// The last row of the page before, or null when it is no such thing.
    public (Light Light, DateOnly DueOn, long Id)? Last() =>
        After?.Split('_') is [var light, var day, var id] && Enum.TryParse<Light>(light, out var l) && DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var d) && long.TryParse(id, CultureInfo.InvariantCulture, out var i)
            ? (l, d, i) : null;

    /// The same where the order is one of time: closed ones, all, those that wait for a look back.
    public (DateTimeOffset At, long Id)? LastAt() =>
        After?.Split('_') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var ms) && ms is >= 0 and <= Latest && long.TryParse(id, CultureInfo.InvariantCulture, out var i)
            ? (DateTimeOffset.FromUnixTimeMilliseconds(ms), i) : null;

    public static string KeyOf(DateTimeOffset at, long id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()}_{id}");

    public static string KeyOf(Light light, DateOnly dueOn, long id) => string.Create(CultureInfo.InvariantCulture, $"{light}_{dueOn:yyyy-MM-dd}_{id}");
}
