namespace Zhongshu.Modules.Supervision.Propose;

/// A paragraph of a report with its number as a reader counts it (empty lines do not count), and the headings it stands under.
internal sealed record ReportParagraph(int Number, string Text, string Heading)
{
    private const int LongestHeading = 40;

    private static readonly string[] Levels = ["一、二、三、四、五、六、七、八、九、十、", "（一）（二）（三）（四）（五）（六）（七）（八）（九）（十）"];

    /// Every line that holds a word, in order. A short line without a full stop that opens with an ordinal is a heading.
    public static IReadOnlyList<ReportParagraph> Of(string text)
    {
        var paragraphs = new List<ReportParagraph>();
        var headings = new string[Levels.Length];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var level = LevelOf(line);
            if (level >= 0)
            {
                headings[level] = line.TrimEnd('：');
                for (var below = level + 1; below < Levels.Length; below++) headings[below] = "";
            }

            paragraphs.Add(new ReportParagraph(paragraphs.Count + 1, line, string.Join(' ', headings.Where(h => !string.IsNullOrEmpty(h)))));
        }

        return paragraphs;
    }

    public bool IsHeading => LevelOf(Text) >= 0;

    private static int LevelOf(string line)
    {
        if (line.Length > LongestHeading || line.Contains('。', StringComparison.Ordinal)) return -1;
        for (var level = 0; level < Levels.Length; level++)
            if (Marks(level).Any(m => line.StartsWith(m, StringComparison.Ordinal) && line.Length > m.Length)) return level;
        return -1;
    }

    private static IEnumerable<string> Marks(int level) => level == 0
        ? Levels[0].Split('、', StringSplitOptions.RemoveEmptyEntries).Select(n => n + '、')
        : Levels[1].Split('）', StringSplitOptions.RemoveEmptyEntries).Select(n => n + '）');
}
