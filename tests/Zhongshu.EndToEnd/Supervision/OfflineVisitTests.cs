using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhongshu.EndToEnd.Support;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.EndToEnd.Supervision;

/// A supervision officer on a building site without a network, with a phone.
public sealed class OfflineVisitTests
{
    private const string Seen = "泊位已划线，现场没有网络。";

    /// One dark pixel.
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [BrowserFact]
    public async Task What_is_seen_photographed_and_recorded_without_a_network_is_sent_once_when_it_is_back()
    {
        await using var site = await Site.OpenAsync();
        var code = await DocketedAsync(site);
        var form = $"/supervision/{code}/visits/new";
        var officer = await site.SignInAsync("supervision");
        await officer.Page.SetViewportSizeAsync(Screens.Phone.Width, Screens.Phone.Height);
        await officer.GoAsync(form);
        await officer.Page.WaitForSelectorAsync("[data-offline=ready]");

        await officer.Page.Context.SetOfflineAsync(true);
        await officer.GoAsync(form);
        (await officer.TextAsync("h1")).ShouldBe("登记督查");
        await officer.Page.SetInputFilesAsync("#photos", new FilePayload { Name = "东门.png", MimeType = "image/png", Buffer = Photo });
        await officer.Page.WaitForSelectorAsync("[data-waiting] img");
        await officer.TypeAsync("#place", "东门停车场");
        await officer.TypeAsync("#seen", Seen);
        await officer.TickAsync("#fits");
        await officer.ClickAsync("summary:has-text('逐条核对')");
        await officer.TickAsync("#disciplined");
        await officer.ClickAsync("#visit .btn-primary");
        await officer.Page.WaitForSelectorAsync("[data-waiting] >> text=待发送：东门停车场，照片1张");
        (await officer.TextAsync("[data-offline]")).ShouldContain("没有网络");
        await officer.PictureAsync("supervision-visit-offline");

        await officer.GoAsync(form);
        await officer.Page.WaitForSelectorAsync("[data-waiting] >> text=待发送：东门停车场，照片1张");
        (await VisitsAsync(site)).ShouldBeEmpty();

        await officer.Page.Context.SetOfflineAsync(false);
        await officer.Page.WaitForURLAsync(url => url.EndsWith($"/supervision/{code}", StringComparison.Ordinal) || url.Contains($"/supervision/{code}#", StringComparison.Ordinal));
        (await officer.TextAsync("main")).ShouldContain(Seen);
        (await officer.Page.Locator(".photos img").CountAsync()).ShouldBe(1);
        (await VisitsAsync(site)).ShouldHaveSingleItem().Place.ShouldBe("东门停车场");
        await officer.GoAsync(form);
        (await officer.Page.Locator("[data-waiting] li").CountAsync()).ShouldBe(0);
    }

    private static Task<List<Visit>> VisitsAsync(Site site) => site.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<Visit>().ToListAsync());

    private static Task<string> DocketedAsync(Site site) => site.AsAsync("supervision", async s =>
    {
        var office = s.GetRequiredService<Office>();
        var input = new DocketInput { Title = "城区停车场建设", Source = "meeting", Origin = "市政府常务会议", Tasks = [new TaskInput { Lead = "市发展改革委", Measure = "新增泊位500个" }] };
        var form = input.Read(office.Rules, await office.BookAsync(default), office.Today);
        return (await s.GetRequiredService<DocketItem>().RunAsync(form.Value, null, default)).Value.Code;
    });
}
