using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using System.Net;
using System.Text;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

public sealed class EveryEndpointTests : IAsyncLifetime
{
    private const string Stranger = "stranger";
    private static readonly string[] Administrators = ["sysadmin", "secadmin", "auditor"];
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public void every_endpoint_stands_in_the_table_and_nothing_else_does()
    {
        var endpoints = AccessTable.Endpoints(_office).Select(AccessTable.NameOf).ToHashSet(StringComparer.Ordinal);
        var table = AccessTable.Read();
        endpoints.Except(table.Keys).ShouldBeEmpty("Write these into tests/Zhongshu.Tests/Access/access-table.txt with who may use them:\n" + string.Join("\n", endpoints.Except(table.Keys)));
        table.Keys.Except(endpoints).ShouldBeEmpty("These are in the table but no longer in the house.");
    }

    [Fact]
    public void every_endpoint_says_what_it_requires() =>
        AccessTable.Endpoints(_office).Where(e => !AccessTable.SaysWhoMay(e.Endpoint)).Select(AccessTable.NameOf)
            .Except(AccessTable.Read().Where(l => l.Value == "nobody").Select(l => l.Key)).ShouldBeEmpty();

    [Fact]
    public async Task every_account_gets_in_exactly_where_the_table_says()
    {
        var admitted = AccessTable.Endpoints(_office).ToDictionary(AccessTable.NameOf, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var login in TestOffice.Logins.Prepend(Stranger))
        {
            var browser = login == Stranger ? _office.Stranger() : await _office.SignedInAsAsync(login);
            foreach (var endpoint in AccessTable.Endpoints(_office))
            {
                // Nobody asks so much at once: the limit of requests is not what is looked at here.
                _office.Clock.Advance(TimeSpan.FromSeconds(1));
                if (await IsAdmittedAsync(browser, endpoint.Method, endpoint.Endpoint)) admitted[AccessTable.NameOf(endpoint)].Add(login);
            }
        }

        var table = AccessTable.Read();
        var wrong = admitted.Select(e => (Name: e.Key, Found: Who(e.Value))).Where(e => table.GetValueOrDefault(e.Name) != e.Found)
            .Select(e => $"{e.Name}: {e.Found} (the table says: {table.GetValueOrDefault(e.Name)})").ToList();
        wrong.ShouldBeEmpty("The house lets in others than the table says:\n" + string.Join('\n', wrong));
    }

    private static string Who(List<string> admitted) => admitted.Count switch
    {
        0 => "nobody",
        var all when all > TestOffice.Logins.Count => "anyone",
        var all when all == TestOffice.Logins.Count && !admitted.Contains(Stranger) => "signed-in",
        _ when admitted.SequenceEqual(TestOffice.Logins.Except(Administrators)) => "office",
        _ => string.Join(' ', admitted),
    };

    /// Sent without a form token or a body, so that nothing is done: access is decided before.
    private static async Task<bool> IsAdmittedAsync(TestBrowser browser, string method, RouteEndpoint endpoint)
    {
        var path = AccessTable.PathOf(endpoint);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not ("GET" or "HEAD")) request.Content = Empty(endpoint, path);
        using var response = await browser.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => false,
            HttpStatusCode.Found => response.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) != true,
            _ => true,
        };
    }

    private static HttpContent Empty(RouteEndpoint endpoint, string path) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: ["multipart/form-data"] } ? new MultipartFormDataContent()
        : path.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("", Encoding.UTF8, "application/json")
        : new FormUrlEncodedContent([]);
}
