namespace Zhongshu.TrainProofing;

/// <summary>A sentence as written and as it should be; equal when it is clean.</summary>
internal sealed record Pair(string Written, string Meant)
{
    internal bool Clean => Written == Meant;

    /// <summary>Reads rows of label, written, meant, parted by tabs. Rows of unequal length are left out.</summary>
    internal static List<Pair> Read(string path) => File.ReadLines(path)
        .Select(row => row.Split('\t'))
        .Where(cells => cells.Length == 3 && cells[1].Length == cells[2].Length)
        .Select(cells => new Pair(cells[1], cells[2]))
        .ToList();
}
