using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.Supervision;

/// What was typed and not taken is kept in the browser, and offered back only where it is not shown already.
public sealed class KeptDraftTests
{
    private const string Bar = "#docket .callout:has-text('未提交的草稿')";

    [BrowserFact]
    public async Task A_refused_form_that_shows_what_was_sent_offers_no_draft_and_a_fresh_one_does()
    {
        await using var site = await Site.OpenAsync();
        var officer = await site.SignInAsync("supervision");
        await officer.GoAsync("/supervision/docket");
        await officer.TypeAsync("#title", "城区停车场建设 ");
        await officer.ClickAsync("#docket button[value=docket]");
        await officer.Page.WaitForSelectorAsync(".refusal");
        (await officer.Page.InputValueAsync("#title")).ShouldBe("城区停车场建设");
        (await officer.Page.Locator(Bar).CountAsync()).ShouldBe(0);

        await officer.GoAsync("/supervision/docket");
        (await officer.Page.Locator(Bar).CountAsync()).ShouldBe(1);
        await officer.ClickAsync($"{Bar} >> text=恢复草稿");
        (await officer.Page.InputValueAsync("#title")).ShouldBe("城区停车场建设 ");
    }
}
