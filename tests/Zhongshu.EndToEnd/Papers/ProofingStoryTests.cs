using System.IO.Compression;
using Microsoft.Playwright;
using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.Papers;

/// 校核 and 排版 as a drafter uses them, in a real browser.
public sealed class ProofingStoryTests : IAsyncLifetime
{
    private const string Draft = "云岭市数据局关于布署检查工作的通知\n各科室：\n　　请认真布署,按时完成任务。材料己经下发。\n　　特此通知。\n云岭市数据局\n2026年11月18日\n";
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not null) _site = await Site.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    [BrowserFact]
    [Trait("req", "M3-A33")]
    public async Task A_text_is_checked_decided_on_by_keyboard_checked_again_and_taken_away_with_its_comments()
    {
        var drafter = await _site.SignInAsync("drafter");
        await drafter.GoAsync("/proofing");
        await drafter.PictureAsync("proofing");
        await drafter.TypeAsync("#text", Draft);
        await drafter.SelectAsync("#check select[name=level]", "县");
        await drafter.FollowAsync("#do-check");
        await drafter.PictureAsync("proof");

        // A click on the mark leads to its finding, a click on the finding to its place.
        await drafter.Page.ClickAsync(".proof-text .mark >> nth=0");
        (await drafter.Page.EvaluateAsync<string>("location.hash")).ShouldBe("#f1");
        await drafter.Page.ClickAsync("#f1 .finding-head a >> nth=0");
        (await drafter.Page.EvaluateAsync<string>("document.querySelector(':target').className")).ShouldContain("mark");

        var keys = drafter.Page.Keyboard;
        await drafter.Page.ReloadAsync();
        await keys.PressAsync("a");
        await drafter.Page.WaitForSelectorAsync("#f1.accepted");
        // The keys are there with the whole page.
        await drafter.Page.WaitForLoadStateAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("i");
        await keys.TypeAsync("引用原文");
        await keys.PressAsync("Enter");
        await drafter.Page.WaitForSelectorAsync("#f2.ignored");
        await drafter.Page.WaitForLoadStateAsync();
        (await drafter.TextAsync("#f2")).ShouldContain("忽略理由：引用原文");
        await keys.PressAsync("u");
        await drafter.Page.WaitForSelectorAsync("#f2.open");

        var download = await drafter.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await drafter.Page.ClickAsync(".downloads > summary");
            await drafter.Page.ClickAsync(".downloads a >> nth=0");
        });
        using (var zip = ZipFile.OpenRead(await download.PathAsync())) zip.GetEntry("word/comments.xml").ShouldNotBeNull();

        await drafter.FollowAsync("form[action$='/again'] button");
        (await drafter.TextAsync(".proof-text")).ShouldContain("关于部署检查工作的通知");
        drafter.Errors.ShouldBeEmpty();
    }

    [BrowserFact]
    [Trait("req", "M3-B31")]
    public async Task A_messy_file_becomes_a_sheet_beside_its_source_and_goes_out_in_three_forms()
    {
        var drafter = await _site.SignInAsync("drafter");
        var folder = Directory.CreateTempSubdirectory("zhongshu-set-").FullName;
        var file = Path.Combine(folder, "通知.txt");
        await File.WriteAllTextAsync(file, Draft);
        await drafter.GoAsync("/typesetting");
        await drafter.ChooseFileAsync("#file", file);
        await drafter.FollowAsync("#upload button:visible");
        await drafter.TypeAsync("[name='field.发文机关']", "云岭市数据局");
        await drafter.TypeAsync("[name='field.发文字号']", "云数据〔2026〕7号");
        await drafter.FollowAsync("#do-set");

        (await drafter.Page.GetAttributeAsync("iframe.sheet", "src")).ShouldNotBeNull().ShouldEndWith("/preview");
        await drafter.PictureAsync("typesetting");
        foreach (var form in (string[])["DOCX", "PDF", "OFD"])
        {
            var download = await drafter.Page.RunAndWaitForDownloadAsync(() => drafter.Page.ClickAsync($"text=下载 {form}"));
            download.SuggestedFilename.ShouldEndWith("." + form.ToLowerInvariant());
            new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(1000);
            if (form == "OFD") await EveryFontLoadsAsync(drafter.Page, await download.PathAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    /// Viewers of OFD that run in a browser draw with the fonts inside the file, if the browser takes them.
    private static async Task EveryFontLoadsAsync(IPage page, string ofd)
    {
        using var zip = await ZipFile.OpenReadAsync(ofd);
        var fonts = zip.Entries.Where(e => Path.GetExtension(e.Name) is ".ttf" or ".otf").ToList();
        fonts.ShouldNotBeEmpty();
        var blank = await page.Context.NewPageAsync(); // outside our pages, which take fonts from nowhere but the site
        foreach (var font in fonts)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await font.OpenAsync()) await stream.CopyToAsync(bytes);
            await blank.EvaluateAsync("async base64 => { await new FontFace('inside', `url(data:font/otf;base64,${base64})`).load(); }", Convert.ToBase64String(bytes.ToArray()));
        }
    }
}
