using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Kindred;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// One case into one class.
public sealed class KindredTests
{
    [Theory, Engines]
    [Trait("req", "M7-B85")]
    [Trait("req", "M7-A24")]
    public async Task Items_of_one_class_are_linked_with_each_other_and_whoever_joins_one_joins_all(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var codes = new List<string>();
        foreach (var (title, lead) in new[] { ("听泉区停车场建设", "听泉区"), ("栖云区停车场建设", "栖云区"), ("老城停车场建设", "市住建局"), ("农村饮水安全", "市水利局") })
            codes.Add((await scene.DocketAsync(Meeting with { Title = title, Tasks = [new TaskInput { Lead = lead }] })).Value.Code);
        var offered = await scene.AsAsync("supervision", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await LinkKindred.OfferAsync(office, await office.Db.Set<Matter>().SingleAsync(m => m.Code == codes[0]), default);
        });
        offered.Select(o => o.Code).Order().ShouldBe(codes[1..3].Order());
        (await LinkAsync(scene, "bureau", codes[0], codes[1])).ShouldBe("platform.forbidden");
        (await LinkAsync(scene, "supervision", codes[0], codes[0])).ShouldBe("supervision.kindred-none");
        (await LinkAsync(scene, "supervision", codes[0], "2026-999999-9")).ShouldBe("platform.not-found");
        (await LinkAsync(scene, "supervision", codes[0], codes[1])).ShouldBe("2");
        (await LinkAsync(scene, "supervision", codes[2], codes[1])).ShouldBe("3");
        (await LinkAsync(scene, "supervision", codes[1], codes[0])).ShouldBe("3");
        foreach (var code in codes[..3]) (await scene.ItemAsync("supervision", code))!.Kindred.Select(k => k.Code).Order().ShouldBe(codes[..3].Where(c => c != code).Order(), code);
        (await scene.ItemAsync("supervision", codes[3]))!.Kindred.ShouldBeEmpty();
    }

    [Fact]
    public async Task Items_are_ticked_on_their_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var paths = new List<string>();
        foreach (var (title, lead) in new[] { ("听泉区停车场建设", "听泉区"), ("栖云区停车场建设", "栖云区") })
        {
            var made = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", title), ("source", "meeting"), ("origin", "常务会议"), ("lead", lead), ("do", "docket"));
            paths.Add(made.Location!.Replace("/letter", "", StringComparison.Ordinal));
        }

        var page = await officer.GetAsync(paths[0] + "/kindred");
        (await officer.SubmitAsync(page, "form#kindred")).Text.ShouldContain("请勾选同类");
        (await officer.SubmitAsync(page, "form#kindred", ("codes", paths[1].Split('/')[^1]))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(paths[1])).Text.ShouldContain("听泉区停车场建设");
    }

    private static async Task<string> LinkAsync(Scene scene, string login, string code, string other)
    {
        var done = await scene.AsAsync(login, s => s.GetRequiredService<LinkKindred>().LinkAsync(code, [other], default));
        return done.Succeeded ? $"{done.Value}" : done.Refusal.Rule;
    }
}
