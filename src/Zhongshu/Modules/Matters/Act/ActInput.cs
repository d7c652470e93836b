using Zhongshu.Flow;

namespace Zhongshu.Modules.Matters.Act;

/// The form on the matter's page, as the browser posts it.
public sealed class ActInput
{
    public int Item { get; set; }

    public string? Verb { get; set; }

    public string? Opinion { get; set; }

    public string? WrittenOn { get; set; }

    public long For { get; set; }

    /// The chosen way on.
    public string? Way { get; set; }

    /// Chosen holders of coming steps, each as step|participant.
    public string[]? Pick { get; set; }

    public string? ReturnTo { get; set; }

    public string? ReturnMode { get; set; }

    /// Holders for 转办, 委派, 加签, 传阅.
    public long[]? Whom { get; set; }

    public string? Place { get; set; }

    public int Level { get; set; }

    public int Version { get; set; }

    /// The module's own fields, each as Input.Fields[name].
    public Dictionary<string, string>? Fields { get; set; }

    internal ActForm ToForm(FlowAhead? ahead) => new()
    {
        Item = Item,
        Verb = Verb ?? "complete",
        Opinion = string.IsNullOrWhiteSpace(Opinion) ? null : Opinion,
        // What is no date is refused like one that cannot be, rather than taken for today.
        WrittenOn = string.IsNullOrWhiteSpace(WrittenOn) ? null : DateOnly.TryParse(WrittenOn, System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : DateOnly.MinValue,
        For = For,
        To = Verb is "return" ? ReturnTo : string.IsNullOrEmpty(Way) ? null : Way,
        Mode = Verb is "return" ? ReturnMode : Place,
        Level = Level,
        Version = Version,
        Choices = Choices(ahead),
        Fields = Fields ?? [],
    };

    private IReadOnlyList<Choice> Choices(FlowAhead? ahead)
    {
        if (Verb is "forward" or "delegate" or "add-sign" or "circulate") return [new Choice("", Whom ?? [])];
        if (Verb is not ("complete" or "approve" or "reject")) return [];
        // Holders ticked under a way that was not taken in the end are left out.
        var open = ahead?.Ways.Where(w => w.To is null || w.To == Way || ahead.Ways.Count == 1).SelectMany(w => w.Steps).Select(s => s.Step.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. (Pick ?? []).Select(p => p.Split('|')).Where(p => p.Length == 2 && open.Contains(p[0]) && long.TryParse(p[1], out _))
            .GroupBy(p => p[0], p => long.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)).Select(g => new Choice(g.Key, [.. g]))];
    }
}
