using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Search;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform;

/// One box for words, numbers and senders; only what the asker may see.
public sealed class SearchTests
{
    [Fact]
    [Trait("req", "M19-B12")]
    public async Task Words_of_one_two_and_more_characters_phrases_and_fields_find_the_document_and_only_for_those_who_may_see_it()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于老旧小区改造资金预算的通知", Sender = "市财政局", DocumentNumber = "云财〔2026〕18号" })).Refusal.ShouldBeNull();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于秋季森林防火工作的函", Sender = "市应急局" })).Refusal.ShouldBeNull();

        foreach (var typed in new[] { "预", "预算", "老旧小区改造", "标题:资金", "来文单位:财政局", "文号:18", "预算 -防火", "云财〔2026〕18号" })
            (await CountAsync(scene, "registry", typed)).ShouldBe(1, typed);
        foreach (var typed in new[] { "预算 防火", "标题:财政局", "防算", "预算 -资金" })
            (await CountAsync(scene, "registry", typed)).ShouldBe(0, typed);
        (await CountAsync(scene, "registry", "关于")).ShouldBe(2);
        (await CountAsync(scene, "bureau", "预算")).ShouldBe(0);
    }

    private static async Task<int> CountAsync(Scene scene, string login, string typed) =>
        (await scene.AsAsync(login, s => SearchView.ReadAsync(s.GetRequiredService<Office>(), typed, null, default))).Hits.Count;
}
