using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

/// A page as the browser shows it, with the address it came from.
internal sealed record Shown(HttpStatusCode Status, string Path, IHtmlDocument Page)
{
    public string Text => string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Value(string field) => Page.QuerySelector($"#register [name={field}]") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"No field {field} on {Path}: {Text}"),
    };
}

/// The registry at work: the real host on a free port, signed in through its pages.
public sealed class RegistryDesk : IAsyncDisposable, IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    internal string Folder { get; private set; } = "";

    internal HttpClient Http => _http;

    internal static async Task<RegistryDesk> OpenAsync()
    {
        var desk = new RegistryDesk();
        await desk.InitializeAsync();
        return desk;
    }

    public async Task InitializeAsync()
    {
        (Folder, _) = await PreparedOffice.CopyAsync(DatabaseEngine.Sqlite);
        _app = OfficeHost.Build(new OfficeSettings { DataFolder = Folder, Urls = "http://127.0.0.1:0" }, new SetClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8))));
        await OfficeHost.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
        _http = await SignInAsync("drafter");
    }

    internal async Task<HttpClient> SignInAsync(string login)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_app.Urls.First()) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var form = await ReadAsync(await http.GetAsync(new Uri("/sign-in", UriKind.Relative)));
        using var content = new FormUrlEncodedContent(Fields(form, "form#sign-in", [("Form.Login", login), ("Form.Password", DemoSignIn.Password)]));
        (await http.PostAsync(new Uri("/sign-in", UriKind.Relative), content)).Dispose();
        return http;
    }

    internal async Task<Shown> GetAsync(string path) => await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.Relative)));

    internal async Task<Shown> UploadAsync(params (string Name, byte[] Bytes)[] files) => await UploadToAsync("/incoming/register", files);

    internal async Task<Shown> UploadToAsync(string page, params (string Name, byte[] Bytes)[] files)
    {
        var form = await GetAsync(page);
        using var content = new MultipartFormDataContent { { new StringContent(TokenOf(form)), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", name);
        return await ReadAsync(await _http.PostAsync(new Uri(page + "/files", UriKind.Relative), content));
    }

    internal async Task<Shown> SubmitAsync(Shown on, string form, params (string Name, string Value)[] fields)
    {
        var action = on.Page.QuerySelector(form)!.GetAttribute("action")!;
        using var content = new FormUrlEncodedContent(Fields(on, form, fields));
        return await ReadAsync(await _http.PostAsync(new Uri(action, UriKind.Relative), content));
    }

    internal Task<Shown> RegisterAsync(Shown on, params (string Name, string Value)[] fields) => SubmitAsync(on, "form#register", fields);

    internal async Task<Shown> RegisterByHandAsync(params (string Name, string Value)[] fields) => await RegisterAsync(await GetAsync("/incoming/register"), fields);

    internal async Task<T> InsideAsync<T>(Func<OfficeDb, Task<T>> look)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await look(scope.ServiceProvider.GetRequiredService<OfficeDb>());
    }

    internal Task<IncomingDocument> DocumentAsync(string code) =>
        InsideAsync(db => db.Set<IncomingDocument>().SingleAsync(d => db.Set<Matter>().Any(m => m.Id == d.MatterId && m.Code == code)));

    internal Task<int> CountAsync() => InsideAsync(db => db.Set<IncomingDocument>().CountAsync());

    internal Task<int> UploadsAsync() => InsideAsync(db => db.Set<UploadedFile>().CountAsync());

    internal int FilesOnDisk => Directory.Exists(Path.Combine(Folder, "files")) ? Directory.GetFiles(Path.Combine(Folder, "files"), "*", SearchOption.AllDirectories).Length : 0;

    internal static string CodeOf(Shown registered)
    {
        registered.Path.ShouldStartWith("/incoming/registered/", customMessage: registered.Text);
        return registered.Path.Split('/')[^1];
    }

    internal static string TokenOf(Shown page) => page.Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await TestDatabase.LetGoAsync(_app.Services);
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private static async Task<Shown> ReadAsync(HttpResponseMessage response)
    {
        using (response) return new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(Shown on, string selector, (string Name, string Value)[] given)
    {
        var form = on.Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No {selector} on {on.Path}: {on.Text}");
        var own = form.Elements.SelectMany<IElement, KeyValuePair<string, string>>(e => e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => [],
            IHtmlInputElement { Name: { Length: > 0 } name } input => [new(name, input.Value)],
            IHtmlSelectElement { Name: { Length: > 0 } name } select => [new(name, select.Value ?? "")],
            IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
            _ => [],
        });
        return own.Where(f => given.All(g => g.Name != f.Key)).Concat(given.Select(g => new KeyValuePair<string, string>(g.Name, g.Value)));
    }
}
