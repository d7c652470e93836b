using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Matters.Readers;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Matters;

public sealed class ReadersTests
{
    private static readonly long Handler = TestOffice.PersonOf("handler2");

    [Fact]
    [Trait("req", "M1-B10")]
    public async Task The_director_names_who_may_know_and_each_change_stands_on_the_trail_with_its_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于有关人事安排的通知"));
        (await DoAsync(scene, "director", c => c.RestrictAsync(code, [], "涉及人事", default))).Refusal.ShouldBeNull();
        (await scene.SeeAsync("registry", code)).ShouldBeNull();
        (await scene.SeeAsync("handler2", code)).ShouldBeNull();

        (await DoAsync(scene, "director", c => c.AdmitAsync(code, Handler, "承办需要", default))).Refusal.ShouldBeNull();
        (await scene.SeeAsync("handler2", code)).ShouldNotBeNull();
        (await DoAsync(scene, "director", c => c.ExcludeAsync(code, Handler, "不再承办", default))).Refusal.ShouldBeNull();

        (await scene.SeeAsync("handler2", code)).ShouldBeNull();
        var trail = (await scene.SeeAsync("director", code))!.Trail;
        trail.Where(t => t.Verb.StartsWith("matter.", StringComparison.Ordinal)).Select(t => t.Quote).Where(q => q is not null).ShouldBe(["不再承办", "承办需要", "涉及人事"]);
    }

    [Fact]
    public async Task Nobody_is_added_without_a_reason_or_clearance_and_nobody_shuts_himself_out()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于有关安排的通知") with { Classification = 2 });

        (await DoAsync(scene, "director", c => c.AdmitAsync(code, Handler, " ", default))).Refusal!.Rule.ShouldBe("need-to-know.reason");
        (await DoAsync(scene, "director", c => c.AdmitAsync(code, Handler, "承办需要", default))).Refusal!.Rule.ShouldBe("need-to-know.clearance");
        (await DoAsync(scene, "director", c => c.ExcludeAsync(code, Handler, "不再承办", default))).Refusal!.Rule.ShouldBe("need-to-know.at-large");
        (await DoAsync(scene, "registry", c => c.AdmitAsync(code, Handler, "承办需要", default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await DoAsync(scene, "director", c => c.RestrictAsync(code, [], "涉密", default))).Refusal.ShouldBeNull();
        (await DoAsync(scene, "director", c => c.ExcludeAsync(code, TestOffice.PersonOf("director"), "回避", default))).Refusal!.Rule.ShouldBe("need-to-know.self");
    }

    [Fact]
    public async Task The_list_says_who_sees_a_matter_and_why()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var view = await scene.SeeAsync("director", code);

        var rows = await scene.AsAsync("director", s => ReaderList.OfAsync(s.GetRequiredService<Office>(), view!.Matter, default));

        rows.ShouldContain(r => r.IsPerson && r.Person == TestOffice.PersonOf("registry") && r.Why == "登记");
        rows.ShouldContain(r => !r.IsPerson && r.People > 1);
        rows.Single(r => r.Person == TestOffice.PersonOf("director")).HoldsWork.ShouldBeTrue();
    }

    private static Task<Outcome<Done>> DoAsync(Scene scene, string login, Func<ChangeReaders, Task<Outcome<Done>>> change) =>
        scene.AsAsync(login, s => change(s.GetRequiredService<ChangeReaders>()));
}
