using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// A short form that is refused comes back with what was typed, without script.
public sealed class RefusedFormTests
{
    [Fact]
    public async Task What_was_typed_into_a_short_form_is_there_again_when_it_is_refused()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var list = await director.GetAsync("/incoming/demands");
        var refused = await director.SubmitAsync(list, "form[action$='incoming/demands/issue']", ("title", "批示件办理要求"), ("text", ""), ("instructed", "on"));
        Value(refused, "title").ShouldBe("批示件办理要求");
        refused.Page.QuerySelector("#refused [role=alert]")!.TextContent.Trim().ShouldNotBeEmpty();
        (await director.SubmitAsync(refused, "#refused", ("text", "当天拟办，当天送出。"))).Location.ShouldBe("/incoming/demands");
        var issued = (await director.GetAsync("/incoming/demands")).Text;
        foreach (var words in new[] { "批示件办理要求", "当天拟办，当天送出。" }) issued.ShouldContain(words);

        var drafter = await office.SignedInAsAsync("drafter");
        var intents = await drafter.GetAsync("/incoming/intents");
        var raised = await drafter.SubmitAsync(intents, "form[action$='incoming/intents/raise']", ("title", "供暖调度会方案"), ("gist", "分析供暖运行情况"), ("needed", ""));
        (Value(raised, "title"), Value(raised, "gist")).ShouldBe(("供暖调度会方案", "分析供暖运行情况"));
        raised.Page.QuerySelector("#refused input[name=kind]")!.GetAttribute("value").ShouldNotBeNullOrEmpty("what was chosen travels along");
        var page = (await drafter.SubmitAsync(raised, "#refused", ("needed", "2026-12-20"))).Location.ShouldNotBeNull();
        var said = await director.SubmitAsync(await director.GetAsync(page), "form[action$='/say']", ("text", new string('长', 3000)));
        Value(said, "text").Length.ShouldBe(3000);
    }

    [Theory]
    [InlineData("/incoming/2026-000001-1/retrospect/add", "problem", "排查表两次口径不一")]
    [InlineData("/incoming/2026-000001-1/retrospect/7", "how", "已附统一表样")]
    [InlineData("/incoming/2026-000001-1/follow-ups/add", "text", "修订供热管理办法")]
    [InlineData("/incoming/2026-000001-1/studied", "note", "三项重点")]
    public async Task So_is_what_was_typed_for_a_document_that_is_gone(string path, string field, string typed)
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var token = (await director.GetAsync("/incoming/demands")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Value(await director.PostAsync(path, ("__RequestVerificationToken", token), (field, typed)), field).ShouldBe(typed);
    }

    private static string Value(Support.Answer answer, string field) => (answer.Page.QuerySelector($"#refused [name={field}]") ?? throw new InvalidOperationException(answer.Text)).TextContent;
}
