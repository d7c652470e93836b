using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Platform.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Matters;

/// What departs from the usual way can be done on the matter's page by whom the rules let, and is not offered to others.
public sealed class ControlPageTests : IAsyncLifetime
{
    private TestOffice _office = null!;
    private string _page = "";

    public async Task InitializeAsync()
    {
        _office = await TestOffice.StartAsync();
        using var registry = await _office.TokenAsync("registry");
        using var answer = await registry.PostAsJsonAsync("/api/v1/incoming/", new { title = "关于做好防汛工作的通知", sender = "岚川省水利厅" });
        _page = $"/matters/{(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()}";
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_matter_is_held_up_taken_up_again_moved_on_and_ended_on_its_page()
    {
        using var director = await _office.SignedInAsAsync("director");
        (await SendAsync(director, ("Control.Verb", "suspend"))).Text.ShouldContain("请写明暂停的理由");
        (await SendAsync(director, ("Control.Verb", "suspend"), ("Control.Reason", "等上级统一部署。"))).Text.ShouldContain("已暂停");
        var held = await director.GetAsync(_page);
        held.Text.ShouldContain("恢复后各环节接着办理");
        (await director.SubmitAsync(held, Control, ("Control.Verb", "resume"))).Location.ShouldNotBeNull();

        (await SendAsync(director, ("Control.Verb", "jump"), ("Control.Reason", "已有明确分工。"))).Text.ShouldContain("请选择跳转到哪一个环节");
        (await SendAsync(director, ("Control.Verb", "jump"), ("Control.Reason", "领导已口头同意。"), ("Control.To", "instruction"))).Text.ShouldContain("还没有办理人");
        (await SendAsync(director, ("Control.Verb", "jump"), ("Control.Reason", "已有明确分工。"), ("Control.To", "routing"))).Text.ShouldContain("跳转至“分办”");
        (await SendAsync(director, ("Control.Verb", "terminate"), ("Control.Reason", "来文单位撤回。"))).Text.ShouldContain("已终止");
        (await director.GetAsync(_page)).Page.QuerySelector(Control).ShouldBeNull("it is over");
    }

    [Theory]
    [InlineData("registry")]
    [InlineData("head1")]
    public async Task Who_may_not_is_offered_nothing_and_refused(string login)
    {
        using var other = await _office.SignedInAsAsync(login);
        var page = await other.GetAsync(_page);
        page.Page.QuerySelector(Control).ShouldBeNull();

        using var token = await _office.TokenAsync(login);
        (await token.PostAsJsonAsync($"/api/v1{_page}/acts", new { verb = "suspend", opinion = "试试" })).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task What_one_let_others_read_or_claimed_oneself_is_taken_back_on_the_page()
    {
        using var token = await _office.TokenAsync("director");
        await ActAsync(token, new { verb = "circulate", choices = new[] { new { step = "", participants = new[] { Participant.Person(TestOffice.PersonOf("head1")).Value } } } });
        using var director = await _office.SignedInAsAsync("director");
        (await PressAsync(director, "撤回传阅")).Text.ShouldContain("对方不用再办");
        (await director.GetAsync(_page)).Text.ShouldNotContain("撤回传阅");

        await ActAsync(token, new { verb = "jump", to = "routing", opinion = "已有明确分工。" });
        await ActAsync(token, new { verb = "complete", opinion = "请秘书二科主办。", choices = new[] { new { step = "lead-handling", participants = new[] { Participant.Section(14).Value } } } });
        using var head = await _office.TokenAsync("head2");
        await ActAsync(head, new { verb = "claim" });
        using var page = await _office.SignedInAsAsync("head2");
        (await PressAsync(page, "撤销签收")).Text.ShouldContain("已退回公共待办");
        (await page.GetAsync(_page)).Text.ShouldContain("签收后由您办理");
    }

    /// The button under My last move whose words begin so.
    private async Task<Answer> PressAsync(TestBrowser browser, string words)
    {
        var page = await browser.GetAsync(_page);
        var button = page.Page.QuerySelectorAll("form.more-verbs button").Single(b => b.TextContent.StartsWith(words, StringComparison.Ordinal));
        return await browser.FollowAsync(await browser.SubmitAsync(page, "form.more-verbs", (button.GetAttribute("name")!, button.GetAttribute("value")!)));
    }

    private async Task ActAsync(HttpClient client, object form)
    {
        var mine = (await client.GetFromJsonAsync<JsonElement>($"/api/v1{_page}")).GetProperty("items").EnumerateArray().Where(i => i.GetProperty("mine").GetBoolean()).Select(i => i.GetProperty("number").GetInt32()).FirstOrDefault();
        var body = JsonSerializer.SerializeToNode(form)!.AsObject();
        body["item"] = mine;
        (await client.PostAsJsonAsync($"/api/v1{_page}/acts", body)).IsSuccessStatusCode.ShouldBeTrue(body.ToString());
    }

    private const string Control = "section.control form";

    private async Task<Answer> SendAsync(TestBrowser browser, params (string Name, string Value)[] fields)
    {
        var answer = await browser.SubmitAsync(await browser.GetAsync(_page), Control, fields);
        return answer.Location is null ? answer : await browser.FollowAsync(answer);
    }
}
