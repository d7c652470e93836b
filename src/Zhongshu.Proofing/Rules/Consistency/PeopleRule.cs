using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>Names, titles and order of leaders against the organisation table.</summary>
internal sealed class PeopleRule : IDocumentRule
{
    public void Look(CheckedText text, Remarks remarks)
    {
        var officials = text.Context.Officials;
        if (officials.Count == 0) return;
        var names = officials.Select(o => o.Name).Where(n => n.Length is > 1 and < 12).Distinct().ToList();
        var automaton = WordAutomaton.Build(names);
        var order = names.Select(n => officials.ToList().FindIndex(o => o.Name == n)).ToList();
        var found = new WordMatches();
        foreach (var line in text.Lines())
        {
            found.Clear();
            automaton.Find(line.Text, found);
            Order(line, found, order, remarks);
            for (var i = 0; i < found.Count; i++) Title(line, found[i], officials[order[found[i].Word]], officials, remarks);
            Misspelt(line, officials, remarks);
        }
    }

    /// <summary>Names in one enumeration, parted by 、 ， or blanks and titles, must follow the table.</summary>
    private static void Order(Line line, WordMatches found, List<int> order, Remarks remarks)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (a, b) = (found[i - 1], found[i]);
            if (b.Start - a.End is < 1 or > 12) continue;
            var gap = line.Text.AsSpan(a.End, b.Start - a.End);
            if (gap.IndexOfAny('。', '；', '由') >= 0 || gap.IndexOfAny("、， 　") < 0) continue;
            if (order[b.Word] < order[a.Word]) remarks.Add("consistency.order", line.At(a.Start, b.End), null, line.Text[b.Start..b.End], line.Text[a.Start..a.End]);
        }
    }

    /// <summary>A known title that stands right before or after the name and is not among the person's own.</summary>
    private static void Title(Line line, WordMatch match, Official person, IReadOnlyList<Official> officials, Remarks remarks)
    {
        var before = line.Text.AsSpan(0, match.Start).TrimEnd(" 　");
        if (person.Titles.Any(t => line.Text.AsSpan(Math.Max(0, match.Start - t.Length - 2), Math.Min(match.Start, t.Length + 2)).Contains(t, StringComparison.Ordinal))) return;
        foreach (var title in officials.SelectMany(o => o.Titles))
        {
            if (title.Length < 2 || !before.EndsWith(title) || person.Titles.Contains(title)) continue;
            remarks.Add("consistency.title", line.At(before.Length - title.Length, match.End), null, person.Name, string.Join('、', person.Titles));
            return;
        }
    }

    /// <summary>A title of the table followed by a name that differs from its holder's in one character.</summary>
    private static void Misspelt(Line line, IReadOnlyList<Official> officials, Remarks remarks)
    {
        foreach (var person in officials.Where(o => o.Name.Length is 2 or 3 or 4))
        {
            foreach (var title in person.Titles)
            {
                for (var i = line.Text.IndexOf(title, StringComparison.Ordinal); i >= 0; i = line.Text.IndexOf(title, i + title.Length, StringComparison.Ordinal))
                {
                    var start = i + title.Length;
                    while (start < line.Text.Length && CharClass.Of(line.Text[start]) == CharKind.Space) start++;
                    if (start + person.Name.Length > line.Text.Length) continue;
                    var written = line.Text.AsSpan(start, person.Name.Length);
                    var same = 0;
                    for (var k = 0; k < written.Length; k++) if (written[k] == person.Name[k]) same++;
                    if (same == person.Name.Length - 1 && person.Name.Length > 2 && written[0] == person.Name[0] && !officials.Any(o => line.Text.AsSpan(start).StartsWith(o.Name)))
                        remarks.Add("consistency.name", line.At(start, start + person.Name.Length), person.Name, person.Name);
                }
            }
        }
    }
}
