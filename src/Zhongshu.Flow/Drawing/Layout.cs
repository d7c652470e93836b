namespace Zhongshu.Flow.Drawing;

/// <summary>
/// Ranks from top to bottom by the longest way forward; lines run only in the gaps between ranks and in lanes at the
/// sides (skips to the right, ways back to the left), so that no line crosses a box.
/// </summary>
internal static class Layout
{
    public const int Letter = 14;
    public const int LabelLetter = 12;
    private const int BoxHeight = 40;
    private const int ColumnGap = 24;
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
        var sequence = new Sequence { Boxes = boxes, Lines = lines };
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

    private static void Place(Sequence sequence)
    {
        var rows = sequence.Boxes.GroupBy(box => box.Rank).OrderBy(row => row.Key).Select(row => row.ToArray()).ToArray();
        var wires = new Wiring(sequence.Lines);
        var inner = rows.Max(row => row.Sum(box => box.Width) + ColumnGap * (row.Length - 1));
        var left = Pad + wires.LanesLeft;
        foreach (var row in rows)
        {
            var x = left + (inner - row.Sum(box => box.Width) - ColumnGap * (row.Length - 1)) / 2;
            foreach (var box in row)
            {
                box.X = x;
                x += box.Width + ColumnGap;
            }
        }
        // What a label needs at the left is known once its line has its port; everything is then moved over.
        foreach (var row in rows) wires.Level(row);
        var over = Math.Max(0, left - wires.Leftmost);
        foreach (var box in sequence.Boxes) box.X += over;
        foreach (var line in sequence.Lines) line.Port += over;
        var y = Pad;
        foreach (var row in rows)
        {
            foreach (var box in row) box.Y = y;
            y = wires.Below(row, y + row.Max(box => box.Height));
        }
        var right = Math.Max(left + over + inner, wires.Rightmost);
        wires.Route(left, right);
        sequence.Width = right + wires.LanesRight + Pad;
        sequence.Height = rows[^1].Max(box => box.Bottom) + Pad;
    }
}
