using Microsoft.Playwright;

namespace Zhongshu.EndToEnd.Support;

/// One person at the browser. Counts what the person types and clicks, for docs/BURDEN.md.
internal sealed class Visitor(IPage page, string url)
{
    public IPage Page => page;

    public int Clicks { get; private set; }

    public int FieldsTyped { get; private set; }

    public Task GoAsync(string path) => page.GotoAsync(url + path);

    public async Task ClickAsync(string selector)
    {
        Clicks++;
        await page.ClickAsync(selector);
    }

    public async Task TypeAsync(string selector, string text)
    {
        FieldsTyped++;
        await page.FillAsync(selector, text);
    }

    public async Task TickAsync(string selector)
    {
        Clicks++;
        await page.CheckAsync(selector);
    }

    /// Clicks a button that posts and waits for the page that follows.
    public async Task SendAsync(string selector)
    {
        Clicks++;
        await page.ClickAsync(selector);
        await page.WaitForLoadStateAsync();
    }

    public Task<string> TextAsync(string selector) => page.InnerTextAsync(selector);

    /// Pictures at the two widths, for looking at: artifacts/screens/NAME-1280.png and NAME-390.png.
    public async Task PictureAsync(string name)
    {
        var folder = Path.Combine(Root(), "artifacts", "screens");
        Directory.CreateDirectory(folder);
        foreach (var (width, height) in new[] { (1280, 800), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }

        await page.SetViewportSizeAsync(1280, 800);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
