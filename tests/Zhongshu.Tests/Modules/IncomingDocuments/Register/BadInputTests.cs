namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

public sealed class BadInputTests(RegistryDesk desk) : IClassFixture<RegistryDesk>
{
    [Theory]
    [InlineData("title", "", "请填写来文标题")]
    [InlineData("sender", "  ", "请填写来文单位")]
    [InlineData("documentDate", "1949-09-30", "不合常理")]
    [InlineData("documentDate", "2029-01-01", "不合常理")]
    [InlineData("documentDate", "明天", "不是日期")]
    [InlineData("answerBy", "9999-12-31", "不合常理")]
    [InlineData("receivedAt", "2027-01-01T08:00", "收到时间晚于现在")]
    [InlineData("receivedAt", "1900-01-01T08:00", "不合常理")]
    [InlineData("receivedAt", "0001-01-01T00:00", "不是日期")]
    [InlineData("kind", "pigeon", "不认识的来文方式")]
    [InlineData("urgency", "火急", "不认识的紧急程度")]
    [InlineData("classification", "最高", "不认识的密级")]
    [InlineData("secrecyTerm", "10年", "没有选密级")]
    [InlineData("copies", "-1", "份数应为")]
    [InlineData("copies", "很多", "份数应为")]
    [InlineData("follows", "2026-999999-9", "没有找到前件")]
    public async Task each_bad_field_gets_its_own_message_and_nothing_is_registered(string field, string value, string words)
    {
        var page = await desk.RegisterByHandAsync([.. Good.Where(g => g.Name != field), (field, value)]);

        page.Text.ShouldContain(words);
        page.Path.ShouldBe("/incoming/register");
        (await desk.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task a_title_of_ten_thousand_characters_is_told_its_length_and_stays_in_the_form()
    {
        var title = new string('关', 10_000);

        var page = await desk.RegisterByHandAsync(("title", title), ("sender", "某局"));

        page.Text.ShouldContain("标题最多500字，现有10000字");
        page.Value("title").ShouldBe(title);
        (await desk.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task script_in_any_field_comes_back_as_the_text_it_is()
    {
        const string Bad = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        string[] fields = ["title", "sender", "documentNumber", "addressee", "substance", "secrecyTerm", "pages", "follows"];

        var page = await desk.RegisterByHandAsync([.. fields.Select(f => (f, Bad))]);

        foreach (var field in fields) page.Value(field).ShouldBe(Bad);
        page.Page.QuerySelectorAll("script:not([src]), img[onerror]").ShouldBeEmpty();
    }

    private static (string Name, string Value)[] Good => [("title", "关于某事的通知"), ("sender", "某局")];
}
