namespace Zhongshu.EndToEnd.Support;

/// A test that needs a real Chromium; reported as skipped where there is none.
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium)) Skip = "No chromium on this machine";
        else if (Environment.GetEnvironmentVariable("ZHONGSHU_BROWSER") is null) Skip = "The browser story is being brought up: set ZHONGSHU_BROWSER=1 to run it";
    }
}
