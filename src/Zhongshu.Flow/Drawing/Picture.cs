namespace Zhongshu.Flow.Drawing;

/// <summary>A box with its place; the picture's own steps, or the start and end points of a sequence.</summary>
internal sealed class Box
{
    public const string Entry = "entry";

    public required string Id { get; init; }
    public FlowStep? Step { get; init; }
    public IReadOnlyList<(FlowBranch Branch, Sequence Inside)> Branches { get; init; } = [];
    public int Rank { get; set; }
    public int X { get; set; }
    public int Y { get; set; }
    public int Width { get; init; }
    public int Height { get; init; }
    public int Middle => X + Width / 2;
    public int Bottom => Y + Height;
}

/// <summary>A line from box to box with its corner points.</summary>
internal sealed record Line(Box From, Box To, string? Label)
{
    public bool IsReturn { get; init; }
    public List<(int X, int Y)> Points { get; } = [];
    /// <summary>Where the line leaves its box.</summary>
    public int Port { get; set; }
    /// <summary>Which of the levels below its box it runs on; null where it needs none of its own.</summary>
    public int? Level { get; set; }
    /// <summary>The label ends at its place instead of beginning there.</summary>
    public bool IsLeftward { get; set; }
    public (int X, int Y) LabelAt { get; set; }
    public int LabelWidth => (Label?.Length ?? 0) * Layout.LabelLetter;
}

/// <summary>One sequence of steps laid out in ranks from top to bottom.</summary>
internal sealed class Sequence
{
    public required List<Box> Boxes { get; init; }
    public required List<Line> Lines { get; init; }
    public int Width { get; set; }
    public int Height { get; set; }
}
