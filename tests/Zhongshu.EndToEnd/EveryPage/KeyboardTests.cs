using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.EveryPage;

/// The mouse stays where it is.
public sealed class KeyboardTests : IAsyncLifetime
{
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
    public async Task A_paper_is_registered_by_keyboard_alone_and_the_next_one_begins()
    {
        var registry = await SignInByKeyboardAsync("registry");
        var keys = registry.Page.Keyboard;
        await keys.PressAsync("g");
        await keys.PressAsync("r");
        await registry.Page.WaitForURLAsync("**/incoming/register");
        (await FocusedAsync(registry)).ShouldBe("title");

        await keys.TypeAsync("关于报送防汛物资储备情况的报告");
        await keys.PressAsync("Enter");
        (await FocusedAsync(registry)).ShouldBe("sender");
        await keys.TypeAsync("云岭市水利局");
        await keys.PressAsync("Enter");
        (await FocusedAsync(registry)).ShouldBe("documentNumber");
        await keys.TypeAsync("云水〔2026〕7号");
        for (var i = 0; i < 12 && await FocusedAsync(registry) != "do-register"; i++) await keys.PressAsync("Enter");
        (await FocusedAsync(registry)).ShouldBe("do-register");
        await keys.PressAsync("Enter");

        await registry.Page.WaitForSelectorAsync(".registry-number");
        (await registry.TextAsync(".registered")).ShouldContain("云水〔2026〕7号");
        (await FocusedAsync(registry)).ShouldBe("next");
        await keys.PressAsync("Enter");
        await registry.Page.WaitForURLAsync("**/incoming/register");
        (await FocusedAsync(registry)).ShouldBe("title");
    }

    [BrowserFact]
    public async Task The_first_key_skips_the_menu_and_the_focus_is_always_seen()
    {
        var director = await SignInByKeyboardAsync("director");
        await director.GoAsync("/incoming");
        await director.Page.Keyboard.PressAsync("Tab");
        (await director.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
        for (var i = 0; i < 14; i++)
        {
            (await director.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid", await director.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)"));
            await director.Page.Keyboard.PressAsync("Tab");
        }

        await director.GoAsync("/incoming");
        await director.Page.Keyboard.PressAsync("Tab");
        await director.Page.Keyboard.PressAsync("Enter");
        (await FocusedAsync(director)).ShouldBe("main");
        await director.Page.Keyboard.PressAsync("Tab");
        (await director.Page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Slash_searches_and_the_question_mark_lists_the_keys()
    {
        var director = await SignInByKeyboardAsync("director");
        await director.Page.Keyboard.PressAsync("/");
        (await director.Page.EvaluateAsync<bool>("document.activeElement.matches('[data-search]')")).ShouldBeTrue();
        await director.Page.EvaluateAsync("document.activeElement.blur()");
        await director.Page.Keyboard.PressAsync("?");
        (await director.TextAsync("dialog.keys")).ShouldContain("收文台账");
        await director.Page.Keyboard.PressAsync("Escape");
        (await director.Page.IsVisibleAsync("dialog.keys")).ShouldBeFalse();
    }

    private async Task<Visitor> SignInByKeyboardAsync(string login)
    {
        var visitor = await _site.StrangerAsync();
        await visitor.GoAsync("/");
        (await FocusedAsync(visitor)).ShouldBe("login");
        await visitor.Page.Keyboard.TypeAsync(login);
        await visitor.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(visitor)).ShouldBe("password");
        await visitor.Page.Keyboard.TypeAsync(Zhongshu.Demo.DemoSignIn.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return visitor;
    }

    private static Task<string> FocusedAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>("document.activeElement.id");
}
