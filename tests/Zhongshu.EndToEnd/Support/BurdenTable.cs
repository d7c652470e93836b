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

    /// The table as it should stand in the page; left in artifacts so that it can be copied.
    public string Write()
    {
        var lines = _rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"| {r.Job} | {r.Post} | {r.Effort.Fields} | {r.Effort.Clicks} |"));
        var table = string.Join('\n', ["| 事 | 谁 | 填写的栏 | 点击 |", "| --- | --- | ---: | ---: |", .. lines]);
        File.WriteAllText(Path.Combine(Screens.Root, "artifacts", "burden.md"), table + "\n");
        return table;
    }

    public static string Written()
    {
        var lines = File.ReadAllLines(Path.Combine(Screens.Root, "docs", "BURDEN.md")).Where(l => l.StartsWith('|'));
        return string.Join('\n', lines);
    }
}
