using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Find;

/// Which documents: the address of the ledger page says it whole, so that a view can be kept and sent.
internal sealed record LedgerFilter
{
    public const int PageSize = 50;

    /// open 在办, closed 已办结, overdue 超期, all
    public string State { get; init; } = "all";

    public IncomingKind? Kind { get; init; }

    public Urgency? Urgency { get; init; }

    public string? Sender { get; init; }

    /// Words of the title or the number, as a plain part of it.
    public string? Words { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public long? LeadUnit { get; init; }

    public bool Bypass { get; init; }

    public bool WhiteHead { get; init; }

    /// Only what stands before this matter id (keyset).
    public long? Before { get; init; }

    public static LedgerFilter Read(IQueryCollection query)
    {
        string? Text(string key) => query.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;
        return new LedgerFilter
        {
            State = Text("state") ?? "all",
            Kind = Enum.TryParse<IncomingKind>(Text("kind"), out var kind) && Enum.IsDefined(kind) ? kind : null,
            Urgency = Enum.TryParse<Urgency>(Text("urgency"), out var urgency) && Enum.IsDefined(urgency) ? urgency : null,
            Sender = Text("sender"),
            Words = Text("q"),
            From = DateOnly.TryParse(Text("from"), CultureInfo.InvariantCulture, out var from) ? from : null,
            To = DateOnly.TryParse(Text("to"), CultureInfo.InvariantCulture, out var to) ? to : null,
            LeadUnit = long.TryParse(Text("lead"), CultureInfo.InvariantCulture, out var lead) ? lead : null,
            Bypass = Text("bypass") is not null,
            WhiteHead = Text("white") is not null,
            Before = long.TryParse(Text("before"), CultureInfo.InvariantCulture, out var before) ? before : null,
        };
    }

    public string Address(string path, long? before = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["state"] = State == "all" ? null : State,
            ["kind"] = Kind is { } k ? ((int)k).ToString(CultureInfo.InvariantCulture) : null,
            ["urgency"] = Urgency is { } u ? ((int)u).ToString(CultureInfo.InvariantCulture) : null,
            ["sender"] = Sender,
            ["q"] = Words,
            ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("O", CultureInfo.InvariantCulture),
            ["lead"] = LeadUnit?.ToString(CultureInfo.InvariantCulture),
            ["bypass"] = Bypass ? "1" : null,
            ["white"] = WhiteHead ? "1" : null,
            ["before"] = before?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(path, query.Where(q => q.Value is not null));
    }
}
