using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Materials;

public sealed class RevisionPageTests
{
    [Fact]
    [Trait("req", "M16-B47")]
    public async Task A_material_is_changed_by_its_page_and_every_version_stays()
    {
        await using var office = await TestOffice.StartAsync();
        var handler = await office.SignedInAsAsync("handler2");
        (string, string)[] fields = [("title", "学前教育发展情况"), ("keywords", "学位 普惠园"), .. Enumerable.Range(0, 6).Select(i => ($"answer-{i}", $"第{i}部分"))];
        var page = (await handler.SubmitAsync(await handler.GetAsync("/materials/new?kind=module"), "#material", fields)).Location.ShouldNotBeNull();
        var revised = await handler.SubmitAsync(await handler.GetAsync(page), "#revise", ("answer-2", "在园4.2万人"), ("note", "更新数据"));
        revised.Location.ShouldBe(page, $"{revised.Status} {revised.Text}");
        var shown = (await handler.GetAsync(page)).Text;
        foreach (var words in new[] { "在园4.2万人", "第2版 更新数据", "第1版 上传" }) shown.ShouldContain(words);
    }
}
