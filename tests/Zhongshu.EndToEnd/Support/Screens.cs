using Microsoft.Playwright;

namespace Zhongshu.EndToEnd.Support;

/// The two screens that every page is looked at on: an office PC and a phone. Pictures lie in artifacts/screens.
internal static class Screens
{
    public static readonly (int Width, int Height) Wide = (1280, 800);
    public static readonly (int Width, int Height) Phone = (390, 844);

    public static string Root { get; } = FindRoot();

    public static async Task TakeAsync(IPage page, string name, (int Width, int Height) screen)
    {
        var folder = Path.Combine(Root, "artifacts", "screens");
        Directory.CreateDirectory(folder);
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.EvaluateAsync("scrollTo(0, 0)");
        var picture = new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{screen.Width}.png"), FullPage = true, Timeout = 30_000 };
        try
        {
            await page.ScreenshotAsync(picture);
        }
        catch (TimeoutException)
        {
            // Now and then the browser never draws the frame that the picture waits for; asked anew, it does.
            await page.SetViewportSizeAsync(screen.Width, screen.Height + 1);
            await page.ScreenshotAsync(picture);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
