using System.Net.Http.Json;
using System.Text.Json;

namespace Zhongshu.Tests.CommandLine;

/// The small form of dev/kill-test: over HTTP, with registrations and flow steps at once.
public sealed class KillTests
{
    [Fact]
    public async Task what_was_acknowledged_is_there_after_kill_9_the_chain_holds_and_the_site_starts_again()
    {
        using var folder = new DataFolder();
        var load = await LoadAsync(folder);
        for (var round = 0; round < 2; round++)
        {
            await using var site = await SiteProcess.StartAsync(folder.Path);
            var (work, enough) = load.Begin(site, 24);
            await Task.WhenAny(enough, work);
            await site.KillAsync();
            await work;
            enough.IsCompleted.ShouldBeTrue();
            (await folder.RunAsync("verify")).ShouldSatisfyAllConditions(v => v.Exit.ShouldBe(0, v.Out));
        }

        await using var again = await SiteProcess.StartAsync(folder.Path);
        using var reader = again.Client(load.Director);
        foreach (var code in load.Work.Registered)
        {
            using var matter = await reader.GetFromJsonAsync<JsonDocument>($"/api/v1/matters/{code}");
            if (load.Work.Moved.Contains(code)) matter!.RootElement.GetProperty("trail").EnumerateArray().ShouldContain(t => t.GetProperty("verb").GetString() == "flow.complete");
        }

        (await again.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task a_backup_made_while_everybody_writes_comes_back_whole()
    {
        using var folder = new DataFolder();
        using var other = new DataFolder();
        var load = await LoadAsync(folder);
        await using var site = await SiteProcess.StartAsync(folder.Path);
        var (work, enough) = load.Begin(site, 10);
        await Task.WhenAny(enough, work);
        var before = load.Work.Registered.ToList();

        (await folder.RunAsync("backup", folder.Beside(".zip"))).Exit.ShouldBe(0);

        await site.KillAsync();
        await work;
        (await other.RunAsync("restore", folder.Beside(".zip"))).Exit.ShouldBe(0);
        (await other.RunAsync("verify")).ShouldSatisfyAllConditions(v => v.Exit.ShouldBe(0, v.Out));
        await using var restored = await SiteProcess.StartAsync(other.Path);
        using var reader = restored.Client(load.Director);
        foreach (var code in before) (await reader.GetAsync(new Uri($"/api/v1/matters/{code}", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue(code);
    }

    private static async Task<Loaded> LoadAsync(DataFolder folder)
    {
        await using (var first = await SiteProcess.StartAsync(folder.Path)) (await first.StopAsync()).ShouldBe(0);
        var (registry, director) = (await TokenAsync(folder, "registry"), await TokenAsync(folder, "director"));
        return new(new OfficeLoad(registry, director), director);
    }

    private static async Task<string> TokenAsync(DataFolder folder, string login)
    {
        var (exit, said, error) = await folder.RunAsync("token", "add", "--as", login, "--name", "试验");
        exit.ShouldBe(0, error);
        return said.Split([' ', '\n', '：'], StringSplitOptions.RemoveEmptyEntries).Single(w => w.StartsWith("zs_", StringComparison.Ordinal));
    }

    private sealed record Loaded(OfficeLoad Work, string Director)
    {
        public (Task Work, Task Enough) Begin(SiteProcess site, int writes) => Work.Begin(site, writes);
    }
}
