using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.IncomingDocuments;

/// 办公室的一天: one document from the registry to its closing, as the people of five posts do it in the browser.
public sealed class FromRegistryToClosingTests
{
    private const string Paper = """
        岚川省人民政府办公厅文件
        岚政办发〔2026〕18号
        岚川省人民政府办公厅关于做好城镇老旧小区改造资金预算工作的通知
        各市人民政府:
        为做好城镇老旧小区改造工作,现将有关事项通知如下。
        一、提高认识,加强领导。各市要高度重视。
        二、落实资金,及时报送。请于2026年12月18日前报送资金预算情况。
        岚川省人民政府办公厅
        2026年11月20日
        """;

    [BrowserFact]
    [Trait("req", "M1-A03")]
    [Trait("req", "M1-A07")]
    [Trait("req", "M1-B08")]
    public async Task A_document_is_carried_from_the_registry_to_its_closing()
    {
        await using var site = await Site.OpenAsync();
        var registry = await site.SignInAsync("registry");
        var code = await RegisterAsync(registry);

        var director = await site.SignInAsync("director");
        await director.PictureAsync("desk-director");
        await director.GoAsync($"/matters/{code}");
        await director.PictureAsync("matter-propose");
        await director.TypeAsync("#opinion", "拟请领导阅示,由秘书二科牵头办理。");
        await director.TickAsync("input[type=radio][value=instruction]");
        await director.TickAsync("input[type=checkbox][value^='instruction|']");
        await director.SendAsync("button[value=complete]");

        var leader = await site.SignInAsync("leader1");
        await leader.PictureAsync("desk-leader");
        await leader.GoAsync($"/matters/{code}");
        await leader.TypeAsync("#opinion", "同意。请秘书二科抓紧办理,月底前报结果。");
        await leader.PictureAsync("matter-instruct");
        await leader.SendAsync("button[value=complete]");

        await director.GoAsync($"/matters/{code}");
        await director.PictureAsync("matter-route");
        await director.TypeAsync("#opinion", "请秘书二科主办,秘书一科会办。");
        foreach (var box in await director.Page.QuerySelectorAllAsync("input[value^='lead-handling|']")) await box.SetCheckedAsync(false);
        await director.TickAsync($"input[value='lead-handling|{14 * 4 + 2}']");
        await director.TickAsync($"input[value='supporting-handling|{13 * 4 + 2}']");
        await director.SendAsync("button[value=complete]");

        foreach (var (login, text) in new[] { ("head1", "会办意见:预算口径一致,无不同意见。"), ("head2", "资金已落实,情况已汇总上报。") })
        {
            var head = await site.SignInAsync(login);
            await head.GoAsync($"/matters/{code}");
            await head.SendAsync("button[value=claim]");
            await head.TypeAsync("#opinion", text);
            await head.SendAsync("button[value=complete]");
        }

        await director.GoAsync($"/matters/{code}");
        await director.TypeAsync("#opinion", "同意办结。");
        await director.SendAsync("button[value=approve]");
        await director.PictureAsync("matter-closed");

        (await director.TextAsync(".holder-line")).ShouldContain("已办结");
        var timeline = await director.TextAsync(".timeline");
        timeline.ShouldContain("月底前报结果");
        timeline.ShouldContain("会办意见:预算口径一致");
        await director.GoAsync("/incoming");
        await director.PictureAsync("ledger");
        await director.GoAsync("/rules");
        await director.PictureAsync("rules");
    }

    private static async Task<string> RegisterAsync(Visitor registry)
    {
        await registry.GoAsync("/incoming/register");
        var file = Path.Combine(Path.GetTempPath(), $"来文-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(file, Paper);
        await registry.Page.SetInputFilesAsync("#file", file);
        await registry.Page.WaitForSelectorAsync("form[data-read=true]");
        await registry.PictureAsync("register-read");
        (await registry.Page.InputValueAsync("#title")).ShouldContain("老旧小区改造资金预算");
        (await registry.Page.InputValueAsync("#documentNumber")).ShouldBe("岚政办发〔2026〕18号");
        await registry.SendAsync("#do-register");
        await registry.PictureAsync("registered");
        registry.FieldsTyped.ShouldBe(0);
        registry.Clicks.ShouldBeLessThanOrEqualTo(3);
        File.Delete(file);
        var href = await registry.Page.GetAttributeAsync("a[href*='matters/']", "href");
        return href!.Split("matters/")[1].Split('/', '?', '#')[0];
    }
}
