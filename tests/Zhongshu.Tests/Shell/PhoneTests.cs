using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Shell;

/// The site goes onto a phone as an application of its own, and keeps no paper there.
public sealed class PhoneTests
{
    [Fact]
    [Trait("req", "M19-A16")]
    public async Task A_phone_finds_the_manifest_its_icons_and_where_it_starts()
    {
        await using var office = await TestOffice.StartAsync();
        var page = (await office.Stranger().GetAsync("/sign-in")).Page;
        var href = page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;
        page.QuerySelector("link[rel=apple-touch-icon]").ShouldNotBeNull();
        page.QuerySelector("meta[name=viewport]")!.GetAttribute("content")!.ShouldContain("width=device-width");
        using var answer = await office.Stranger().Http.GetAsync(new Uri("/" + href, UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = manifest.RootElement;
        (root.GetProperty("short_name").GetString(), root.GetProperty("start_url").GetString(), root.GetProperty("scope").GetString()).ShouldBe(("中枢", "/", "/"));
        root.GetProperty("display").GetString().ShouldBeOneOf("standalone", "minimal-ui");
        var icons = root.GetProperty("icons").EnumerateArray().ToList();
        icons.Select(i => (i.GetProperty("sizes").GetString(), i.GetProperty("purpose").GetString())).ShouldBe([("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")]);
        foreach (var icon in icons)
        {
            var bytes = await office.Stranger().Http.GetByteArrayAsync(new Uri(icon.GetProperty("src").GetString()!, UriKind.Relative));
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)).ShouldBe(int.Parse(icon.GetProperty("sizes").GetString()!.Split('x')[0], System.Globalization.CultureInfo.InvariantCulture));
        }

        var director = await office.SignedInAsAsync("director");
        foreach (var shortcut in root.GetProperty("shortcuts").EnumerateArray()) (await director.GetAsync(shortcut.GetProperty("url").GetString()!)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
