using System.Globalization;

namespace Zhongshu.EndToEnd.Support;

/// What each everyday job costs, as it was counted; stands in docs/BURDEN.md.
internal sealed class BurdenTable
{
    private readonly List<(string Job, string Post, Effort Effort)> _rows = [];

    /// Counts one job: from the person's desk to the page that says it is done.
    public async Task<T> CountAsync<T>(string job, string post, Visitor visitor, Func<Task<T>> act)
    {
        await visitor.BeginAsync();
        var result = await act();
        _rows.Add((job, post, visitor.Effort));
        Write();
        return result;
    }

    public Task CountAsync(string job, string post, Visitor visitor, Func<Task> act) => CountAsync(job, post, visitor, async () =>
    {
        await act();
        return true;
    });

    /// What was counted and does not stand in docs/BURDEN.md in these figures.
    public IReadOnlyList<string> Unwritten()
    {
        var written = File.ReadAllLines(Path.Combine(Screens.Root, "docs", "BURDEN.md")).ToHashSet(StringComparer.Ordinal);
        return [.. _rows.Select(Line).Where(l => !written.Contains(l))];
    }

    /// Left in artifacts so that it can be copied.
    private void Write() => File.WriteAllLines(Path.Combine(Screens.Root, "artifacts", "burden.md"), _rows.Select(Line));

    private static string Line((string Job, string Post, Effort Effort) row) =>
        string.Create(CultureInfo.InvariantCulture, $"| {row.Job} | {row.Post} | {row.Effort.Fields} | {row.Effort.Clicks} |");
}
