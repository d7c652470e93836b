using Microsoft.AspNetCore.Components;
using System.Net;
using System.Reflection;
using System.Text;
using Zhongshu.Tests.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// Addresses with nonsense in them, and bodies that are none, through the real host.
public sealed class EveryAddressTests : IAsyncLifetime
{
    private static readonly string[] Bodies = ["", "{", "null", "[]", "{}", "{\"title\":{}}", "\"words\"", "{\"title\":\"\\ud800\"}", new('[', 2000)];
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("-1")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("%00%27%22%3Cscript%3E")]
    public async Task a_page_whose_address_holds_nonsense_is_still_answered(string value)
    {
        var code = await EveryPage.RegisterAsync(_office);
        var faults = new List<string>();
        foreach (var pages in (await EveryPage.OfAsync(_office, code)).GroupBy(p => p.Login))
        {
            var browser = await _office.SignedInAsAsync(pages.Key);
            foreach (var (_, path, component) in pages)
            {
                _office.Clock.Advance(TimeSpan.FromSeconds(1));
                string[] usual = ["q", "after", "before", "page", "year", "from", "to", "state", "sort", "view"];
                var names = component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Select(p => (p.Name, Attribute: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Attribute is not null).Select(p => p.Attribute!.Name ?? p.Name);
                var answer = await browser.GetAsync($"{path}?{string.Join('&', names.Concat(usual).Distinct(StringComparer.OrdinalIgnoreCase).Select(n => $"{n}={value}"))}");
                if ((int)answer.Status >= 500 || !(answer.Location is not null || EveryPage.Speaks(answer.Text))) faults.Add($"{path} as {pages.Key}: {(int)answer.Status}");
            }
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task a_matter_that_one_may_not_know_gets_a_kind_404_on_every_page_of_it()
    {
        var code = await EveryPage.RegisterAsync(_office);
        var faults = new List<string>();
        foreach (var login in new[] { "bureau", "county" })
        {
            var browser = await _office.SignedInAsAsync(login);
            foreach (var (_, path, _) in await EveryPage.OfAsync(_office, code))
            {
                if (!path.Contains(code, StringComparison.Ordinal)) continue;
                _office.Clock.Advance(TimeSpan.FromSeconds(1));
                var answer = await browser.GetAsync(path);
                if (answer.Status == HttpStatusCode.Forbidden) continue;
                if (answer.Status != HttpStatusCode.NotFound || answer.Page.QuerySelector("main a[href]") is null || !EveryPage.Speaks(answer.Page.QuerySelector("main")?.TextContent ?? ""))
                    faults.Add($"{path} as {login}: {(int)answer.Status} {answer.Page.QuerySelector("main")?.TextContent.Trim()}");
                if (answer.Text.Contains("防汛资金", StringComparison.Ordinal)) faults.Add($"{path} tells {login} what the matter is");
            }
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task a_program_that_sends_no_sense_gets_a_problem_in_chinese()
    {
        var code = await EveryPage.RegisterAsync(_office);
        var faults = new List<string>();
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        var table = AccessTable.Read();
        foreach (var endpoint in AccessTable.Endpoints(_office).Where(e => e.Method is "POST" or "PUT" or "PATCH" && AccessTable.PathOf(e.Endpoint).StartsWith("/api/", StringComparison.Ordinal)))
        {
            var who = table[AccessTable.NameOf(endpoint)] is "office" or "signed-in" ? "director" : table[AccessTable.NameOf(endpoint)].Split(' ')[0];
            if (!clients.TryGetValue(who, out var client)) clients[who] = client = await _office.TokenAsync(who);
            var path = AccessTable.NameOf(endpoint).Contains("{code}", StringComparison.Ordinal) ? endpoint.Endpoint.RoutePattern.RawText!.Replace("{code}", code, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal) : AccessTable.PathOf(endpoint.Endpoint);
            foreach (var body in Bodies.Concat(Nonsense.Of(endpoint.Endpoint)))
            {
                _office.Clock.Advance(TimeSpan.FromSeconds(1));
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path) { Content = content };
                using var answer = await client.SendAsync(request);
                var said = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode >= 500 || ((int)answer.StatusCode >= 400 && (answer.Content.Headers.ContentType?.MediaType != "application/problem+json" || !EveryPage.Speaks(said))))
                    faults.Add($"{AccessTable.NameOf(endpoint)} with {body[..Math.Min(60, body.Length)]}: {(int)answer.StatusCode} {said[..Math.Min(200, said.Length)]}");
            }
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }
}
