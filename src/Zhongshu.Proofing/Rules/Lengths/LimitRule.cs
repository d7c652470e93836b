using System.Globalization;
using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>One limit of <c>limits.yaml</c>.</summary>
internal sealed record Limit(string Id, string[] Kinds, string[] Levels, string[] Addressees, int Most, bool Hard, string Source)
{
    public static IReadOnlyList<Limit> Load(string path) => [.. YamlLines.Read(path).Select(map => new Limit(
        map["id"],
        Words(map, "kinds"),
        Words(map, "levels"),
        Words(map, "addressees"),
        int.Parse(map["most"], CultureInfo.InvariantCulture),
        map["hard"] == "true",
        map["source"])
    {
        Titles = Words(map, "titles"),
        NotTitles = Words(map, "not-titles"),
    })];

    /// <summary>The title holds one of these; empty for any title.</summary>
    public string[] Titles { get; init; } = [];

    /// <summary>The title holds none of these.</summary>
    public string[] NotTitles { get; init; } = [];

    public bool Names(string title) =>
        (Titles.Length == 0 || Array.Exists(Titles, t => title.Contains(t, StringComparison.Ordinal)))
        && !Array.Exists(NotTitles, t => title.Contains(t, StringComparison.Ordinal));

    public bool Concerns(DocumentKind kind, OfficeLevel level, string addressee) =>
        Kinds.Contains(kind.ToString())
        && (Levels.Length == 0 || Levels.Contains(level.ToString()))
        && (Addressees.Length == 0 || Array.Exists(Addressees, a => addressee.Contains(a, StringComparison.Ordinal)));

    private static string[] Words(Dictionary<string, string> map, string key) =>
        map.TryGetValue(key, out var text) ? text.Split('、', StringSplitOptions.RemoveEmptyEntries) : [];
}

/// <summary>字数上限 by kind and level. 不超过 is a hard limit, 一般不超过 a soft one that asks for a reason.</summary>
internal sealed class LimitRule : IDocumentRule
{
    public void Look(CheckedText text, Remarks remarks)
    {
        var kind = Wording.KindOf(text);
        if (kind == DocumentKind.Unknown) return;
        var body = TextCounts.Of(text.Structure).Body;
        Limit? nearest = null;
        foreach (var limit in text.Data.Limits)
        {
            if (body <= limit.Most || !limit.Concerns(kind, text.Context.Level, text.Structure.Addressee ?? "") || !limit.Names(text.Structure.Title ?? "")) continue;
            if (nearest is null || (limit.Hard && !nearest.Hard) || (limit.Hard == nearest.Hard && limit.Most < nearest.Most && limit.Levels.Length >= nearest.Levels.Length)) nearest = limit;
        }

        if (nearest is null) return;
        var place = Wording.In(text, ElementRole.Title, kind.ToString()) ?? new Place(0, 0, 0);
        remarks.Add(nearest.Hard ? "length.limit" : "length.limit-soft", place with { Start = place.End }, null, kind, body, nearest.Most, nearest.Source);
    }
}
