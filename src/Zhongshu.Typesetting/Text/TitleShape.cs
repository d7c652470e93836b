namespace Zhongshu.Typesetting.Text;

/// <summary>
/// Breaks a title into centred lines whose lengths make a trapezium or a rhombus (clause 7.3.1: 梯形或菱形),
/// at places where the sense allows it.
/// </summary>
internal static class TitleShape
{
    private const double Forbidden = 1e6;

    public static IReadOnlyList<string> Lines(string title, double width, double size, TitleWords words)
    {
        var lines = new List<string>();
        foreach (var part in CharKinds.Clean(title).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            lines.AddRange(Balance(part, width, size, words));
        return lines;
    }

    private static List<string> Balance(string text, double width, double size, TitleWords words)
    {
        var letters = new List<Letter>();
        LineBreaker.Append(letters, text, FontRole.XiaoBiaoSong, size, 0);
        var total = letters.Sum(l => l.Advance);
        if (total <= width) return [text];
        var costs = BreakCosts(letters, words);
        var fewest = (int)Math.Ceiling(total / width);
        List<int>? best = null;
        var bestCost = double.MaxValue;
        for (var count = fewest; count <= Math.Min(fewest + 1, 5); count++)
        {
            Search(letters, costs, width, count, ref best, ref bestCost);
            if (bestCost < TitleWords.Broken) break;
        }

        return best is null ? Greedy(letters, width) : Cut(letters, best);
    }

    private static void Search(List<Letter> letters, double[] costs, double width, int count, ref List<int>? best, ref double bestCost)
    {
        var sums = new double[letters.Count + 1];
        for (var i = 0; i < letters.Count; i++) sums[i + 1] = sums[i] + letters[i].Advance;
        var pick = new int[count + 1];
        pick[count] = letters.Count;
        var found = best;
        var foundCost = bestCost;
        Choose(1, 0);
        best = found;
        bestCost = foundCost;

        void Choose(int line, double cost)
        {
            if (cost >= foundCost) return;
            if (line == count)
            {
                Judge(cost);
                return;
            }

            for (var at = pick[line - 1] + 2; at < letters.Count - 1 && sums[at] - sums[pick[line - 1]] <= width + 0.1; at++)
            {
                pick[line] = at;
                Choose(line + 1, cost + costs[at]);
            }
        }

        void Judge(double cost)
        {
            var widths = Enumerable.Range(0, count).Select(i => (sums[pick[i + 1]] - sums[pick[i]]) / letters[0].Size).ToArray();
            if (widths[^1] * letters[0].Size > width + 0.1) return;
            cost += ShapeCost(widths, sums[^1] / letters[0].Size / count);
            if (cost >= foundCost) return;
            foundCost = cost;
            found = [.. pick];
        }
    }

    /// <summary>Lengths in ems. Trapezium: steadily longer or shorter; rhombus: longest in the middle. An hourglass or a block costs.</summary>
    private static double ShapeCost(double[] widths, double mean)
    {
        var cost = 0.0;
        var rising = true;
        var falling = true;
        for (var i = 1; i < widths.Length; i++)
        {
            var step = widths[i] - widths[i - 1];
            rising &= step > 0.4;
            falling &= step < -0.4;
            if (Math.Abs(step) < 0.9) cost += 6;
            cost += Math.Max(0, Math.Abs(step) - 6) * 1.5;
        }

        var rhombus = widths.Length == 3 && widths[1] > widths[0] + 0.4 && widths[1] > widths[2] + 0.4;
        if (!rising && !falling && !rhombus && widths.Length > 2) cost += 25;
        foreach (var width in widths) cost += Math.Max(0, (mean / 2) - width) * 4;
        return cost;
    }

    private static double[] BreakCosts(List<Letter> letters, TitleWords words)
    {
        var text = new char[letters.Count];
        for (var i = 0; i < letters.Count; i++) text[i] = letters[i].Code > 0xFFFF ? '\uFFFD' : (char)letters[i].Code;
        var costs = words.Costs(new string(text));
        var depth = 0;
        for (var i = 1; i < letters.Count; i++)
        {
            if (text[i - 1] is '《' or '（') depth++;
            if (text[i - 1] is '》' or '）') depth--;
            if (depth > 0) costs[i] += 3;
            if (!CharKinds.MayBreak(letters[i - 1].Code, letters[i].Code)) costs[i] += Forbidden;
        }

        return costs;
    }

    private static List<string> Greedy(List<Letter> letters, double width)
    {
        var cuts = new List<int> { 0 };
        foreach (var line in LineBreaker.Break(letters, width, width)) cuts.Add(line.Start + line.Count);
        return Cut(letters, cuts);
    }

    private static List<string> Cut(List<Letter> letters, List<int> cuts)
    {
        var lines = new List<string>();
        for (var i = 1; i < cuts.Count; i++)
            lines.Add(string.Concat(letters.Skip(cuts[i - 1]).Take(cuts[i] - cuts[i - 1]).Select(l => char.ConvertFromUtf32(l.Code))).Trim());
        return lines;
    }
}
