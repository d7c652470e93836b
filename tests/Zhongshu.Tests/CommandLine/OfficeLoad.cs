using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;

namespace Zhongshu.Tests.CommandLine;

/// People at work over HTTP: three register without a pause, one takes the next step on what they registered. Notes what was acknowledged.
internal sealed class OfficeLoad(string registry, string director)
{
    private readonly Channel<string> _registered = Channel.CreateUnbounded<string>();
    private int _number;

    public ConcurrentBag<string> Registered { get; } = [];

    public ConcurrentBag<string> Moved { get; } = [];

    /// Runs until the site is gone; `enough` is done when that many writes were acknowledged.
    public (Task Work, Task Enough) Begin(SiteProcess site, int writes)
    {
        var enough = new TaskCompletionSource();
        var goal = Registered.Count + Moved.Count + writes;
        void Noted()
        {
            if (Registered.Count + Moved.Count >= goal && !Moved.IsEmpty) enough.TrySetResult();
        }

        var work = Task.WhenAll([.. Enumerable.Range(0, 3).Select(_ => UntilGoneAsync(() => RegisterAsync(site, Noted))), UntilGoneAsync(() => MoveAsync(site, Noted))]);
        return (work, enough.Task);
    }

    private static async Task UntilGoneAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The site was killed or stopped: what was not answered was not acknowledged.
        }
    }

    private async Task RegisterAsync(SiteProcess site, Action noted)
    {
        using var client = site.Client(registry);
        while (true)
        {
            var number = Interlocked.Increment(ref _number);
            using var answer = await client.PostAsJsonAsync("/api/v1/incoming/", new { title = $"关于第{number}号事项的来文", sender = "岚川省水利厅", documentNumber = $"岚水发〔2026〕{number}号" });
            if ((int)answer.StatusCode == 503) return;
            var text = await answer.Content.ReadAsStringAsync();
            answer.IsSuccessStatusCode.ShouldBeTrue(text);
            using var json = JsonDocument.Parse(text);
            var code = json.RootElement.GetProperty("code").GetString()!;
            Registered.Add(code);
            _registered.Writer.TryWrite(code);
            noted();
        }
    }

    private async Task MoveAsync(SiteProcess site, Action noted)
    {
        using var client = site.Client(director);
        while (true)
        {
            var code = await _registered.Reader.ReadAsync(site.Gone);
            using var matter = await client.GetFromJsonAsync<JsonDocument>($"/api/v1/matters/{code}");
            var item = matter!.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("mine").GetBoolean()).GetProperty("number").GetInt32();
            using var answer = await client.PostAsJsonAsync($"/api/v1/matters/{code}/acts", new { item, verb = "complete", to = "routing", opinion = "拟转业务科室办理。" });
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            Moved.Add(code);
            noted();
        }
    }
}
