namespace Zhongshu.EndToEnd.Support;

/// A test that needs a real Chromium; reported as skipped where there is none.
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"];

    public BrowserFactAttribute()
    {
        if (Chromium is null) Skip = "No Chromium on this machine: dev/test-tools installs it, or name one in ZHONGSHU_CHROMIUM";
    }

    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("ZHONGSHU_CHROMIUM") ?? Find();

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
