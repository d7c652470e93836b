namespace Zhongshu.Flow.Drawing;

/// <summary>
/// Ranks from top to bottom by the longest way forward; lines run only in the gaps between ranks and in lanes at the
/// sides (skips to the right, ways back to the left), so that no line crosses a box.
/// </summary>
internal static class Layout
{
    public const int Letter = 14;
    private const int BoxHeight = 40;
    private const int RowGap = 56;
    private const int ColumnGap = 24;
    private const int Lane = 16;
    private const int Pad = 12;
    private const int Heading = 26;

    public static Sequence Of(IReadOnlyList<FlowStep> steps, string end, Marks marks)
    {
        var root = end == FlowDefinition.End;
        var boxes = new List<Box> { Point(Box.Entry, root) };
        boxes.AddRange(steps.Select(step => BoxOf(step, marks)));
        boxes.Add(Point(end, root));
        var byId = boxes.ToDictionary(box => box.Id);
        var lines = LinesOf(steps, byId);
        Rank(boxes, lines);
        lines.AddRange(marks.Returns(byId));
        var sequence = new Sequence { Boxes = boxes, Lines = Stacked(lines) };
        Place(sequence);
        return sequence;
    }

    private static Box Point(string id, bool root) => new() { Id = id, Width = root ? Letter * 4 : 2, Height = root ? 28 : 2 };

    private static Box BoxOf(FlowStep step, Marks marks)
    {
        if (step.Kind != StepKind.Parallel)
            return new Box { Id = step.Id, Step = step, Width = Math.Max(6, step.Title.Length + 2) * Letter, Height = BoxHeight };
        var inside = step.Branches.Select(branch => (branch, Of(branch.Steps, FlowDefinition.Join, marks))).ToArray();
        var width = inside.Sum(one => Math.Max(one.Item2.Width, one.branch.Title.Length * Letter) + ColumnGap) + ColumnGap;
        return new Box
        {
            Id = step.Id, Step = step, Branches = inside, Width = Math.Max(width, (step.Title.Length + 10) * Letter),
            Height = inside.Max(one => one.Item2.Height) + Heading * 3,
        };
    }

    private static List<Line> LinesOf(IReadOnlyList<FlowStep> steps, Dictionary<string, Box> byId)
    {
        var lines = new List<Line> { new(byId[Box.Entry], byId[steps[0].Id], null) };
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.Free) lines.Add(new Line(byId[step.Id], byId[step.Id], "送下一位"));
            foreach (var link in step.Next)
                if (byId.TryGetValue(link.To, out var to)) lines.Add(new Line(byId[step.Id], to, link.Title ?? link.When?.Source));
        }
        return lines;
    }

    /// <summary>A line to a later box of the file pushes that box below its origin.</summary>
    private static void Rank(List<Box> boxes, List<Line> lines)
    {
        for (var i = 0; i < boxes.Count; i++)
            foreach (var line in lines)
                if (line.From == boxes[i] && boxes.IndexOf(line.To) > i) line.To.Rank = Math.Max(line.To.Rank, boxes[i].Rank + 1);
        boxes[^1].Rank = Math.Max(boxes[^1].Rank, boxes.Take(boxes.Count - 1).Max(box => box.Rank) + 1);
    }

    /// <summary>Labels that meet at one target stand above each other.</summary>
    private static List<Line> Stacked(List<Line> lines)
    {
        var count = new Dictionary<Box, int>();
        return [.. lines.Select(line =>
        {
            if (line.Label is null) return line;
            var stack = count.GetValueOrDefault(line.To);
            count[line.To] = stack + 1;
            return line with { Stack = stack };
        })];
    }

    private static void Place(Sequence sequence)
    {
        var rows = sequence.Boxes.GroupBy(box => box.Rank).OrderBy(row => row.Key).ToArray();
        var skips = sequence.Lines.Where(line => line.To.Rank > line.From.Rank + 1).ToArray();
        var backs = sequence.Lines.Where(line => line.To.Rank <= line.From.Rank).ToArray();
        var inner = rows.Max(row => row.Sum(box => box.Width) + ColumnGap * (row.Count() - 1));
        var left = Pad + backs.Length * Lane;
        var tops = new int[rows[^1].Key + 2];
        var y = Pad;
        foreach (var row in rows)
        {
            tops[row.Key] = y;
            var x = left + (inner - row.Sum(box => box.Width) - ColumnGap * (row.Count() - 1)) / 2;
            foreach (var box in row)
            {
                (box.X, box.Y) = (x, y);
                x += box.Width + ColumnGap;
            }
            y += row.Max(box => box.Height) + RowGap;
        }
        tops[^1] = y;
        foreach (var line in sequence.Lines) Route(line, tops, Array.IndexOf(skips, line), (left + inner, left, Array.IndexOf(backs, line)));
        var labels = sequence.Lines.Select(line => line.To.Middle + (line.Label?.Length ?? 0) * (Letter - 2) + Pad);
        sequence.Width = Math.Max(left + inner + skips.Length * Lane + Pad, labels.DefaultIfEmpty(0).Max());
        sequence.Height = y - RowGap + Pad;
    }

    private static void Route(Line line, int[] tops, int skip, (int Right, int Left, int Back) side)
    {
        var (from, to) = (line.From, line.To);
        line.Points.Add((from.Middle, from.Bottom));
        if (skip < 0 && side.Back < 0)
        {
            var turn = tops[to.Rank] - RowGap + 14;
            line.Points.Add((from.Middle, turn));
            line.Points.Add((to.Middle, turn));
        }
        else
        {
            var lane = skip >= 0 ? side.Right + (skip + 1) * Lane : side.Left - (side.Back + 1) * Lane;
            var leave = tops[from.Rank + 1] - RowGap + (skip >= 0 ? 8 : 20);
            var arrive = tops[to.Rank] - (skip >= 0 ? RowGap - 14 : 14);
            line.Points.Add((from.Middle, leave));
            line.Points.Add((lane, leave));
            line.Points.Add((lane, arrive));
            line.Points.Add((to.Middle, arrive));
        }
        line.Points.Add((to.Middle, to.Y));
    }
}
