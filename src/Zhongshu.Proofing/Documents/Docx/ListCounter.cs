using System.Text;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>Counts the automatic numbers of a document in reading order and writes each as Word shows it.</summary>
internal sealed class ListCounter(Numbering numbering)
{
    private readonly Dictionary<string, int?[]> _counters = [];
    private readonly HashSet<(string NumId, int Level)> _overridden = [];

    public string? Next(string? style, string? numId, int? level)
    {
        if (numbering.Find(style, numId, level) is not { } place || numbering.Use(place.NumId) is not { } use) return null;
        if (!use.Levels.TryGetValue(place.Level, out var shape)) return null;
        if (!_counters.TryGetValue(use.Abstract, out var counters)) _counters[use.Abstract] = counters = new int?[Numbering.LevelCount];
        Advance(counters, use, place.NumId, place.Level);
        if (shape.Format == "bullet") return Symbols.Bullet(shape.Text);
        var text = Render(counters, use, shape);
        return text.Length == 0 ? null : text;
    }

    private void Advance(int?[] counters, ListUse use, string numId, int level)
    {
        for (var above = 0; above < level; above++) counters[above] ??= StartOf(use, above);
        var restarts = use.StartOverrides.ContainsKey(level) && _overridden.Add((numId, level));
        counters[level] = restarts || counters[level] is null ? StartOf(use, level) : counters[level] + 1;
        for (var below = level + 1; below < counters.Length; below++)
        {
            var after = use.Levels.TryGetValue(below, out var shape) ? shape.RestartAfter : null;
            if (after is null || (after > 0 && level < after)) counters[below] = null;
        }
    }

    private static int StartOf(ListUse use, int level) =>
        use.StartOverrides.TryGetValue(level, out var start) ? start : use.Levels.TryGetValue(level, out var shape) ? shape.Start : 1;

    private static string Render(int?[] counters, ListUse use, ListLevel shape)
    {
        var text = new StringBuilder();
        for (var i = 0; i < shape.Text.Length; i++)
        {
            var isPlace = shape.Text[i] == '%' && i + 1 < shape.Text.Length && shape.Text[i + 1] is >= '1' and <= '9';
            if (!isPlace)
            {
                text.Append(shape.Text[i]);
                continue;
            }

            var level = shape.Text[++i] - '1';
            var format = shape.Legal ? "decimal" : use.Levels.TryGetValue(level, out var at) ? at.Format : "decimal";
            text.Append(NumberFormats.Format(counters[level] ?? StartOf(use, level), format));
        }

        return text.ToString();
    }
}
