using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Zhongshu.Tests.Support;

/// What came back: status, where it sends on to, and the page.
internal sealed record Answer(HttpStatusCode Status, string? Location, string Html, string? MediaType)
{
    private IHtmlDocument? _page;

    public IHtmlDocument Page => _page ??= new HtmlParser().ParseDocument(Html);

    /// The words of the page, without its markup and with single spaces.
    public string Text => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// A browser without script: cookies, forms with their hidden fields, and no redirect followed unless asked.
internal sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _http;

    public TestBrowser(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        _http = new HttpClient(handler) { BaseAddress = address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => _http;

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// Fills in and sends the form that this selector finds, as a browser does.
    public async Task<Answer> SubmitAsync(Answer on, string selector, params (string Name, string Value)[] fields)
    {
        var form = on.Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} on the page: {on.Text}");
        var sent = Fields(form).Where(f => fields.All(g => g.Name != f.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = form.GetAttribute("action") is { Length: > 0 } target ? target : throw new InvalidOperationException("The form has no action.");
        using var content = new FormUrlEncodedContent(sent);
        return await ReadAsync(await _http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content));
    }

    /// Sends a file with the form that this selector finds.
    public async Task<Answer> UploadAsync(Answer on, string selector, string name, Stream file)
    {
        var form = (IHtmlFormElement)on.Page.QuerySelector(selector)!;
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in Fields(form)) content.Add(new StringContent(value), field);
        content.Add(new StreamContent(file), "file", name);
        return await ReadAsync(await _http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.RelativeOrAbsolute), content));
    }

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await _http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content));
    }

    public Task<Answer> FollowAsync(Answer answer) => GetAsync(answer.Location ?? throw new InvalidOperationException($"No redirect: {answer.Text}"));

    public async Task<Answer> SignInAsync(string login, string password, string page = "/sign-in") =>
        await SubmitAsync(await GetAsync(page), "form#sign-in", ("Form.Login", login), ("Form.Password", password));

    public void Dispose() => _http.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        form.Elements.SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
            IHtmlInputElement { Name: { Length: > 0 } name } input => One(name, input.Value),
            IHtmlTextAreaElement { Name: { Length: > 0 } name } area => One(name, area.Value),
            IHtmlSelectElement { Name: { Length: > 0 } name } select => One(name, select.Value ?? ""),
            _ => [],
        });

    private static KeyValuePair<string, string>[] One(string name, string value) => [KeyValuePair.Create(name, value)];
}
