using Microsoft.Playwright;

namespace Zhongshu.EndToEnd.Support;

/// One person at the browser. Counts what the person types and clicks.
internal sealed class Visitor
{
    private readonly string _url;

    public Visitor(IPage page, string url)
    {
        (Page, _url) = (page, url);
        page.Console += (_, message) =>
        {
            // A page that answers 404 or 409 with its own words is no fault of the page.
            if (message.Type == "error" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal)) Errors.Add($"{page.Url}: {message.Text} {message.Location}");
        };
        page.PageError += (_, error) => Errors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// What the browser's console complained of.
    public List<string> Errors { get; } = [];

    public Effort Effort { get; private set; } = new(0, 0);

    /// Counts anew from the desk, where every job begins.
    public async Task BeginAsync()
    {
        await GoAsync("/");
        Effort = new(0, 0);
    }

    public Task GoAsync(string path) => Page.GotoAsync(_url + path);

    public async Task ClickAsync(string selector)
    {
        Clicked();
        await Page.ClickAsync(selector);
    }

    public async Task TypeAsync(string selector, string text)
    {
        Effort = Effort with { Fields = Effort.Fields + 1 };
        await Page.FillAsync(selector, text);
    }

    public async Task TickAsync(string selector)
    {
        Clicked();
        await Page.CheckAsync(selector);
    }

    public async Task SelectAsync(string selector, string value)
    {
        Clicked();
        await Page.SelectOptionAsync(selector, value);
    }

    /// Choosing a file counts as one click.
    public async Task ChooseFileAsync(string selector, string path)
    {
        Clicked();
        await Page.SetInputFilesAsync(selector, path);
    }

    /// Clicks what leads to another page, and waits for that page.
    public async Task FollowAsync(string selector)
    {
        Clicked();
        await Page.EvaluateAsync("document.documentElement.dataset.left = 'yes'");
        await Page.ClickAsync(selector);
        await Page.WaitForSelectorAsync("html:not([data-left])", new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync();
    }

    public Task<string> TextAsync(string selector) => Page.InnerTextAsync(selector);

    public async Task PictureAsync(string name)
    {
        await Screens.TakeAsync(Page, name, Screens.Phone);
        await Screens.TakeAsync(Page, name, Screens.Wide);
    }

    private void Clicked() => Effort = Effort with { Clicks = Effort.Clicks + 1 };
}

/// What a job costs: fields typed and clicks made.
internal sealed record Effort(int Fields, int Clicks);
