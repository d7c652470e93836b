using Microsoft.AspNetCore.Builder;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Tests.CommandLine;

public class HealthTests
{
    [Fact]
    public async Task An_empty_folder_and_yesterdays_folder_both_start_and_stop_in_good_order()
    {
        using var folder = new DataFolder();
        for (var day = 0; day < 2; day++)
        {
            await using var app = await StartAsync(folder);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            (await client.GetAsync("/health/ready")).EnsureSuccessStatusCode();
            await app.StopAsync();
        }

        (await folder.RunAsync("verify")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_schema_that_is_not_the_programs_is_not_ready()
    {
        using var folder = new DataFolder();
        await using var app = await StartAsync(folder);
        folder.Sql("DELETE FROM schema_script WHERE name LIKE '0003%'");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var answer = await client.GetAsync("/health/ready");

        ((int)answer.StatusCode).ShouldBe(503);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("schema");
        await app.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(DataFolder folder)
    {
        var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder.Path, Urls = "http://127.0.0.1:0" });
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return app;
    }
}
