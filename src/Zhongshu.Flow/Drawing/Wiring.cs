namespace Zhongshu.Flow.Drawing;

/// <summary>
/// The lines of one sequence. Each way that says something leaves its box at a port of its own and runs on a level of its
/// own, its label standing at its start; ways without words may share the lowest level, where lines that meet are merged.
/// </summary>
internal sealed class Wiring(List<Line> lines)
{
    private const int Lane = 16;
    private const int PortGap = 16;
    private const int FirstLevel = 22;
    private const int LevelGap = 18;
    private const int MergeAbove = 26;
    private const int BackAbove = 13;
    private const int LabelGap = 6;
    private readonly List<Line> _skips = [.. lines.Where(line => line.To.Rank > line.From.Rank + 1)];
    private readonly List<Line> _backs = [.. lines.Where(line => line.To.Rank <= line.From.Rank)];
    private readonly Dictionary<int, int> _floors = [];
    private readonly Dictionary<int, int> _tops = [];

    public int LanesLeft => _backs.Count * Lane;

    public int LanesRight => _skips.Count * Lane;

    public int Leftmost => lines.Where(line => line is { Label: not null, IsLeftward: true }).Select(line => line.Port - LabelGap - line.LabelWidth).DefaultIfEmpty(int.MaxValue).Min();

    public int Rightmost => lines.Where(line => line is { Label: not null, IsLeftward: false }).Select(line => line.Port + LabelGap + line.LabelWidth).DefaultIfEmpty(0).Max();

    /// <summary>Ports and levels of what leaves this row. The outermost way turns off first, so that no way runs through another's label.</summary>
    public void Level(IReadOnlyList<Box> row)
    {
        var used = 0;
        foreach (var box in row)
        {
            var leaving = lines.Where(line => line.From == box).OrderBy(Aim).ToList();
            var gap = Math.Min(PortGap, box.Width / (leaving.Count + 1));
            for (var i = 0; i < leaving.Count; i++) leaving[i].Port = box.Middle + (2 * i - leaving.Count + 1) * gap / 2;
            var own = leaving.Where(line => line.Label is not null || IsFar(line)).ToList();
            foreach (var line in own) line.IsLeftward = Aim(line) < line.Port - Lane / 2;
            var (toLeft, toRight) = (own.Where(line => line.IsLeftward).ToList(), own.Where(line => !line.IsLeftward).Reverse().ToList());
            // The way straight down turns nowhere: its label stands below those of the ways it runs past.
            toRight = [.. toRight.Where(line => !IsStraight(line)), .. toRight.Where(IsStraight)];
            for (var i = 0; i < toLeft.Count; i++) toLeft[i].Level = used + i;
            for (var i = 0; i < toRight.Count; i++) toRight[i].Level = used + i;
            used += Math.Max(toLeft.Count, toRight.Count);
        }
    }

    /// <summary>Where the next row begins.</summary>
    public int Below(IReadOnlyList<Box> row, int floor)
    {
        var rank = row[0].Rank;
        var levels = lines.Where(line => line.From.Rank == rank).Max(line => line.Level + 1) ?? 0;
        _floors[rank] = floor;
        return _tops[rank + 1] = floor + FirstLevel + levels * LevelGap + MergeAbove;
    }

    public void Route(int left, int right)
    {
        foreach (var line in lines)
        {
            var (from, to) = (line.From, line.To);
            var merge = _tops.GetValueOrDefault(to.Rank) - MergeAbove;
            var turn = line.Level is { } level ? _floors[from.Rank] + FirstLevel + level * LevelGap : merge;
            line.LabelAt = (line.Port + (line.IsLeftward ? -LabelGap : LabelGap), turn - 5);
            line.Points.Add((line.Port, from.Bottom));
            line.Points.Add((line.Port, turn));
            if (IsFar(line))
            {
                var lane = _skips.Contains(line) ? right + (_skips.IndexOf(line) + 1) * Lane : left - (_backs.IndexOf(line) + 1) * Lane;
                var arrive = _skips.Contains(line) ? merge : to.Y - BackAbove;
                line.Points.Add((lane, turn));
                line.Points.Add((lane, arrive));
                line.Points.Add((to.Middle, arrive));
            }
            else
            {
                line.Points.Add((to.Middle, turn));
            }
            line.Points.Add((to.Middle, to.Y));
        }
    }

    private static bool IsFar(Line line) => line.To.Rank != line.From.Rank + 1;

    private bool IsStraight(Line line) => !IsFar(line) && Math.Abs(Aim(line) - line.Port) <= Lane / 2;

    /// <summary>How far to the right a line goes from its box.</summary>
    private int Aim(Line line) => _backs.IndexOf(line) is >= 0 and var back ? -1000 - back : _skips.IndexOf(line) is >= 0 and var skip ? 1_000_000 + skip : line.To.Middle;
}
